import type {Board} from '../../source/domain/board.js';
import type {BoardEvent, LeaveOutcome} from '../../source/domain/event.js';
import {agentNumber, callerId, callId, lineNumber, queueNumber} from '../../source/domain/units.js';
import {at, boardAfter, bridged, joined, left, onCall, site, support} from './builders.js';
import {connecting, heard, live} from './sites.js';

export const sales = queueNumber('0033199000200');
export const aliceLine = lineNumber('0033199001102');
export const bobLine = lineNumber('0033199001106');

const registered = (number: string, label: string): BoardEvent => ({
	type: 'line-registered',
	at: at(-4000),
	site,
	service: 'line',
	number: lineNumber(number),
	label,
});

type Lost = {
	readonly from: string;
	/** Seconds at which they gave up, and for how long they had waited. */
	readonly leaves: number;
	readonly waits: number;
	readonly outcome?: LeaveOutcome;
	readonly at?: 'Support' | 'Ventes';
};

/** A caller who joins a queue and is lost. */
export const lostOnce = (id: string, {from, leaves, waits, outcome = 'abandoned', at: label = 'Support'}: Lost) => {
	const facts = {callerId: callerId(id), from, label, number: label === 'Support' ? support : sales};
	return [joined(leaves - waits, facts), left(leaves, {...facts, outcome})] as const;
};

/** A line's call, answered after five seconds or, when `lasts` is null, not at all. */
export const calls = (
	id: string,
	facts: {readonly line: string; readonly to: string; readonly begins: number; readonly lasts: number | null},
): readonly BoardEvent[] => {
	const {line, to, begins, lasts} = facts;
	const call = {
		callId: callId(id),
		number: lineNumber(line),
		direction: 'outgoing' as const,
		from: line,
		to,
		dialled: to,
	};
	const rings = [onCall('ringing-started', begins, call), onCall('ringing-ended', begins + 5, call)];
	if (lasts === null) return rings;
	return [...rings, onCall('talk-started', begins + 5, call), onCall('talk-ended', begins + 5 + lasts, call)];
};

/** A caller who joins a queue and is answered five seconds later. */
export const answered = (id: string, from: string, begins: number): readonly BoardEvent[] => {
	const facts = {callerId: callerId(id), from, number: sales, label: 'Ventes'};
	return [joined(begins, facts), bridged(begins + 5, {...facts, agent: agentNumber(aliceLine)})];
};

const events: readonly BoardEvent[] = [
	connecting(-4010),
	live(-4009),
	heard(-1),
	registered(aliceLine, 'Alice'),
	registered(bobLine, 'Bob'),
	...lostOnce('hand', {from: '0033633445566', leaves: -2700, waits: 45}),
	...lostOnce('thrice-1', {from: '0033612345678', leaves: -3000, waits: 62}),
	...lostOnce('thrice-2', {from: '0033612345678', leaves: -1200, waits: 180, outcome: 'timed-out', at: 'Ventes'}),
	...lostOnce('thrice-3', {from: '0033612345678', leaves: -600, waits: 40}),
	...lostOnce('reached', {from: '0033698765432', leaves: -2400, waits: 90}),
	...answered('reached-again', '0033698765432', -2040),
	...lostOnce('called', {from: '0033655443322', leaves: -1800, waits: 75}),
	...calls('back', {line: bobLine, to: '0033655443322', begins: -1500, lasts: 120}),
	...lostOnce('missed', {from: '0033644332211', leaves: -1500, waits: 20, at: 'Ventes'}),
	...calls('in-vain', {line: bobLine, to: '0033644332211', begins: -1100, lasts: null}),
	...lostOnce('hidden-1', {from: '', leaves: -900, waits: 30}),
	...lostOnce('hidden-2', {from: '', leaves: -870, waits: 25}),
	...lostOnce('short', {from: '0033677889900', leaves: -500, waits: 3}),
	...lostOnce('london', {from: '00442079460000', leaves: -400, waits: 61, outcome: 'no-agent', at: 'Ventes'}),
	{type: 'loss-ticked', at: at(-2640), key: `${support} hand 1`, isDone: true},
];

/** Everything in order of time. */
export const lostEvents: readonly BoardEvent[] = events.toSorted((one, other) => one.at - other.at);

/** A morning with callers lost, reached and called back, seen at `at(0)`. */
export const lostBoard = (): Board => boardAfter(...lostEvents);
