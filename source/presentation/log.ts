import {peer} from '../domain/call.js';
import type {BoardEvent, BoardEventType, CallEvent} from '../domain/event.js';
import type {Loss} from '../domain/loss.js';
import type {Messages} from '../i18n/en.js';
import {formatMinute, formatSpan} from './format.js';
import {callerText, nameOf, type Speech} from './names.js';
import {popDone, popFailed} from './pop-words.js';

/** The event in plain language, one line without time and without the number it concerns. */
export const eventSentence = <Type extends BoardEventType>(event: BoardEvent<Type>, speech: Speech): string =>
	sentences[event.type](event, speech);

/** Whom an event is about: the name of its line or queue, or the site of a feed's event. */
export const eventSubject = (event: BoardEvent, speech: Speech): string => {
	if ('number' in event && event.number !== '') {
		const label = 'label' in event ? event.label : undefined;
		// The user's own name comes first, as everywhere.
		return speech.contacts.get(event.number) ?? label ?? nameOf(event.number, speech);
	}
	const loss = lossOf(event, speech);
	if (loss) return nameOf(loss.queue, speech);
	return 'site' in event && event.site !== 'default' ? event.site : speech.messages['app.name'];
};

/** The lost caller that somebody dealt with, as long as the board knows them. */
const lossOf = (event: BoardEvent, {board}: Speech): Loss | undefined =>
	event.type === 'loss-ticked' ? board.losses.get(event.key) : undefined;

type Sentences = {readonly [Key in BoardEventType]: (event: BoardEvent<Key>, speech: Speech) => string};

const peerOf = (event: CallEvent, speech: Speech): string => nameOf(peer(event), speech);

const causeText = (cause: string, {messages}: Speech): string => {
	const key = `cause.${cause}`;
	return isCause(key, messages) ? messages[key] : cause;
};

const isCause = (key: string, messages: Messages): key is Extract<keyof Messages, `cause.${string}`> =>
	Object.hasOwn(messages, key);

/** Agent and caller of a queue's event, as people call them. */
const pair = (event: {readonly agent: string; readonly from: string}, speech: Speech): [string, string] => [
	nameOf(event.agent, speech),
	callerText(event.from, speech),
];

const leaving = (event: BoardEvent<'caller-left'>, speech: Speech): string => {
	const {messages} = speech;
	const caller = callerText(event.from, speech);
	if (event.outcome === 'served') return messages['event.caller-left.served'](caller);
	// Who was in the queue before anybody listened waited nobody knows how long.
	if (event.joinedAt === undefined) return messages[`event.left.${event.outcome}`](caller);
	return messages[`event.caller-left.${event.outcome}`](caller, formatSpan(event.leftAt - event.joinedAt, messages));
};

const sentences: Sentences = {
	'ringing-started': (event, speech) =>
		event.direction === 'outgoing'
			? speech.messages['event.ringing-started.outgoing'](nameOf(event.to, speech))
			: speech.messages['event.ringing-started'](nameOf(event.from, speech)),
	'ringing-ended': (event, speech) => speech.messages['event.ringing-ended'](peerOf(event, speech)),
	'talk-started': (event, speech) => speech.messages['event.talk-started'](peerOf(event, speech)),
	'talk-ended': (event, speech) => speech.messages['event.talk-ended'](peerOf(event, speech)),
	'hold-started': (event, speech) => speech.messages['event.hold-started'](peerOf(event, speech)),
	'hold-ended': (event, speech) => speech.messages['event.hold-ended'](peerOf(event, speech)),
	'line-registered': (_event, {messages}) => messages['event.line-registered'],
	'caller-joined': (event, speech) => speech.messages['event.caller-joined'](callerText(event.from, speech)),
	'agent-offered': (event, speech) => speech.messages['event.agent-offered'](...pair(event, speech)),
	'agent-failed': (event, speech) =>
		speech.messages['event.agent-failed'](nameOf(event.agent, speech), causeText(event.cause, speech)),
	'bridge-started': (event, speech) => speech.messages['event.bridge-started'](...pair(event, speech)),
	'bridge-ended': (event, speech) =>
		speech.messages[event.bridged ? 'event.bridge-ended' : 'event.bridge-broken'](...pair(event, speech)),
	'caller-left': leaving,
	'queue-counted': (event, {messages}) => messages['event.queue-counted'](event.count),
	'event-unrecognised': (event, {messages}) => messages['event.event-unrecognised'](event.name),
	'event-rejected': (event, {messages}) => messages['event.event-rejected'](event.reason),
	'feed-connecting': (_event, {messages}) => messages['event.feed-connecting'],
	'feed-live': (_event, {messages}) => messages['event.feed-live'],
	'feed-failed': (event, {messages}) =>
		messages['event.feed-failed'](messages[`failure.${event.failure}`], event.reason),
	'feed-refused': (event, {messages}) => messages['event.feed-refused'](event.reason),
	'feed-gap': (_event, {messages}) => messages['event.feed-gap'],
	'board-reset': (_event, {messages}) => messages['event.board-reset'],
	'feed-closed': (_event, {messages}) => messages['event.feed-closed'],
	'board-unkept': ({reason}, {messages}) => messages['event.board-unkept'](reason),
	'history-unkept': ({reason}, {messages}) => messages['event.history-unkept'](reason),
	'loss-ticked': (event, speech) => {
		const {messages} = speech;
		const loss = lossOf(event, speech);
		if (!loss) return messages[event.isDone ? 'event.loss-ticked' : 'event.loss-unticked'];
		return messages[event.isDone ? 'event.loss-ticked.of' : 'event.loss-unticked.of'](callerText(loss.from, speech));
	},
	'board-restored': (event, {messages}) => messages['event.board-restored'](formatMinute(event.savedAt)),
	'settings-changed': ({problem}, {messages}) =>
		problem === undefined ? messages['event.settings-changed'] : messages['event.settings-refused'](problem),
	'pop-done': (event, {messages}) => popDone(event, messages),
	'pop-failed': (event, {messages}) => popFailed(event, messages),
	'pop-offered': ({target}, {messages}) => messages['event.pop-offered'](target),
	'pop-dropped': ({count}, {messages}) => messages['event.pop-dropped'](count),
	'feed-received': () => '',
	'time-passed': () => '',
};
