import {left, type Placed, type Row, right, text} from '../cells.js';
import type {Style} from '../style.js';
import {cutTo, widthOf} from '../width.js';
import {type DrawnLanes, laneCells} from './lanes.js';
import type {Step} from './page.js';
import {gapText, preciseClock} from './words.js';

/** Widths of what stands before the words of a step. */
const clockWidth = 10;
const gapWidth = 9;
const gap = 2;

/** Below this width the time since the step before is left out, below the other whose news it is. */
const withGapFrom = 46;
const withWhoFrom = 64;

/** How steps are drawn: all alike. `lanes`: null for a plain list. */
export type StepPlan = {readonly width: number; readonly who: number; readonly lanes: DrawnLanes | null};

/** Where the lanes of a ladder may begin. */
export const lanesFrom = clockWidth + gap + gapWidth + gap;

export const planSteps = (
	steps: readonly Step[],
	{width, lanes}: {readonly width: number; readonly lanes: DrawnLanes | null},
): StepPlan => {
	const widest = Math.max(0, ...steps.map(({who}) => widthOf(who)));
	const who = lanes === null && width >= withWhoFrom ? Math.min(widest, Math.floor(width / 5)) : 0;
	return {width, who, lanes};
};

/** A step on a row: when, how long after the step before, whose news, what. */
export const stepRow = (
	step: Step,
	{plan, style, isChosen}: {readonly plan: StepPlan; readonly style: Style; readonly isChosen: boolean},
): Row => {
	const {width, who, lanes} = plan;
	const {symbols} = style;
	const clock = cutTo(preciseClock(step.at), width, symbols.cut);
	const hasGap = width >= withGapFrom;
	const start = clockWidth + (hasGap ? gap + gapWidth + gap : 1);
	const wordsAt = lanes === null ? start + (who === 0 ? 0 : who + gap) : lanes.end + gap;
	const words = who === 0 ? fullWords(step, style) : step.words;
	const room = Math.max(0, width - wordsAt);
	return [
		left(0, clockWidth, text(clock, isChosen ? 'selected' : 'muted')),
		...(hasGap && step.gap !== null ? [gapCell(step.gap, style)] : []),
		...(who === 0 ? [] : [left(start, who, text(cutTo(step.who, who, symbols.cut), 'accent'))]),
		...(lanes === null ? [] : laneCells(step, lanes, style)),
		left(wordsAt, room, text(cutTo(words, room, symbols.cut), isChosen && step.tone === 'muted' ? 'plain' : step.tone)),
	];
};

/** What a step says where whose news it is does not stand beside it. */
const fullWords = ({isOfLine, who, words}: Step, {messages}: Style): string =>
	isOfLine ? messages['step.line'](who, words) : words;

export const widestWords = (steps: readonly Step[], style: Style): number =>
	Math.max(0, ...steps.map(step => widthOf(fullWords(step, style))));

const gapCell = (milliseconds: number, {messages, symbols}: Style): Placed =>
	right(
		clockWidth + gap,
		gapWidth,
		text(cutTo(gapText(milliseconds, messages), gapWidth, symbols.cut), milliseconds >= longGapMs ? 'strong' : 'muted'),
	);

/** A pause that one should see. */
const longGapMs = 10_000;
