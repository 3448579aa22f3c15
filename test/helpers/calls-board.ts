import type {Board} from '../../source/domain/board.js';
import type {BoardEvent} from '../../source/domain/event.js';
import {agentNumber, callerId, callId, lineNumber, queueNumber, siteName} from '../../source/domain/units.js';
import {at, boardAfter, bridged, gap, joined, left, offered, onCall, site, support, unbridged} from './builders.js';

const alice = lineNumber('0033199000101');
const bruno = lineNumber('0033199000102');
const chloe = lineNumber('0033199000103');
const front = lineNumber('0033199000110');
const sales = queueNumber('0033199000200');

const lyon = siteName('Lyon');

const names: readonly (readonly [typeof alice, string])[] = [
	[alice, 'Alice'],
	[bruno, 'Bruno'],
	[chloe, 'Chloé'],
	[front, 'Accueil et standard de la maison'],
];

const registrations = names.map(
	([number, label], index): BoardEvent => ({
		type: 'line-registered',
		at: at(-5000 + index),
		site,
		service: 'line',
		number,
		label,
		simultaneousLines: 2,
	}),
);

/** A call to a line, or, `outgoing`, from it. */
const call = (
	id: string,
	line: typeof alice,
	other: string,
	facts: {readonly dialled?: string; readonly outgoing?: true} = {},
) => {
	const {outgoing, dialled} = facts;
	const [from, to] = outgoing ? [line, other] : [other, line];
	const direction = outgoing ? ('outgoing' as const) : ('incoming' as const);
	return {callId: callId(id), number: line, direction, from, to, dialled: dialled ?? to};
};

const talks = (facts: ReturnType<typeof call>, times: readonly [rings: number, answers: number, ends?: number]) => [
	onCall('ringing-started', times[0], facts),
	onCall('talk-started', times[1], facts),
	...(times[2] === undefined ? [] : [onCall('talk-ended', times[2], facts)]),
];

const rings = (facts: ReturnType<typeof call>, starts: number, ends?: number) => [
	onCall('ringing-started', starts, facts),
	...(ends === undefined ? [] : [onCall('ringing-ended', ends, facts)]),
];

/** Through the queue Support: Chloé does not take it, Alice does, and talks. */
const viaSupport: readonly BoardEvent[] = [
	joined(-400, {callerId: callerId('a'), from: '0033639980001', label: 'Support'}),
	offered(-390, {callerId: callerId('a'), from: '0033639980001', agent: agentNumber(alice)}),
	offered(-390, {callerId: callerId('a'), from: '0033639980001', agent: agentNumber(chloe)}),
	...rings(call('a-chloe', chloe, '0033639980001'), -389.6, -382),
	...talks(call('a-alice', alice, '0033639980001'), [-389.5, -382]),
	bridged(-382, {callerId: callerId('a'), from: '0033639980001', agent: agentNumber(alice)}),
];

/** Through the queue Ventes, over an hour ago. */
const viaSales: readonly BoardEvent[] = (() => {
	const facts = {callerId: callerId('b'), from: '0033645454545', number: sales, label: 'Ventes'};
	const agent = agentNumber(bruno);
	return [
		joined(-4000, facts),
		offered(-3990, {...facts, agent}),
		...talks(call('b', bruno, '0033645454545'), [-3989, -3970, -10]),
		bridged(-3970, {...facts, agent}),
		unbridged(-10, {...facts, agent, answeredAt: at(-3970)}),
		left(-10, {...facts, agent, answeredAt: at(-3970), outcome: 'served'}),
	];
})();

/** A call from Bruno to Chloé: two lines see it. */
const inside: readonly BoardEvent[] = [
	...talks(call('c', bruno, chloe, {outgoing: true}), [-700, -695, -600]),
	...talks(call('c', chloe, bruno), [-700, -695, -600]),
];

const others: readonly BoardEvent[] = [
	...rings(call('d', chloe, '00442079460958'), -12),
	...rings(call('e', front, ''), -130, -110),
	...rings(call('f', bruno, '0033655667788', {outgoing: true}), -90, -60),
	...talks(call('g', front, '0033478000000', {dialled: '0033800000000'}), [-800, -790]),
	onCall('hold-started', -100, call('g', front, '0033478000000', {dialled: '0033800000000'})),
	...talks(
		{...call('h', bruno, '0033611111111'), direction: 'unknown', from: '0033622222222', to: '0033611111111'} as never,
		[-300, -295, -250],
	),
];

const feeds = (place: typeof site, seconds: number): readonly BoardEvent[] => [
	{type: 'feed-connecting', at: at(seconds), site: place, transport: 'v1'},
	{type: 'feed-live', at: at(seconds), site: place},
];

const events: readonly BoardEvent[] = [...registrations, ...viaSupport, ...viaSales, ...inside, ...others].sort(
	(one, other) => one.at - other.at,
);

const received: BoardEvent = {
	type: 'feed-received',
	at: at(-2),
	site,
	events: 40,
	rejected: 0,
	lastEventAt: at(-2),
	clockOffsetMs: 0,
};

/** Calls of all kinds, seen at `at(0)`: two through queues, one between two lines, on hold, withheld, unanswered. */
export const callsBoard = (...more: readonly BoardEvent[]): Board =>
	boardAfter(...feeds(site, -5010), ...events, received, ...more);

/** The same after the service began anew: nobody knows what still goes on. */
export const callsInDoubt = (): Board => callsBoard(gap(-1), {...received, at: at(-0.5)});

/** The same with a second site. */
export const callsOfTwoSites = (): Board => callsBoard(...feeds(lyon, -5000));

export const callsLines = {alice, bruno, chloe, front, support, sales} as const;
