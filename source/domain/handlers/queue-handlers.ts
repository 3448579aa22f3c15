import {isMissed, newAgent, recountAgent} from '../agent.js';
import {type Caller, newCaller, shareBefore, shareOf} from '../caller.js';
import {bridge, fail, hearOf, join, leave, leftUnheard, offer, stayAgain, unbridge} from '../caller-news.js';
import {settleQueue} from '../doubt.js';
import type {BoardDraft, Handlers} from '../draft.js';
import type {BoardEvent, CallerEvent} from '../event.js';
import {findCaller, newQueue, putCaller, type Queue} from '../queue.js';
import {type AgentNumber, later} from '../units.js';

/** The queue an event names, made on first sight, with what the event says of it. */
const queueOf = (draft: BoardDraft, event: CallerEvent | BoardEvent<'queue-counted'>): Queue => {
	const queue = draft.queues.get(event.number) ?? newQueue(event.number, event.site);
	const heardAt = later(queue.heardAt, event.at);
	const label = event.label ?? queue.label;
	const type = event.numberType ?? queue.type;
	const same = heardAt === queue.heardAt && label === queue.label && type === queue.type;
	return same ? queue : {...queue, heardAt, label, type};
};

/** Applies one piece of news to the caller it is about; tells whether that changed what is known of them. */
const aboutCaller = (
	draft: BoardDraft,
	event: CallerEvent,
	news: (caller: Caller, known: Caller | undefined) => Caller,
): boolean => {
	const queue = queueOf(draft, event);
	const known = findCaller(queue, event.callerId);
	if (isFromBeforeReset(draft, event) && !movesOn(event, known)) return false;
	const caller = news(hearOf(known ?? stranger(event), event), known);
	draft.queues.set(queue.number, putCaller(queue, caller));
	recountAgents(draft, known, caller);
	return caller !== known;
};

const stranger = (event: CallerEvent): Caller =>
	newCaller({
		id: event.callerId,
		from: event.from,
		seen: 'unseen',
		joinedAt: event.joinedAt ?? null,
		heardAt: event.at,
	});

/** Queue events carry whole seconds: what happened within the second of the reset belongs to the new day. */
const isFromBeforeReset = (draft: BoardDraft, {at}: CallerEvent): boolean =>
	draft.resetAt !== null && at < draft.resetAt - (draft.resetAt % 1000);

/** Late news from before the reset still moves a caller on who is there, but what was counted then is not counted again. */
const movesOn = (event: CallerEvent, known: Caller | undefined): boolean => {
	if (!known || event.type === 'caller-joined') return false;
	return event.type !== 'bridge-started' || known.bridge === null;
};

const recountAgents = (draft: BoardDraft, known: Caller | undefined, caller: Caller): void => {
	const before = shareBefore(known, caller);
	const after = shareOf(caller);
	for (const number of new Set([before?.agent, after.agent])) {
		if (number) draft.agents.set(number, recountAgent(agentOf(draft, number), {before, after}));
	}
};

const agentOf = (draft: BoardDraft, number: AgentNumber) => draft.agents.get(number) ?? newAgent(number);

/** The agent did not take the call: counted as missed once, unless it was nobody's fault. */
const countMissed = (draft: BoardDraft, event: BoardEvent<'agent-failed'>): void => {
	const agent = agentOf(draft, event.agent);
	draft.agents.set(event.agent, isMissed(event.cause) ? {...agent, missed: agent.missed + 1} : agent);
};

export const queueHandlers: Handlers<CallerEvent['type'] | 'queue-counted'> = {
	'caller-joined': (draft, event) =>
		aboutCaller(draft, event, (caller, known) =>
			leftUnheard(known, event) ? stayAgain(caller, event) : join(caller, event),
		),
	'agent-offered': (draft, event) => {
		draft.agents.set(event.agent, agentOf(draft, event.agent));
		return aboutCaller(draft, event, caller => offer(caller, event));
	},
	'agent-failed': (draft, event) => {
		const before = findCaller(queueOf(draft, event), event.callerId)?.failedAt.get(event.agent) ?? -1;
		const isNews = aboutCaller(draft, event, caller => fail(caller, event));
		if (isNews && event.at > before && !isFromBeforeReset(draft, event)) countMissed(draft, event);
		return isNews;
	},
	'bridge-started': (draft, event) => aboutCaller(draft, event, caller => bridge(caller, event)),
	'bridge-ended': (draft, event) => aboutCaller(draft, event, caller => unbridge(caller, event)),
	'caller-left': (draft, event) => aboutCaller(draft, event, caller => leave(caller, event)),
	'queue-counted': (draft, event) => {
		const queue = queueOf(draft, event);
		const isNews = event.at >= (queue.reported?.at ?? 0) && event.count !== queue.reported?.count;
		const counted = isNews ? {...queue, reported: {count: event.count, at: event.at}} : queue;
		draft.queues.set(queue.number, event.count === 0 ? settleQueue(counted, event.at) : counted);
		return isNews;
	},
};
