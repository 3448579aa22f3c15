import {peer} from '../../domain/call.js';
import type {FindStay} from '../../domain/queue-of-call.js';
import type {TextKey} from '../../i18n/en.js';
import type {Tone} from '../cells.js';
import {nameOf} from '../names.js';
import type {Style} from '../style.js';
import type {FoundCall} from './found.js';
import {callLadder} from './ladder.js';
import type {Fact, Page} from './page.js';
import {
	fact,
	instantFact,
	instantText,
	lengthFact,
	lengthText,
	namedNumber,
	runningFact,
	siteFacts,
	unknownFact,
} from './words.js';

/** Everything known of a call of a line. */
export const callPage = (call: FoundCall, style: Style, find: FindStay): Page => {
	const {messages, symbols} = style;
	const mark = symbols.direction[call.direction];
	return {
		title: messages['details.title.call'](`${nameOf(call.line, style)} ${mark} ${nameOf(peer(call), style)}`),
		about: call.site,
		verdict: verdictOf(call, style),
		facts: [
			fact(style, 'details.line', namedNumber(call.line, style)),
			fact(style, 'details.direction', messages[`details.direction.${call.direction}`]),
			fact(style, 'details.from', namedNumber(call.from, style)),
			fact(style, 'details.to', namedNumber(call.to, style)),
			...timeFacts(call, style),
			...queueFacts(call, style, find),
			...dialledFacts(call, style),
			...doubtFacts(call, style),
			...siteFacts(style, call.site),
			...(call.heardAt === null ? [] : [instantFact(style, 'details.heard', call.heardAt)]),
		],
		ladder: callLadder(call, style),
		first: null,
	};
};

/** The queue that brought the call, where numbers and times leave no doubt. */
const queueFacts = (call: FoundCall, style: Style, find: FindStay): readonly Fact[] => {
	const stay = find({number: call.line}, call);
	return stay === null ? [] : [fact(style, 'details.queue', namedNumber(stay.queue, style))];
};

const dialledFacts = ({to, dialled}: FoundCall, style: Style): readonly Fact[] =>
	dialled === '' || dialled === to ? [] : [fact(style, 'details.dialled', namedNumber(dialled, style))];

const timeFacts = (call: FoundCall, style: Style): readonly Fact[] => {
	const {startedAt, answeredAt, endedAt, heldAt, state} = call;
	const isOver = endedAt !== null;
	const ringsOn = state === 'ringing';
	const ringingEnd = answeredAt ?? call.ringingEndedAt ?? endedAt;
	return [
		ringsOn
			? runningFact(style, 'details.ringing', startedAt)
			: lengthFact(style, 'details.ringing', ringingEnd === null ? null : Math.max(0, ringingEnd - startedAt)),
		talkFact(call, style),
		instantFact(style, 'details.started', startedAt),
		instantFact(style, 'details.answered', answeredAt),
		...(heldAt === null ? [] : [runningFact(style, 'details.held', heldAt)]),
		...(isOver ? [instantFact(style, 'details.ended', endedAt)] : []),
	];
};

const talkFact = ({state, answeredAt, endedAt}: FoundCall, style: Style): Fact => {
	if (answeredAt === null) return unknownFact(style, 'details.talk');
	if (endedAt !== null) return lengthFact(style, 'details.talk', Math.max(0, endedAt - answeredAt));
	const goesOn = state === 'in-call' || state === 'on-hold';
	return goesOn ? runningFact(style, 'details.talk', answeredAt) : unknownFact(style, 'details.talk');
};

const doubtFacts = ({doubtedAt}: FoundCall, style: Style): readonly Fact[] =>
	doubtedAt === null ? [] : [fact(style, 'details.doubted', instantText(doubtedAt, style.now), 'warning')];

const standing: Readonly<Record<Exclude<FoundCall['state'], 'ended'>, readonly [TextKey, Tone]>> = {
	ringing: ['verdict.call.ringing', 'ringing'],
	'in-call': ['verdict.call.in-call', 'busy'],
	'on-hold': ['verdict.call.on-hold', 'held'],
	unknown: ['verdict.unknown', 'warning'],
	expired: ['verdict.expired', 'muted'],
};

const verdictOf = (call: FoundCall, {messages}: Style): Page['verdict'] => {
	if (call.state !== 'ended') {
		const [key, tone] = standing[call.state];
		return {words: messages[key], tone};
	}
	const {startedAt, answeredAt, endedAt} = call;
	if (endedAt === null) return null;
	const length = lengthText(Math.max(0, endedAt - (answeredAt ?? startedAt)), messages);
	return answeredAt === null
		? {words: messages['verdict.call.notAnswered'](length), tone: 'warning'}
		: {words: messages['verdict.call.answered'](length), tone: 'free'};
};
