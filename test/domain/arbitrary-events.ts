import fc from 'fast-check';
import type {BoardEvent, LeaveOutcome} from '../../source/domain/event.js';
import {
	type ChannelId,
	callerId,
	callId,
	channelId,
	durationMs,
	epochMs,
	type QueueNumber,
} from '../../source/domain/units.js';
import {
	accueil,
	alice,
	at,
	bridged,
	bruno,
	colleague,
	counted,
	customer,
	failed,
	gap,
	joined,
	left,
	offered,
	onCall,
	reset,
	sales,
	site,
	start,
	support,
	timePassed,
	unbridged,
} from '../helpers/builders.js';

const outcomes: readonly LeaveOutcome[] = ['served', 'abandoned', 'timed-out', 'no-agent', 'opted-out'];
const causes = ['NO_ANSWER', 'LOSE_RACE', 'ORIGINATOR_CANCEL', 'USER_BUSY'];
const callTypes = [
	'ringing-started',
	'ringing-ended',
	'talk-started',
	'talk-ended',
	'hold-started',
	'hold-ended',
] as const;

/** Few of everything, so that events meet. */
const seconds = fc.integer({min: 0, max: 30});
const caller = fc
	.record({
		id: fc.constantFrom('a', 'b', 'c'),
		number: fc.constantFrom(support, support, support, sales),
		channel: fc.option(fc.constantFrom('x', 'y').map(channelId), {nil: undefined}),
	})
	.map(({id, number, channel}) => ({callerId: callerId(id), number, ...(channel === undefined ? {} : {channel})}));
const agent = fc.constantFrom(alice, bruno);
const maybeInstant = fc.option(seconds.map(at), {nil: undefined});

const callEvents = fc
	.record({
		type: fc.constantFrom(...callTypes),
		at: seconds,
		id: fc.constantFrom('1', '2', '3'),
		number: fc.constantFrom(accueil, colleague),
	})
	.map(({type, at: second, id, number}): BoardEvent => onCall(type, second, {callId: callId(id), number}));

const callerEvents = fc
	.record({second: seconds, who: caller, agent, answered: maybeInstant, joinedAt: maybeInstant})
	.chain(({second, who, agent: someone, answered, joinedAt}): fc.Arbitrary<BoardEvent> => {
		const known = joinedAt === undefined ? who : {...who, joinedAt};
		const told = answered === undefined ? {} : {answeredAt: answered};
		return fc.oneof(
			fc.constant(joined(second, who)),
			fc.constant(offered(second, {...who, agent: someone})),
			fc.constantFrom(...causes).map(cause => failed(second, {...known, agent: someone, cause})),
			fc.constant(bridged(second, {...known, ...told, agent: someone})),
			fc.boolean().map(bridgedAtAll => unbridged(second, {...known, ...told, agent: someone, bridged: bridgedAtAll})),
			fc.constantFrom(...outcomes).map(outcome => left(second, {...known, ...told, agent: someone, outcome})),
		);
	});

const feedEvents = fc
	.tuple(seconds, seconds)
	.chain(([second, retry]) =>
		fc.constantFrom<BoardEvent>(
			{type: 'feed-connecting', at: at(second), site, transport: 'v1'},
			{type: 'feed-live', at: at(second), site},
			{type: 'feed-failed', at: at(second), site, failure: 'timeout', reason: 'no answer', retryAt: at(retry)},
			{type: 'feed-refused', at: at(second), site, reason: 'refused', retryAt: at(retry)},
			{type: 'event-rejected', at: at(second), site, path: `Events[${retry}]`, reason: 'bad'},
			{type: 'event-unrecognised', at: at(second), site, name: 'agent-add', number: ''},
			{type: 'line-registered', at: at(second), site, service: 'line', number: accueil},
			gap(second),
		),
	);

const boardEvents = fc
	.tuple(seconds, seconds, fc.boolean())
	.chain(([second, earlier, isDone]) =>
		fc.constantFrom<BoardEvent>(
			timePassed(second),
			{...timePassed(second), patience: {conversation: durationMs(9000), waiting: durationMs(3000)}},
			{type: 'loss-ticked', at: at(second), key: 'x', isDone},
			{type: 'loss-ticked', at: at(second), key: `${support} a 1`, isDone},
			reset(second),
			{type: 'board-restored', at: at(second), savedAt: at(earlier)},
			{type: 'settings-changed', at: at(second)},
		),
	);

