import type {Board} from '../../source/domain/board.js';
import type {BoardEvent} from '../../source/domain/event.js';
import {agentNumber, callerId, channelId, lineNumber, queueNumber, siteName} from '../../source/domain/units.js';
import {
	at,
	boardAfter,
	bridged,
	counted,
	failed,
	gap,
	joined,
	left,
	offered,
	site,
	timePassed,
	unbridged,
} from './builders.js';

/** The other site, whose feed began anew: nobody knows what became of its callers. */
export const lyon = siteName('Lyon');

export const sales = queueNumber('0033199000200');
export const accounts = queueNumber('0033199000300');
export const nameless = queueNumber('0033199000400');

const agents = ['Alice', 'Bruno', 'Chloé', 'David', 'Emma'].map((label, index) => ({
	label,
	number: `003319900010${index + 1}`,
}));

const agentCalled = (name: string) => agentNumber(agents.find(({label}) => label === name)?.number ?? '');

const lines = agents.map(
	({label, number}): BoardEvent => ({
		type: 'line-registered',
		at: at(-8000),
		site,
		service: 'line',
		number: lineNumber(number),
		label,
	}),
);

const atSupport = (id: string, from = '0033612345678') => ({callerId: callerId(id), from, label: 'Support'});
const inSales = (id: string, from = '0033144556677') => ({
	callerId: callerId(id),
	from,
	number: sales,
	label: 'Ventes',
	site: lyon,
});
const inAccounts = (id: string, from = '0033655667788') => ({
	callerId: callerId(id),
	from,
	number: accounts,
	label: 'Comptabilité',
});

type Facts = ReturnType<typeof atSupport>;

/** Answered, and done: seconds of joining, answer and end. */
const done = (facts: Facts, [joins, answers, ends]: readonly [number, number, number]): readonly BoardEvent[] => [
	joined(joins, facts),
	bridged(answers, {...facts, agent: agentCalled('Alice')}),
	unbridged(ends, {...facts, agent: agentCalled('Alice'), answeredAt: at(answers)}),
	left(ends, {...facts, outcome: 'served', agent: agentCalled('Alice'), answeredAt: at(answers)}),
];

/** Ended at half past eight, half past nine, and within the last half hour and quarter. */
const past: readonly BoardEvent[] = [
	...done(atSupport('early'), [-6300, -6292, -6000]),
	...done(atSupport('slow'), [-2700, -2650, -2400]),
	...done(atSupport('quick'), [-1500, -1494, -1300]),
	joined(-1700, atSupport('short')),
	left(-1697, atSupport('short')),
	joined(-800, atSupport('lost')),
	left(-720, atSupport('lost')),
	joined(-700, atSupport('timed-out')),
	left(-580, {...atSupport('timed-out'), outcome: 'timed-out'}),
	joined(-500, atSupport('key')),
	left(-490, {...atSupport('key'), outcome: 'opted-out'}),
	...done(inSales('sale'), [-900, -890, -700]),
	joined(-400, inSales('nobody')),
	left(-370, {...inSales('nobody'), outcome: 'no-agent'}),
];

/** One call that no agent of the accounts took went on to support, where it was answered. */
const overflow: readonly BoardEvent[] = [
	joined(-300, {...inAccounts('first stay'), channel: channelId('overflow')}),
	left(-240, {...inAccounts('first stay'), outcome: 'timed-out', channel: channelId('overflow')}),
	joined(-240, {...atSupport('second stay', '0033655667788'), channel: channelId('overflow')}),
	bridged(-225, {
		...atSupport('second stay', '0033655667788'),
		agent: agentCalled('Emma'),
		channel: channelId('overflow'),
	}),
];

const ring = (facts: Facts, names: readonly string[], seconds: number): readonly BoardEvent[] =>
	names.map(name => offered(seconds, {...facts, agent: agentCalled(name)}));

const now: readonly BoardEvent[] = [
	joined(-161, atSupport('first', '0033645454545')),
	...ring(atSupport('first', '0033645454545'), ['Alice', 'Bruno'], -150),
	failed(-130, {...atSupport('first', '0033645454545'), agent: agentCalled('Alice')}),
	failed(-130, {...atSupport('first', '0033645454545'), agent: agentCalled('Bruno')}),
	...ring(atSupport('first', '0033645454545'), ['Alice', 'Bruno', 'Chloé', 'David'], -12),
	joined(-31, atSupport('second', '')),
	joined(-5, atSupport('third', '00442079460000')),
	counted(-100, 4),
	joined(-40, inAccounts('waits', '0033622334455')),
	...ring(inAccounts('waits', '0033622334455'), ['Emma'], -9),
	offered(-70, {callerId: callerId('partial'), from: '0033699887766', number: nameless, agent: agentCalled('David')}),
	failed(-50, {callerId: callerId('partial'), from: '0033699887766', number: nameless, agent: agentCalled('David')}),
	joined(-3700, inAccounts('forgotten', '0033611112222')),
	joined(-90, inSales('in doubt', '0033633221100')),
	joined(-95, inSales('talked', '0033633445566')),
	bridged(-85, {...inSales('talked', '0033633445566'), agent: agentCalled('Bruno')}),
	gap(-60, lyon),
	joined(-20, inSales('after', '0033677665544')),
	timePassed(-30),
];

const feeds: readonly BoardEvent[] = [site, lyon].flatMap((place): readonly BoardEvent[] => [
	{type: 'feed-connecting', at: at(-8010), site: place, transport: 'v1'},
	{type: 'feed-live', at: at(-8009), site: place},
	{type: 'feed-received', at: at(-2), site: place, events: 40, rejected: 0, lastEventAt: at(-2), clockOffsetMs: 0},
]);

export const queuesEvents: readonly BoardEvent[] = [...feeds, ...lines, ...past, ...overflow, ...now].sort(
	(one, other) => one.at - other.at,
);

/** A morning with four queues, seen at `at(0)`: callers who wait, ring, talk, are in doubt, and one who expired. */
export const queuesBoard = (): Board => boardAfter(...queuesEvents);

/** So many queues, and so many callers who wait, all over them; every third queue has somebody who talks. */
export const manyQueues = (queues: number, callers: number): Board => {
	const facts = (index: number) => ({
		number: queueNumber(`00331990${String(20_000 + (index % queues))}`),
		label: `Queue ${(index % queues) + 1}`,
	});
	const waits = Array.from({length: callers}, (_, index) =>
		joined(-callers + index, {
			...facts(index),
			callerId: callerId(`waits ${index}`),
			from: `00336${String(10_000_000 + index)}`,
		}),
	);
	const talks = Array.from({length: Math.ceil(queues / 3)}, (_, index) => {
		const caller = {
			...facts(index * 3),
			callerId: callerId(`talks ${index}`),
			from: `00337${String(10_000_000 + index)}`,
		};
		return [joined(-1000, caller), bridged(-990 + index, {...caller, agent: agentCalled('Alice')})];
	});
	return boardAfter(...feeds.slice(0, 2), ...talks.flat(), ...waits);
};
