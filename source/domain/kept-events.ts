import type {
	BoardEvent,
	BoardEventType,
	CallEvent,
	FeedFailure,
	LeaveOutcome,
	Patience,
	PopFailure,
	PopMode,
} from './event.js';
import {amount, count, duration, flag, instant, made, oneOf, type Read, record, signed, text} from './kept-values.js';
import {idLimit} from './text.js';
import {agentNumber, callerId, callId, channelId, lineNumber, queueNumber, siteName} from './units.js';

const identity = text(idLimit);
/** Sentences are longer than names. */
const sentence = text(idLimit);

export const keptSite = made(identity, siteName);
export const keptAgent = made(identity, agentNumber);
export const keptLineNumber = made(identity, lineNumber);
export const keptQueueNumber = made(identity, queueNumber);
export const keptCallId = made(identity, callId);
export const keptCallerId = made(identity, callerId);
export const keptChannel = made(identity, channelId);
/** The place of a stay: a queue, an identity and a number. */
export const keptKey = text(2 * idLimit + 32);
export const direction = oneOf('incoming', 'outgoing', 'internal', 'unknown');
export const outcome: Read<LeaveOutcome> = oneOf('served', 'abandoned', 'timed-out', 'no-agent', 'opted-out');

const failure: Read<FeedFailure> = oneOf('unreachable', 'timeout', 'status', 'format', 'too-large');
const popMode: Read<PopMode> = oneOf('popup', 'modal', 'silent', 'exec');
const popFailure: Read<PopFailure> = oneOf(
	'timeout',
	'unreachable',
	'status',
	'redirects',
	'unsafe',
	'no-text',
	'program',
	'exit',
	'unavailable',
	'closed',
);
const patience = record<Patience>({conversation: duration, waiting: duration});

type Body<Type extends BoardEventType> = Omit<BoardEvent<Type>, 'type' | 'at'>;

const fromSite = {site: keptSite};
const facts = {label: text(), numberType: text(), simultaneousLines: amount, latencyMs: amount};
const onLine = {...fromSite, service: oneOf('line'), number: keptLineNumber};
const onQueue = {...fromSite, service: oneOf('queue'), number: keptQueueNumber};
const ofCaller = {...onQueue, callerId: keptCallerId, from: text()};
const factsOfCaller = {...facts, joinedAt: instant, channel: keptChannel};
const ofAgent = {...ofCaller, agent: keptAgent};
const retry = {...fromSite, reason: sentence, retryAt: instant};

const ofPop = {mode: popMode, number: identity, target: sentence};

const ofCall = record<Body<CallEvent['type']>>(
	{...onLine, callId: keptCallId, direction, from: text(), to: text(), dialled: text()},
	facts,
);

/** What each kind of event says besides its kind and time. */
const bodies: {readonly [Type in BoardEventType]: Read<Body<Type>>} = {
	'ringing-started': ofCall,
	'ringing-ended': ofCall,
	'talk-started': ofCall,
	'talk-ended': ofCall,
	'hold-started': ofCall,
	'hold-ended': ofCall,
	'line-registered': record<Body<'line-registered'>>(onLine, facts),
	'caller-joined': record<Body<'caller-joined'>>(ofCaller, factsOfCaller),
	'agent-offered': record<Body<'agent-offered'>>(ofAgent, factsOfCaller),
	'agent-failed': record<Body<'agent-failed'>>({...ofAgent, cause: text()}, factsOfCaller),
	'bridge-started': record<Body<'bridge-started'>>({...ofAgent, answeredAt: instant}, factsOfCaller),
	'bridge-ended': record<Body<'bridge-ended'>>(
		{...ofAgent, bridged: flag, endedAt: instant},
		{...factsOfCaller, answeredAt: instant},
	),
	'caller-left': record<Body<'caller-left'>>(
		{...ofCaller, outcome, leftAt: instant},
		{...factsOfCaller, agent: keptAgent, answeredAt: instant},
	),
	'queue-counted': record<Body<'queue-counted'>>({...onQueue, count}, facts),
	'event-unrecognised': record<Body<'event-unrecognised'>>(
		{...fromSite, name: text(), number: text()},
		{latencyMs: amount},
	),
	'event-rejected': record<Body<'event-rejected'>>({...fromSite, path: sentence, reason: sentence}),
	'feed-connecting': record<Body<'feed-connecting'>>({...fromSite, transport: text()}, {quietAfterMs: duration}),
	'feed-live': record<Body<'feed-live'>>(fromSite, {transport: text()}),
	'feed-closed': record<Body<'feed-closed'>>(fromSite),
	'feed-gap': record<Body<'feed-gap'>>(fromSite),
	'feed-received': record<Body<'feed-received'>>({
		...fromSite,
		events: count,
		rejected: count,
		lastEventAt: json => (json === null ? null : instant(json)),
		clockOffsetMs: signed,
	}),
	'feed-failed': record<Body<'feed-failed'>>({...retry, failure}),
	'feed-refused': record<Body<'feed-refused'>>(retry),
	'time-passed': record<Body<'time-passed'>>({}, {patience}),
	'board-reset': record<Body<'board-reset'>>({}),
	'board-restored': record<Body<'board-restored'>>({savedAt: instant}),
	'board-unkept': record<Body<'board-unkept'>>({reason: sentence}),
	'history-unkept': record<Body<'history-unkept'>>({reason: sentence}),
	'loss-ticked': record<Body<'loss-ticked'>>({key: keptKey, isDone: flag}),
	'pop-done': record<Body<'pop-done'>>({
		...ofPop,
		status: json => (json === null ? null : count(json)),
		tookMs: amount,
	}),
	'pop-failed': record<Body<'pop-failed'>>({...ofPop, failure: popFailure, detail: text()}),
	'pop-offered': record<Body<'pop-offered'>>(ofPop),
	'pop-dropped': record<Body<'pop-dropped'>>({count}),
	'settings-changed': record<Body<'settings-changed'>>({}, {problem: sentence}),
};

const head = record<Pick<BoardEvent, 'type' | 'at'>>({
	type: oneOf(...(Object.keys(bodies) as BoardEventType[])),
	at: instant,
});

/** An event of the log; undefined also for a kind that this version does not know. */
export const keptEvent: Read<BoardEvent> = json => {
	const {type, at} = head(json) ?? {};
	if (type === undefined || at === undefined) return undefined;
	const body = bodies[type](json);
	return body && ({type, at, ...body} as BoardEvent);
};