/**
Any event that says something of its own. `feed-received` is not among them: it reports how much arrived, and two
equal reports are two arrivals.
*/
export const anyEvent: fc.Arbitrary<BoardEvent> = fc.oneof(
	{arbitrary: callEvents, weight: 5},
	{arbitrary: callerEvents, weight: 8},
	{arbitrary: fc.tuple(seconds, fc.nat(5)).map(([second, count]) => counted(second, count)), weight: 1},
	{arbitrary: feedEvents, weight: 1},
	{arbitrary: boardEvents, weight: 1},
);

export const anyEvents = fc.array(anyEvent, {maxLength: 60});

type StayFacts = {
	readonly number?: QueueNumber;
	readonly channel?: ChannelId;
	readonly from?: string;
	/** When they join, seconds after the start. */
	readonly joins?: fc.Arbitrary<number>;
};

/** The whole stay of a caller as the switch tells it: any number of attempts, then a conversation or a loss. */
export const anyStay = (
	id: string,
	{from = customer, joins: joining = seconds, ...place}: StayFacts = {},
): fc.Arbitrary<readonly BoardEvent[]> =>
	fc
		.record({
			joins: joining,
			attempts: fc.array(fc.record({agent, cause: fc.constantFrom(...causes)}), {maxLength: 3}),
			ending: fc.constantFrom('waits', 'talks', 'served', 'broken', ...outcomes.slice(1)),
			agent,
		})
		.map(({joins, attempts, ending, agent: winner}) => {
			const who = {callerId: callerId(id), from, ...place};
			const known = {...who, joinedAt: at(joins)};
			const tried = attempts.flatMap(({agent: tries, cause}, index) => [
				offered(joins + 1 + 10 * index, {...who, agent: tries}),
				failed(joins + 9 + 10 * index, {...known, agent: tries, cause}),
			]);
			const answers = joins + 1 + 10 * attempts.length;
			const talk = [offered(answers, {...who, agent: winner}), bridged(answers + 7, {...known, agent: winner})];
			const times = {...known, agent: winner, answeredAt: at(answers + 7)};
			const ends: Readonly<Record<string, readonly BoardEvent[]>> = {
				waits: [],
				talks: talk,
				served: [...talk, unbridged(answers + 60, times), left(answers + 60, {...times, outcome: 'served'})],
				broken: [
					...talk,
					unbridged(answers + 8, {...times, bridged: false}),
					left(answers + 20, {...known, outcome: 'abandoned'}),
				],
			};
			const outcome = outcomes.find(candidate => candidate === ending);
			const lost = outcome ? [left(answers, {...known, outcome})] : [];
			return [joined(joins, who), ...tried, ...(ends[ending] ?? lost)];
		});

/** One call with a number of its own that, lost in one queue, may go on to another within the second. */
export const anyWholeCall = (name: string): fc.Arbitrary<readonly BoardEvent[]> => {
	const call = {channel: channelId(`channel-${name}`), from: `00336399900${name.length}${name.charCodeAt(0)}`};
	return fc.tuple(anyStay(`${name}1`, call), fc.boolean()).chain(([first, goesOn]) => {
		const last = first.at(-1);
		if (!goesOn || last?.type !== 'caller-left' || last.outcome === 'served') return fc.constant(first);
		const joins = fc.constant((last.at - start) / 1000);
		return anyStay(`${name}2`, {...call, number: sales, joins}).map(second => [...first, ...second]);
	});
};

/** Order of arrival: each event is late by up to a second, and events of one time come in any order. */
export const shuffled = (events: readonly BoardEvent[]): fc.Arbitrary<readonly BoardEvent[]> =>
	fc.array(fc.integer({min: 0, max: 1000}), {minLength: events.length, maxLength: events.length}).map(delays =>
		events
			.map((event, index) => ({event, arrives: epochMs(event.at + (delays[index] ?? 0))}))
			.sort((one, other) => one.arrives - other.arrives)
			.map(({event}) => event),
	);
