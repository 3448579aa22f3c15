import {left, type Row, text} from '../cells.js';
import type {Style} from '../style.js';
import {cutTo} from '../width.js';
import {isOwn} from './event-page.js';
import type {Step} from './page.js';
import {type RawLines, rawLines} from './pretty-json.js';
import {preciseClock} from './words.js';

/** One event as it was received: `rows` from `top` on, and how many rows can be scrolled away. */
export type DrawnRaw = {readonly rows: readonly Row[]; readonly most: number; readonly pageRows: number};

type Wanted = {
	/** What was received; undefined when it is not kept any more. */
	readonly raw: string | undefined;
	readonly step: Step;
	readonly top: number;
	readonly width: number;
	readonly height: number;
	readonly style: Style;
};

export const rawRows = ({raw, step, top, width, height, style}: Wanted): DrawnRaw => {
	const {messages, symbols} = style;
	const title = `${preciseClock(step.at)}  ${step.who}  ${step.words}`;
	const head: Row = [left(0, width, text(cutTo(title, width, symbols.cut), 'strong'))];
	const pageRows = Math.max(1, height - 1);
	const none = messages[isOwn(step.event) ? 'raw.own' : 'raw.gone'];
	const {lines, isCut}: RawLines = raw === undefined ? {lines: [], isCut: false} : rawLines(raw, width);
	const body: readonly Row[] =
		raw === undefined
			? [[left(0, width, text(cutTo(none, width, symbols.cut), 'muted'))]]
			: lines.map(line => [left(0, width, text(line))]);
	const all = isCut ? [...body, [left(0, width, text(messages['raw.cut'], 'warning'))]] : body;
	const most = Math.max(0, all.length - pageRows);
	const from = Math.min(top, most);
	return {rows: [head, ...all.slice(from, from + pageRows)].slice(0, height), most, pageRows};
};
