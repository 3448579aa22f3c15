import {isMissed} from '../../domain/agent.js';
import type {BoardEvent, CallEvent, CallerEvent} from '../../domain/event.js';
import type {EpochMs} from '../../domain/units.js';
import type {Messages} from '../../i18n/en.js';
import type {Tone} from '../cells.js';
import {nameOf} from '../names.js';
import type {Style} from '../style.js';
import {causeWords, lengthText} from './words.js';

/** What a step says, and between which lanes it happens. */
export type StepWords = {readonly words: string; readonly tone: Tone; readonly from: string; readonly to: string};

/** The lanes that every ladder may have; an agent's lane is the agent's number. */
export const callerLane = 'caller';
export const queueLane = 'queue';

/** What is known of a stay beside the event. */
type StayFacts = {
	readonly joinedAt: EpochMs | null;
	/** False when no conversation came about: an agent may answer when the caller is gone already. */
	readonly isConnected: boolean;
};

type Told<Type extends CallerEvent['type']> = (event: BoardEvent<Type>, style: Style, stay: StayFacts) => StepWords;

/** What a queue's event says of a caller. */
export const callerStep = <Type extends CallerEvent['type']>(
	event: BoardEvent<Type>,
	style: Style,
	stay: StayFacts,
): StepWords => ofCaller[event.type](event, style, stay);

const leaving: Told<'caller-left'> = (event, {messages}, {joinedAt}) => {
	const words = messages[`step.left.${event.outcome}`];
	const since = event.joinedAt ?? joinedAt;
	const isServed = event.outcome === 'served';
	const hasWait = !isServed && since !== null && event.leftAt >= since;
	return {
		words: hasWait
			? afterWait(event.outcome, {words, wait: lengthText(event.leftAt - since, messages)}, messages)
			: words,
		tone: leavingTones[event.outcome],
		from: queueLane,
		to: callerLane,
	};
};

/** How a caller left, and after what wait; of who waited too long the wait is the reason. */
export const afterWait = (
	outcome: BoardEvent<'caller-left'>['outcome'],
	{words, wait}: {readonly words: string; readonly wait: string},
	messages: Messages,
): string => (outcome === 'timed-out' ? `${words}, ${wait}` : messages['step.after'](words, wait));

const leavingTones = {
	served: 'plain',
	abandoned: 'alarm',
	'timed-out': 'alarm',
	'no-agent': 'alarm',
	'opted-out': 'warning',
} as const;

const ofCaller: {readonly [Type in CallerEvent['type']]: Told<Type>} = {
	'caller-joined': (_event, {messages}) => ({
		words: messages['step.caller-joined'],
		tone: 'warning',
		from: callerLane,
		to: queueLane,
	}),
	'agent-offered': ({agent}, style) => ({
		words: style.messages['step.agent-offered'](nameOf(agent, style)),
		tone: 'ringing',
		from: queueLane,
		to: agent,
	}),
	'agent-failed': (event, style) => {
		const key = isMissed(event.cause) ? 'step.agent-failed' : 'step.agent-stopped';
		return {
			words: style.messages[key](nameOf(event.agent, style), causeWords(event, style.messages)),
			tone: isMissed(event.cause) ? 'warning' : 'muted',
			from: event.agent,
			to: queueLane,
		};
	},
	'bridge-started': ({agent}, style, {isConnected}) => ({
		words: style.messages[isConnected ? 'step.bridge-started' : 'step.peerAnswers'](nameOf(agent, style)),
		tone: isConnected ? 'free' : 'plain',
		from: agent,
		to: callerLane,
	}),
	'bridge-ended': ({agent, bridged}, style, {isConnected}) => {
		const isTalk = bridged && isConnected;
		return {
			words: style.messages[isTalk ? 'step.bridge-ended' : 'step.bridge-broken'](nameOf(agent, style)),
			tone: isTalk ? 'plain' : 'warning',
			from: agent,
			to: callerLane,
		};
	},
	'caller-left': leaving,
};

/** The lanes of a line's call: the line's own, and the other end's. */
export type Ends = {readonly own: string; readonly other: string; readonly isAnswered: boolean};

/** What a line's event says of its call. */
export const callStep = (event: CallEvent, style: Style, {own, other, isAnswered}: Ends): StepWords => {
	const isOutgoing = event.direction === 'outgoing';
	const peer = nameOf(isOutgoing ? event.to : event.from, style);
	const said = ofCall(style.messages, {peer, isOutgoing, isAnswered})[event.type];
	const towards = isOutgoing ? {from: own, to: other} : {from: other, to: own};
	if (event.type === 'ringing-started') return {...said, ...towards};
	return event.type === 'talk-started' ? {...said, from: towards.to, to: towards.from} : {...said, from: own, to: own};
};

type Said = Pick<StepWords, 'words' | 'tone'>;

type OfCall = {readonly peer: string; readonly isOutgoing: boolean; readonly isAnswered: boolean};

const ofCall = (
	messages: Messages,
	{peer, isOutgoing, isAnswered}: OfCall,
): Readonly<Record<CallEvent['type'], Said>> => ({
	'ringing-started': {words: isOutgoing ? messages['step.calls'](peer) : messages['step.rings'], tone: 'ringing'},
	'talk-started': {words: isOutgoing ? messages['step.peerAnswers'](peer) : messages['step.answers'], tone: 'free'},
	'ringing-ended': {words: messages[ringingEnds(isOutgoing, isAnswered)], tone: isAnswered ? 'muted' : 'warning'},
	'talk-ended': {words: messages['step.callEnds'], tone: 'plain'},
	'hold-started': {words: messages['step.holds'], tone: 'held'},
	'hold-ended': {words: messages['step.resumes'], tone: 'plain'},
});

const ringingEnds = (isOutgoing: boolean, isAnswered: boolean) => {
	if (isOutgoing) return isAnswered ? 'step.ringingEnds' : 'step.ringingEnds.unanswered';
	return isAnswered ? 'step.ringsNoMore' : 'step.notAnswered';
};
