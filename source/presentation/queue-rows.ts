import {answerRate, averageSpeedOfAnswer, lost} from '../domain/figures.js';
import type {Queue} from '../domain/queue.js';
import {type Cell, left, type Placed, type Row, right, type Tone, text} from './cells.js';
import {formatAge, formatAtLeast, formatShare, formatSpan} from './format.js';
import {callerText, nameOf} from './names.js';
import {type Present, peopleIn, type Since} from './queues/people.js';
import type {Style} from './style.js';
import type {Symbols} from './symbols.js';
import {formatNumber} from './telephone.js';
import {cutTo, widthOf} from './width.js';

export type QueueStyle = Omit<Style, 'rule' | 'window' | 'now'> & {readonly width: number};

/** Waiting so long asks for attention, so long for action: milliseconds. */
export const waitSteps = [
	{afterMs: 20_000, tone: 'warning'},
	{afterMs: 60_000, tone: 'alarm'},
] as const;

/** A wait as it runs, marked when it calls for action: the mark serves those who see no colour. */
export const writeWait =
	(symbols: Symbols) =>
	(age: number): string =>
		`${formatAge(age)} ${age >= waitSteps[1].afterMs ? symbols.above : ' '}`;

/** The same of a wait that has lasted at least so long. */
const writeLeastWait =
	(symbols: Symbols) =>
	(age: number): string =>
		writeWait(symbols)(age).replace(' ', '+');

/** A running wait. */
export const waitCell = ({at, isExact}: Since, symbols: Symbols): Cell => ({
	kind: 'since',
	since: at,
	tone: 'plain',
	steps: waitSteps,
	write: (isExact ? writeWait : writeLeastWait)(symbols),
});

const writeLeastAge = (age: number): string => `${formatAge(age)}+`;

/** A running conversation. */
export const talkCell = ({at, isExact}: Since): Cell => ({
	kind: 'since',
	since: at,
	tone: 'plain',
	steps: [],
	write: isExact ? formatAge : writeLeastAge,
});

const queueName = (queue: Queue): string => queue.label ?? formatNumber(queue.number);

/** A panel this wide holds a queue's figures on the row of its name. */
const wide = 66;
const figuresAt = 20;

export const hasSummaryRow = ({width}: Pick<QueueStyle, 'width'>): boolean => width < wide;

/** Name, callers waiting, callers talking; between them the figures of the day where there is room. */
export const headRow = (queue: Queue, style: QueueStyle): Row => {
	const {width, messages, symbols} = style;
	const {doubted, ...people} = peopleIn(queue);
	const waiting = people.waiting.length;
	const talking = people.talking.length;
	const words = (count: number, inDoubt: number): string => formatAtLeast(count, {inDoubt, none: symbols.dash});
	const talks = messages['queue.talking'](words(talking, doubted.talking.length));
	const waits = messages['queue.waiting'](words(waiting, doubted.waiting.length));
	const talksAt = width - widthOf(talks);
	const waitsAt = talksAt - 2 - widthOf(waits);
	const room = hasSummaryRow(style) ? waitsAt - 1 : figuresAt - 2;
	return [
		left(0, room, text(cutTo(queueName(queue), room, symbols.cut), 'strong')),
		...(hasSummaryRow(style) ? [] : figuresBetween(queue, {...style, start: figuresAt, end: waitsAt - 2})),
		left(waitsAt, widthOf(waits), text(waits, waiting > 0 ? 'warning' : 'muted')),
		left(talksAt, widthOf(talks), text(talks, talking > 0 ? 'plain' : 'muted')),
	];
};

const numberWidth = 16;
const ageAt = 2 + numberWidth;
const ageWidth = 9;
const agentAt = ageAt + ageWidth + 1;

/** A caller who waits: number, running time, who rings for them. */
export const waitingRow = ({caller, since}: Present, style: QueueStyle): Row => {
	const {width, symbols} = style;
	const number = cutTo(callerText(caller.from, style), numberWidth, symbols.cut);
	const row = [left(2, numberWidth, text(number)), right(ageAt, ageWidth, waitCell(since, symbols))];
	if (caller.ringing.size === 0 || width <= agentAt) return row;
	const agents = [...caller.ringing.keys()].map(agent => nameOf(agent, style)).join(', ');
	const words = cutTo(`${symbols.to} ${agents}`, width - agentAt, symbols.cut);
	return [...row, left(agentAt, width - agentAt, text(words, 'ringing'))];
};

/** A caller of whom nothing was heard for too long, before they go from the screen. */
export const expiredRow = ({caller}: Present, style: QueueStyle): Row => [
	left(0, 1, text(style.symbols.status.expired, 'muted')),
	left(2, numberWidth, text(cutTo(callerText(caller.from, style), numberWidth, style.symbols.cut), 'muted')),
	left(ageAt + 1, Math.max(0, style.width - ageAt - 1), text(style.messages['status.expired'], 'muted')),
];

/** A caller who talks: number, running time, agent. */
export const talkingRow = ({caller, since}: Present, style: QueueStyle): Row => {
	const {width, symbols} = style;
	const number = cutTo(callerText(caller.from, style), numberWidth, symbols.cut);
	const row = [
		left(0, 1, text(symbols.status['in-call'], 'busy')),
		left(2, numberWidth, text(number, 'muted')),
		right(ageAt, ageWidth - (since.isExact ? 2 : 1), talkCell(since)),
	];
	if (!caller.bridge || width <= agentAt) return row;
	const agent = cutTo(nameOf(caller.bridge.agent, style), width - agentAt, symbols.cut);
	return [...row, left(agentAt, width - agentAt, text(agent))];
};

/** Figures of the day, as many as fit; a service's count that differs from ours comes first. */
export const summaryRow = (queue: Queue, style: QueueStyle): Row =>
	figuresBetween(queue, {...style, start: 2, end: style.width});

const figuresBetween = (queue: Queue, style: QueueStyle & {readonly start: number; readonly end: number}): Row => {
	const row: Placed[] = [];
	let column = style.start;
	for (const [words, tone] of summaryWords(queue, style)) {
		const width = widthOf(words);
		if (column + width > style.end) break;
		row.push(left(column, width, text(words, tone)));
		column += width + 2;
	}
	return row;
};

const summaryWords = (queue: Queue, {messages}: QueueStyle): readonly (readonly [string, Tone])[] => {
	const average = averageSpeedOfAnswer(queue.tally);
	const none = messages['figure.none'];
	const figures = [
		[messages['queue.answered'](queue.tally.answered), 'muted'],
		[messages['queue.lost'](lost(queue.tally)), lost(queue.tally) > 0 ? 'plain' : 'muted'],
		[formatShare(answerRate(queue.tally), none), 'muted'],
		[messages['queue.average'](average === null ? none : formatSpan(average, messages)), 'muted'],
	] as const;
	if (queue.reported === null) return figures;
	const words = messages['queue.reported'](queue.reported.count);
	const differs = queue.reported.count !== peopleIn(queue).waiting.length;
	return differs ? [[words, 'warning'], ...figures] : [...figures, [words, 'muted']];
};
