import type {BoardEvent, CallerEvent} from '../../source/domain/event.js';
import {
	agentNumber,
	callerId,
	channelId,
	type EpochMs,
	epochMs,
	queueNumber,
	siteName,
} from '../../source/domain/units.js';
import {createWorkload, startAt, type Workload} from './workload.js';

const site = siteName('default');
const agents = 40;

/** Callers of a frame: as many join as are answered and leave, so that as many wait as before. */
const perFrame = 2;

/**
Many callers in many queues, who wait all the time: a frame brings ten events of callers, of whom two join, two are rung,
two are answered, two have talked and two leave, and the news that they came. The lines are in call all the time.
*/
export type QueueScale = {readonly lines: number; readonly queues: number; readonly callers: number};

export const createQueueWorkload = ({lines, queues, callers}: QueueScale): Workload => {
	let joined = 0;
	let answered = 0;
	let served = 0;
	const stay = (caller: number, at: EpochMs) => ({
		at,
		site,
		service: 'queue' as const,
		number: queueNumber(`00331990${String(20_000 + (caller % queues))}`),
		label: `Queue ${(caller % queues) + 1}`,
		callerId: callerId(`caller-${caller}`),
		channel: channelId(`channel-${caller}`),
		from: `00336${String(10_000_000 + ((caller * 7919) % 89_999_999))}`,
	});
	const agent = (caller: number) => agentNumber(`00331990${String(10_000 + (caller % agents))}`);
	const join = (at: EpochMs): CallerEvent => ({type: 'caller-joined', ...stay(joined++, at), joinedAt: at});
	const step = (at: EpochMs): readonly CallerEvent[] => {
		const next = answered++;
		const done = served++;
		const offer: CallerEvent = {type: 'agent-offered', ...stay(next + perFrame, at), agent: agent(next)};
		const bridge: CallerEvent = {type: 'bridge-started', ...stay(next, at), agent: agent(next), answeredAt: at};
		const end = {...stay(done, at), agent: agent(done)};
		return [
			join(at),
			offer,
			bridge,
			{type: 'bridge-ended', ...end, bridged: true, endedAt: at},
			{type: 'caller-left', ...end, outcome: 'served', leftAt: at},
		];
	};
	const before = (caller: number) => epochMs(startAt - 1000 * (callers + agents - caller));
	const talking = Array.from({length: agents}, (_, caller): readonly BoardEvent[] => {
		const joins = join(before(caller));
		answered += 1;
		return [
			joins,
			{type: 'bridge-started', ...stay(caller, before(caller)), agent: agent(caller), answeredAt: before(caller)},
		];
	}).flat();
	return {
		initial: [
			{type: 'feed-connecting', at: epochMs(startAt), site, transport: 'bench'},
			{type: 'feed-live', at: epochMs(startAt), site},
			...createWorkload(lines).initial.filter(event => 'service' in event && event.service === 'line'),
			...talking,
			...Array.from({length: callers}, (_, caller) => join(before(agents + caller))),
		],
		next: at => [
			...Array.from({length: perFrame}, () => step(at)).flat(),
			{type: 'feed-received', at, site, events: 10, rejected: 0, lastEventAt: at, clockOffsetMs: 0},
		],
	};
};
