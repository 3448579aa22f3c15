import {isMissed, newAgent, recountAgent, workingFor} from '../agent.js';
import {addToTrail, type Caller, newCaller, shareBefore, shareOf} from '../caller.js';
import {bridge, fail, hearOf, join, leave, leftUnheard, offer, stayAgain, unbridge} from '../caller-news.js';
import {settleQueue} from '../doubt.js';
import type {BoardDraft, Handlers} from '../draft.js';
import type {BoardEvent, CallerEvent} from '../event.js';
import {tickLoss} from '../loss.js';
import {compareCounts, findCaller, newQueue, putCaller, type Queue} from '../queue.js';
import {type AgentNumber, later} from '../units.js';
import {endVanished, passOn} from './caller-consequences.js';

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
	const heard = news(hearOf(known ?? stranger(event), event), known);
	const caller = heard === known ? heard : {...heard, trail: addToTrail(heard.trail, event)};
	draft.queues.set(queue.number, putCaller(queue, caller));
	recountAgents(draft, known, caller);
	if (caller === known) return false;
	passOn(draft, {queue, caller, known, at: event.at});
	return true;
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

/** An agent who counts works for the queue of the conversation, also when nobody heard it ring. */
const noteQueue = (draft: BoardDraft, event: BoardEvent<'bridge-started' | 'bridge-ended'>): void => {
	const agent = draft.agents.get(event.agent);
	if (agent) draft.agents.set(event.agent, workingFor(agent, event.number));
};

/** The agent did not take the call: counted as missed once, unless it was nobody's fault. */
const countMissed = (draft: BoardDraft, event: BoardEvent<'agent-failed'>): void => {
	const agent = agentOf(draft, event.agent);
	draft.agents.set(event.agent, isMissed(event.cause) ? {...agent, missed: agent.missed + 1} : agent);
};

export const queueHandlers: Handlers<CallerEvent['type'] | 'queue-counted' | 'loss-ticked'> = {
	'caller-joined': (draft, event) =>
		aboutCaller(draft, event, (caller, known) =>
			leftUnheard(known, event) ? stayAgain(caller, event) : join(caller, event),
		),
	'agent-offered': (draft, event) => {
		draft.agents.set(event.agent, workingFor(agentOf(draft, event.agent), event.number));
		return aboutCaller(draft, event, caller => offer(caller, event));
	},
	'agent-failed': (draft, event) => {
		const before = findCaller(queueOf(draft, event), event.callerId)?.failedAt.get(event.agent) ?? -1;
		const isNews = aboutCaller(draft, event, caller => fail(caller, event));
		if (isNews && event.at > before && !isFromBeforeReset(draft, event)) countMissed(draft, event);
		return isNews;
	},
	'bridge-started': (draft, event) => {
		const isNews = aboutCaller(draft, event, caller => bridge(caller, event));
		noteQueue(draft, event);
		return isNews;
	},
	'bridge-ended': (draft, event) => {
		const isNews = aboutCaller(draft, event, caller => unbridge(caller, event));
		noteQueue(draft, event);
		return isNews;
	},
	'caller-left': (draft, event) => aboutCaller(draft, event, caller => leave(caller, event)),
	'queue-counted': (draft, event) => {
		const queue = queueOf(draft, event);
		const isNews = event.at >= (queue.reported?.at ?? 0) && event.count !== queue.reported?.count;
		const counted = isNews ? {...queue, reported: {count: event.count, at: event.at}} : queue;
		const settled = event.count === 0 ? settleQueue(counted, event.at) : counted;
		draft.queues.set(queue.number, compareCounts(settled, event.at));
		endVanished(draft, {before: counted, after: settled, at: event.at});
		return isNews;
	},
	'loss-ticked': (draft, event) => {
		const before = draft.losses;
		draft.losses = tickLoss(before, event);
		return draft.losses !== before;
	},
};
