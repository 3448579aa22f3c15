// How the form of the screen pop is laid out in the room there is.
import type {Messages} from '../i18n/en.js';
import type {Size} from '../presentation/layout.js';
import {viewportAround} from '../presentation/viewport.js';
import {widthOf} from '../presentation/width.js';
import {wrapWords} from '../presentation/wrap.js';
import {type PopField, type PopForm, shownFields} from './pop-form.js';
import {keysOf, type Line, programOf, saidOf} from './pop-lines.js';

/** Below a title: fields, as many as there is room for, the current one among them; then what is said. */
export type PopLayout = {
	readonly hasBlank: boolean;
	readonly fields: readonly PopField[];
	/** Columns of the names, their marks and the blanks behind them. */
	readonly nameWidth: number;
	readonly lines: readonly Line[];
	/** Rows of all of it. */
	readonly rows: number;
};

/** Rows kept for what is said, so that the box does not jump; blank rows before and after the fields. */
const saidRows = 3;
const blankRows = 2;
/** So many fields stay in sight where there is little room. */
const fewestFields = 3;
const markColumns = 4;

const blank: Line = {tone: 'plain', text: ' '};

type Said = {readonly program: readonly Line[]; readonly said: readonly Line[]; readonly keys: readonly Line[]};

/** `room`: columns and rows for all of it. */
export const layPopOut = (
	form: PopForm,
	{messages, room}: {readonly messages: Messages; readonly room: Size},
): PopLayout => {
	const wrapped = (lines: readonly Line[]): readonly Line[] =>
		lines.flatMap(({tone, text}) => wrapWords(text, room.columns).map(line => ({tone, text: line})));
	const said: Said = {
		program: wrapped(programOf(form, messages)),
		said: wrapped(saidOf(form, messages)),
		keys: wrapped(keysOf(form, messages)),
	};
	const all = shownFields(form);
	const needed = 1 + all.length + said.program.length + Math.max(saidRows, said.said.length) + said.keys.length;
	const hasBlank = room.rows >= needed + blankRows;
	const lines = hasBlank ? roomy(said) : short(said, Math.max(1, room.rows - 1 - fewestFields));
	const page = hasBlank ? all.length : Math.max(1, room.rows - 1 - lines.length);
	const {first, count} = viewportAround(
		all.findIndex(({name}) => name === form.current),
		{total: all.length, page},
	);
	const nameWidth = markColumns + Math.max(...form.fields.map(({name}) => widthOf(messages[`pop.field.${name}`])));
	const rows = 1 + (hasBlank ? 1 : 0) + count + lines.length;
	return {hasBlank, fields: all.slice(first, first + count), nameWidth, lines, rows};
};

const roomy = ({program, said, keys}: Said): readonly Line[] => {
	const padding = Array.from({length: Math.max(0, saidRows - said.length)}, () => blank);
	return [...program, blank, ...said, ...padding, ...keys];
};

/** News comes before the keys, those before hints, and the program comes last. */
const short = ({program, said, keys}: Said, most: number): readonly Line[] => {
	const news = said.filter(({tone}) => tone !== 'muted');
	if (news.length + keys.length > most) return shortened(news, most);
	const left = most - keys.length;
	return [...program.slice(0, Math.max(0, left - said.length)), ...shortened(said, left), ...keys];
};

const shortened = (lines: readonly Line[], most: number): readonly Line[] => {
	const kept = lines.slice(0, most);
	const last = kept.at(-1);
	return kept.length === lines.length || !last
		? kept
		: kept.with(-1, {...last, text: `${last.text.replace(/ \S*$/, '')} …`});
};
