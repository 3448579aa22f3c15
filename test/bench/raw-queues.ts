import type {Board} from '../../source/domain/board.js';
import type {Caller} from '../../source/domain/caller.js';
import {answerRate, averageSpeedOfAnswer, lost} from '../../source/domain/figures.js';
import {type Queue, talkingCallers, talkingSince, waitingCallers} from '../../source/domain/queue.js';
import {lineNumber} from '../../source/domain/units.js';
import {en} from '../../source/i18n/en.js';
import {formatAge, formatShare, formatSpan} from '../../source/presentation/format.js';
import type {Rectangle} from '../../source/presentation/layout.js';
import {unicode} from '../../source/presentation/symbols.js';
import {formatNumber} from '../../source/presentation/telephone.js';
import type {RawCells} from './raw-cells.js';
import {tone} from './raw-look.js';

type Scene = {readonly board: Board; readonly now: number; readonly area: Rectangle};
type Detail = readonly [callers: number, talks: number, hasSummary: boolean, hasGap: boolean];
type People = {readonly queue: Queue; readonly waiting: readonly Caller[]; readonly talking: readonly Caller[]};

const details: readonly Detail[] = [
	[20, 20, true, true],
	[20, 20, true, false],
	[20, 2, true, false],
	[20, 0, true, false],
	[5, 0, true, false],
	[2, 0, true, false],
	[1, 0, true, false],
	[0, 0, true, false],
	[1, 0, false, false],
	[0, 0, false, false],
];

/** Draws all queues with as much detail as fits. */
export const drawQueues = (cells: RawCells, scene: Scene): void => {
	const {board, area} = scene;
	const people = [...board.queues.values()]
		.sort((one, other) => (one.number < other.number ? -1 : 1))
		.map(queue => ({queue, waiting: waitingCallers(queue), talking: talkingCallers(queue)}));
	const hasSummaryRow = area.columns < 66;
	const rowsOf = (detail: Detail): number =>
		people.reduce((sum, one) => sum + height(one, detail, hasSummaryRow), detail[3] ? -1 : 0);
	const detail = details.find(candidate => rowsOf(candidate) <= area.rows) ?? [0, 0, false, false];
	let row = area.row;
	for (const one of people) {
		if (row >= area.row + area.rows) break;
		row = drawQueue(cells, {...scene, row, detail}, one);
	}
	while (row < area.row + area.rows) cells.fill(row++, area.column, area.columns);
};

const height = (
	{waiting, talking}: People,
	[callers, talks, hasSummary, hasGap]: Detail,
	hasSummaryRow: boolean,
): number =>
	1 +
	Math.min(waiting.length, callers) +
	(waiting.length > callers && callers > 0 ? 1 : 0) +
	Math.min(talking.length, talks) +
	(hasSummary && hasSummaryRow ? 1 : 0) +
	(hasGap ? 1 : 0);

type Place = Scene & {readonly row: number; readonly detail: Detail};

const drawQueue = (cells: RawCells, place: Place, people: People): number => {
	const {board, now, area} = place;
	const [callers, talks, hasSummary, hasGap] = place.detail;
	const {waiting, talking} = people;
	let {row} = place;
	drawHead(cells, {row, area}, people);
	row += 1;
	for (const caller of waiting.slice(0, callers)) drawWaiting(cells, {row: row++, area, now}, caller);
	if (waiting.length > callers && callers > 0) {
		cells.fill(row, area.column, area.columns);
		cells.put(row++, area.column + 2, en['queue.more'](waiting.length - callers), tone.muted);
	}
	for (const caller of talking.slice(0, talks)) drawTalking(cells, {row: row++, area, now, board}, caller);
	if (hasSummary && area.columns < 66) {
		cells.fill(row, area.column, area.columns);
		drawSummary(cells, {row: row++, from: area.column + 2, end: area.column + area.columns}, people.queue);
	}
	if (hasGap) cells.fill(row++, area.column, area.columns);
	return row;
};

type Spot = {readonly row: number; readonly area: Rectangle};

const drawHead = (cells: RawCells, {row, area}: Spot, {queue, waiting, talking}: People): void => {
	const talks = en['queue.talking'](String(talking.length));
	const waits = en['queue.waiting'](String(waiting.length));
	const talksAt = area.column + area.columns - talks.length;
	const waitsAt = talksAt - 2 - waits.length;
	cells.fill(row, area.column, area.columns);
	cells.put(row, area.column, queue.label ?? formatNumber(queue.number), tone.strong);
	if (area.columns >= 66) drawSummary(cells, {row, from: area.column + 20, end: waitsAt - 2}, queue);
	cells.put(row, waitsAt, waits, waiting.length > 0 ? tone.warning : tone.muted);
	cells.put(row, talksAt, talks, talking.length > 0 ? tone.plain : tone.muted);
};

const drawWaiting = (cells: RawCells, {row, area, now}: Spot & {readonly now: number}, caller: Caller): void => {
	const age = Math.max(0, now - (caller.joinedAt ?? caller.heardAt));
	const words = `${formatAge(age)} ${age >= 60_000 ? unicode.above : ' '}`;
	cells.fill(row, area.column, area.columns);
	cells.put(row, area.column + 2, formatNumber(caller.from), tone.plain);
	const style = age >= 60_000 ? tone.alarm : age >= 20_000 ? tone.warning : tone.plain;
	cells.put(row, area.column + 27 - words.length, words, style);
};

const drawTalking = (
	cells: RawCells,
	{row, area, now, board}: Spot & {readonly now: number; readonly board: Board},
	caller: Caller,
): void => {
	const age = formatAge(now - talkingSince(caller));
	const agent = caller.bridge?.agent ?? '';
	cells.fill(row, area.column, area.columns);
	cells.put(row, area.column, unicode.status['in-call'], tone.busy);
	cells.put(row, area.column + 2, formatNumber(caller.from), tone.muted);
	cells.put(row, area.column + 25 - age.length, age, tone.plain);
	cells.put(row, area.column + 28, board.lines.get(lineNumber(agent))?.label ?? formatNumber(agent), tone.plain);
};

const drawSummary = (
	cells: RawCells,
	{row, from, end}: {readonly row: number; readonly from: number; readonly end: number},
	queue: Queue,
): void => {
	const average = averageSpeedOfAnswer(queue.tally);
	const gone = lost(queue.tally);
	const words = [
		en['queue.answered'](queue.tally.answered),
		en['queue.lost'](gone),
		formatShare(answerRate(queue.tally), en['figure.none']),
		en['queue.average'](average === null ? en['figure.none'] : formatSpan(average, en)),
	];
	let column = from;
	for (const [index, word] of words.entries()) {
		if (column + word.length > end) break;
		cells.put(row, column, word, index === 1 && gone > 0 ? tone.plain : tone.muted);
		column += word.length + 2;
	}
};
