import {left, type Row, text} from '../cells.js';
import type {Style} from '../style.js';
import {viewportAround} from '../viewport.js';
import {cutTo} from '../width.js';
import {wrapWords} from '../wrap.js';
import {factRows} from './fact-rows.js';
import {drawLanes, laneNames} from './lanes.js';
import type {Ladder, Page} from './page.js';
import {lanesFrom, planSteps, stepRow, widestWords} from './step-rows.js';

export type Room = {readonly width: number; readonly height: number};

/** A page as it is drawn: `steps` and `pageRows` are what moving in it needs to know. */
export type Drawn = {readonly rows: readonly Row[]; readonly steps: number; readonly pageRows: number};

type Wanted = Room & {
	/** The step that is chosen, or the row that a page without a course begins at; null: as the page wants it. */
	readonly step: number | null;
	readonly style: Style;
};

/** A page in the room there is: what it comes to, what is known, and the course around the chosen step. */
export const detailsRows = (page: Page, wanted: Wanted): Drawn => {
	const above = verdictRows(page, wanted);
	const facts = factRows(page.facts, {width: wanted.width, cut: wanted.style.symbols.cut});
	// One event alone is no course.
	return page.ladder === null || page.ladder.lanes.length === 0
		? scrolled([...above, ...facts], wanted)
		: withLadder(page.ladder, {page, above, facts, wanted});
};

/** A page without a course is moved by rows. */
const scrolled = (rows: readonly Row[], {height, step}: Wanted): Drawn => {
	const steps = Math.max(1, rows.length - height + 1);
	const top = Math.max(0, Math.min(step ?? 0, steps - 1));
	return {rows: rows.slice(top, top + height), steps, pageRows: Math.max(1, height)};
};

const verdictRows = ({verdict}: Page, {width, height, style}: Wanted): readonly Row[] => {
	if (verdict === null) return [];
	const most = height < 12 ? 2 : 3;
	const lines = wrapWords(verdict.words, width);
	const kept = lines.slice(0, most);
	const last = lines.length > most ? cutTo(`${kept.at(-1)} ${lines[most]}`, width, style.symbols.cut) : kept.at(-1);
	return [...kept.slice(0, -1), last ?? ''].map(line => [left(0, width, text(line, verdict.tone))]);
};

type Parts = {
	readonly page: Page;
	readonly above: readonly Row[];
	readonly facts: readonly Row[];
	readonly wanted: Wanted;
};

/** From this height on, blank rows set the parts apart. */
const airy = 16;

/** Half of the room is for the course; what it does not need, and the rest, for what is known. */
const withLadder = (ladder: Ladder, {page, above, facts, wanted}: Parts): Drawn => {
	const {width, height, style} = wanted;
	const total = ladder.steps.length;
	const chosen = Math.max(0, Math.min(wanted.step ?? page.first ?? total - 1, total - 1));
	const course = courseRows(ladder, {width, style, chosen});
	const air: readonly Row[] = height >= airy ? [[]] : [];
	const fixed = above.length + 2 * air.length + 1;
	const forCourse = Math.min(course.head.length + course.rows.length, Math.ceil(height / 2));
	const known = facts.slice(0, Math.max(0, height - fixed - forCourse));
	const pageRows = Math.max(1, height - fixed - known.length - course.head.length);
	const {first, count} = viewportAround(chosen + course.before, {total: course.rows.length, page: pageRows});
	const top = isFollowing(wanted, page) ? Math.max(0, course.rows.length - pageRows) : first;
	const rows = [
		...above,
		...air,
		...known,
		...air,
		titleRow(ladder, {width, style, hidden: facts.length - known.length}),
		...course.head,
		...course.rows.slice(top, top + count),
	];
	return {rows: rows.slice(0, height), steps: total, pageRows};
};

const isFollowing = ({step}: Wanted, {first}: Page): boolean => step === null && first === null;

const titleRow = (
	{steps}: Ladder,
	{width, style, hidden}: {readonly width: number; readonly style: Style; readonly hidden: number},
): Row => {
	const {messages, symbols} = style;
	const words = [
		messages['ladder.title'],
		messages['ladder.steps'](steps.length),
		...(hidden > 0 ? [messages[width < narrow ? 'details.hidden.short' : 'details.hidden'](hidden)] : []),
	].join(` ${symbols.dot} `);
	return [left(0, width, text(cutTo(words, width, symbols.cut), 'accent'))];
};

/** Below this width, words are few. */
const narrow = 60;

type Course = {readonly head: readonly Row[]; readonly rows: readonly Row[]; readonly before: number};

/** The steps, after a word where earlier ones are missing. */
const courseRows = (
	ladder: Ladder,
	{width, style, chosen}: {readonly width: number; readonly style: Style; readonly chosen: number},
): Course => {
	const {steps, lanes, isCut} = ladder;
	const drawn = drawLanes(lanes, {start: lanesFrom, width, words: widestWords(steps, style)});
	const plan = planSteps(steps, {width, lanes: drawn});
	const hidden = drawn === null ? 0 : lanes.length - drawn.lanes.length;
	const note = style.messages[steps.length === 0 ? 'ladder.none' : 'ladder.cut'];
	const notes: readonly Row[] = isCut ? [[left(0, width, text(cutTo(note, width, style.symbols.cut), 'muted'))]] : [];
	return {
		head: drawn === null ? [] : [laneNames(drawn, {hidden, style})],
		rows: [...notes, ...steps.map((step, index) => stepRow(step, {plan, style, isChosen: index === chosen}))],
		before: notes.length,
	};
};
