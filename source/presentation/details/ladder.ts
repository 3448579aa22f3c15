import {trailLimit} from '../../domain/caller.js';
import type {BoardEvent, CallEvent, CallerEvent} from '../../domain/event.js';
import type {FindStay} from '../../domain/queue-of-call.js';
import type {EpochMs} from '../../domain/units.js';
import {callerText, nameOf} from '../names.js';
import type {Style} from '../style.js';
import {agentCalls, agentsIn} from './agent-calls.js';
import type {FoundCall, FoundStay} from './found.js';
import type {Ladder, Lane, Step} from './page.js';
import {callerLane, callerStep, callStep, queueLane} from './step-words.js';

type Unspaced = Omit<Step, 'gap'>;

/** Where the other end of a line's call stands. */
const otherLane = 'other';

/** The course of a stay: what the queue told of it, and what the lines of the agents told of their part. */
export const stayLadder = (stay: FoundStay, style: Style, find: FindStay): Ladder => {
	const {queue, joinedAt, trail} = stay;
	const facts = {joinedAt, isConnected: stay.agent !== null};
	const told = trail.map((event): Unspaced => {
		const words = callerStep(event, style, facts);
		return {at: event.at, event, who: nameOf(queue, style), isOfLine: false, ...words};
	});
	return {
		lanes: [
			{key: callerLane, name: callerText(stay.from, style)},
			{key: queueLane, name: nameOf(queue, style)},
			...agentLanes(trail, style),
		],
		steps: spaced([...told, ...toldByLines(stay, style, find)]),
		isCut: isStayCut(stay),
	};
};

/** What the lines of the agents told of their part. */
const toldByLines = (stay: FoundStay, style: Style, find: FindStay): readonly Unspaced[] =>
	agentCalls(stay, style.board, find).flatMap(({line, isAnswered, trail}) => {
		const place = {who: nameOf(line, style), isOfLine: true, tone: 'plain', from: line, to: line} as const;
		return trail.map((event): Unspaced => {
			const {words} = callStep(event, style, {own: line, other: line, isAnswered});
			return {at: event.at, event, words, ...place};
		});
	});

const agentLanes = (trail: readonly CallerEvent[], style: Style): readonly Lane[] =>
	[...agentsIn(trail)].map(agent => ({key: agent, name: nameOf(agent, style)}));

/** The course of a call of a line. */
export const callLadder = (call: FoundCall, style: Style): Ladder => {
	const {line, direction, from, to, answeredAt, trail} = call;
	const ends = {own: line, other: otherLane, isAnswered: answeredAt !== null};
	const steps = trail.map(
		(event): Unspaced => ({
			at: event.at,
			event,
			who: nameOf(line, style),
			isOfLine: false,
			...callStep(event, style, ends),
		}),
	);
	const other = {key: otherLane, name: nameOf(direction === 'outgoing' ? to : from, style)};
	const own = {key: line, name: nameOf(line, style)};
	return {
		lanes: direction === 'outgoing' ? [own, other] : [other, own],
		steps: spaced(steps),
		isCut: isCallCut(call),
	};
};

/** One event alone. */
export const eventLadder = (event: BoardEvent, {who, words}: Pick<Step, 'who' | 'words'>): Ladder => ({
	lanes: [],
	steps: [{at: event.at, gap: null, event, who, words, tone: 'plain', from: '', to: '', isOfLine: false}],
	isCut: false,
});

/** By time; what happened at once in the order it came. */
const spaced = (steps: readonly Unspaced[]): readonly Step[] => {
	let before: EpochMs | null = null;
	return steps
		.toSorted((one, other) => one.at - other.at)
		.map(step => {
			const gap = before === null ? null : step.at - before;
			before = step.at;
			return {...step, gap};
		});
};

const isFull = (trail: readonly unknown[]): boolean => trail.length >= trailLimit;

/** A stay begins by joining: what begins otherwise began earlier. */
const isStayCut = ({trail}: FoundStay): boolean => isFull(trail) || !trail.some(({type}) => type === 'caller-joined');

/** A call begins by ringing, or by an answer whose ringing nobody told; nothing else begins one. */
const isCallCut = ({trail, startedAt}: FoundCall): boolean => {
	const first: CallEvent | undefined = trail.toSorted((one, other) => one.at - other.at)[0];
	if (first === undefined || isFull(trail)) return true;
	return first.at > startedAt || (first.type !== 'ringing-started' && first.type !== 'talk-started');
};
