import {type Board, emptyBoard} from '../../source/domain/board.js';
import type {BoardEvent, CallEvent, CallerEvent} from '../../source/domain/event.js';
import type {Line} from '../../source/domain/line.js';
import {newQueue, type Queue} from '../../source/domain/queue.js';
import {reduceBoard} from '../../source/domain/reduce.js';
import {
	agentNumber,
	callerId,
	callId,
	type EpochMs,
	epochMs,
	lineNumber,
	queueNumber,
	siteName,
} from '../../source/domain/units.js';

/** The site, the numbers and the people of the recorded flows. */
export const site = siteName('default');
export const accueil = lineNumber('0033199000101');
export const colleague = lineNumber('0033199000102');
export const support = queueNumber('0033199000100');
/** Another queue, where callers go on to. */
export const sales = queueNumber('0033199000110');
export const alice = agentNumber('0033199000101');
export const bruno = agentNumber('0033199000102');
export const chloe = agentNumber('0033199000103');
export const customer = '0033639980001';
export const firstCall = callId('call-1');
export const firstCaller = callerId('caller-1');

/** 2026-03-05 10:15:00 in Paris, a whole second. */
export const start = 1_772_702_100_000;

/** The instant so many seconds after the start. */
export const at = (seconds: number): EpochMs => epochMs(start + Math.round(seconds * 1000));

type CallFacts = Partial<Omit<CallEvent, 'type' | 'at'>>;

/** Something that happens to a call, by default the customer's to Alice's line. */
export const onCall = (type: CallEvent['type'], seconds: number, facts: CallFacts = {}): CallEvent => ({
	type,
	at: at(seconds),
	site,
	service: 'line',
	number: accueil,
	callId: firstCall,
	direction: 'incoming',
	from: customer,
	to: accueil,
	dialled: accueil,
	...facts,
});

type Made<Type extends CallerEvent['type']> = Partial<Omit<BoardEvent<Type>, 'type' | 'at'>>;

const inQueue = (seconds: number) =>
	({at: at(seconds), site, service: 'queue', number: support, callerId: firstCaller, from: customer}) as const;

export const joined = (seconds: number, facts: Made<'caller-joined'> = {}): BoardEvent<'caller-joined'> => ({
	type: 'caller-joined',
	...inQueue(seconds),
	...facts,
});

export const offered = (seconds: number, facts: Made<'agent-offered'> = {}): BoardEvent<'agent-offered'> => ({
	type: 'agent-offered',
	...inQueue(seconds),
	agent: alice,
	...facts,
});

export const failed = (seconds: number, facts: Made<'agent-failed'> = {}): BoardEvent<'agent-failed'> => ({
	type: 'agent-failed',
	...inQueue(seconds),
	agent: alice,
	cause: 'NO_ANSWER',
	...facts,
});

export const bridged = (seconds: number, facts: Made<'bridge-started'> = {}): BoardEvent<'bridge-started'> => ({
	type: 'bridge-started',
	...inQueue(seconds),
	agent: alice,
	answeredAt: at(seconds),
	...facts,
});

export const unbridged = (seconds: number, facts: Made<'bridge-ended'> = {}): BoardEvent<'bridge-ended'> => ({
	type: 'bridge-ended',
	...inQueue(seconds),
	agent: alice,
	bridged: true,
	endedAt: at(seconds),
	...facts,
});

/** The caller leaves, by default by giving up. */
export const left = (seconds: number, facts: Made<'caller-left'> = {}): BoardEvent<'caller-left'> => ({
	type: 'caller-left',
	...inQueue(seconds),
	outcome: 'abandoned',
	leftAt: at(seconds),
	...facts,
});

export const counted = (seconds: number, count: number): BoardEvent<'queue-counted'> => ({
	type: 'queue-counted',
	at: at(seconds),
	site,
	service: 'queue',
	number: support,
	count,
});

export const timePassed = (seconds: number): BoardEvent<'time-passed'> => ({type: 'time-passed', at: at(seconds)});

/** The service began a new session. */
export const gap = (seconds: number, place = site): BoardEvent<'feed-gap'> => ({
	type: 'feed-gap',
	at: at(seconds),
	site: place,
});

export const reset = (seconds: number): BoardEvent<'board-reset'> => ({type: 'board-reset', at: at(seconds)});

/** A whole stay with a conversation: joins, is answered, hangs up. */
export const served = (
	id: string,
	{joins, answered, ends}: {readonly joins: number; readonly answered: number; readonly ends: number},
): readonly BoardEvent[] => {
	const facts = {callerId: callerId(id)};
	return [
		joined(joins, facts),
		bridged(answered, facts),
		unbridged(ends, {...facts, answeredAt: at(answered)}),
		left(ends, {...facts, outcome: 'served', agent: alice, answeredAt: at(answered)}),
	];
};

/** A whole stay without one: joins and gives up. */
export const gaveUp = (
	id: string,
	{joins, leaves}: {readonly joins: number; readonly leaves: number},
): readonly BoardEvent[] => [joined(joins, {callerId: callerId(id)}), left(leaves, {callerId: callerId(id)})];

export const boardAfter = (...events: readonly BoardEvent[]): Board => reduceBoard(emptyBoard, events);

/** The line, or a failure that says it is not there. */
export const lineIn = (board: Board, number = accueil): Line => {
	const line = board.lines.get(number);
	if (!line) throw new Error(`no line ${number} on the board`);
	return line;
};

/** The queue; an empty one when the board has none. */
export const queueIn = (board: Board, number = support): Queue => board.queues.get(number) ?? newQueue(number, site);
