import {type Call, callState, peer, timedSince} from '../../domain/call.js';
import {type EndedCall, endedKept} from '../../domain/ended.js';
import {foremostCall, type Line, lastEndedAt, lineStatus, openCalls} from '../../domain/line.js';
import {type Cell, text} from '../cells.js';
import {formatAge, formatAtLeast, formatClock} from '../format.js';
import {callerText, nameOf} from '../names.js';
import type {Style} from '../style.js';
import {formatNumber} from '../telephone.js';
import type {Fact, Page} from './page.js';
import {age, fact, instantFact, listFacts, siteFacts, unknownFact} from './words.js';

/** Everything known of a line and its calls. */
export const linePage = (line: Line, style: Style): Page => {
	const {messages, symbols} = style;
	return {
		title: messages['details.title.line'](nameOf(line.number, style)),
		about: line.site,
		verdict: null,
		facts: [
			stateFact(line, style),
			sinceFact(line, style),
			...callsNow(line, style),
			fact(style, 'details.number', formatNumber(line.number)),
			fact(style, 'details.label', line.label ?? symbols.dash),
			fact(style, 'details.capacity', String(line.simultaneousLines ?? symbols.dash)),
			callsToday(line, style),
			fact(style, 'details.type', line.type ?? symbols.dash),
			...siteFacts(style, line.site),
			instantFact(style, 'details.registered', line.registeredAt),
			instantFact(style, 'details.heard', line.heardAt),
			...lastCalls(line, style),
		],
		ladder: null,
		first: null,
	};
};

const tones = {'in-call': 'busy', 'on-hold': 'held', ringing: 'ringing', free: 'free', unknown: 'muted'} as const;

const stateFact = (line: Line, style: Style): Fact => {
	const status = lineStatus(line);
	const words = `${style.symbols.status[status]} ${style.messages[`status.${status}`]}`;
	return fact(style, 'details.state', words, tones[status]);
};

/** Since when: the call's running time, or the end of the last call that was seen. */
const sinceFact = (line: Line, style: Style): Fact => {
	const status = lineStatus(line);
	const call = foremostCall(line);
	if (status === 'unknown') return unknownFact(style, 'details.since');
	if (call && callState(call) !== 'expired')
		return {label: style.messages['details.since'], value: [age(timedSince(call))]};
	return instantFact(style, 'details.since', lastEndedAt(line));
};

const callsNow = (line: Line, style: Style): readonly Fact[] => {
	const calls = [...line.calls.values()];
	const rows = calls.map((call): readonly Cell[] => {
		const state = callState(call);
		const status = state === 'ended' ? 'free' : state;
		return [
			text(`${style.symbols.status[status]} ${style.messages[`status.${status}`]}`, 'plain'),
			state === 'unknown' ? text(style.symbols.dash, 'muted') : age(timedSince(call)),
			...partner(call, style),
		];
	});
	return calls.length === 0 ? [] : listFacts(style, 'details.callNow', {rows, none: ''});
};

const partner = (call: Pick<Call, 'direction' | 'from' | 'to'>, style: Style): readonly Cell[] => [
	text(style.symbols.direction[call.direction], 'muted'),
	text(callerText(peer(call), style)),
];

/** Of those that ended since the last reset, as far as they are remembered, and those that go on. */
const callsToday = (line: Line, style: Style): Fact => {
	const {ended, since} = style.board;
	if (since === null) return unknownFact(style, 'details.callsToday');
	const open = openCalls(line).length;
	const inDoubt = line.calls.size - open + (ended.entries.length >= endedKept ? 1 : 0);
	const words = formatAtLeast(endedOf(line, style).length + open, {inDoubt, none: style.symbols.dash});
	return fact(style, 'details.callsToday', words);
};

const endedOf = (line: Line, {board}: Style): readonly EndedCall[] =>
	board.ended.entries.flatMap(({record}) => (record.kind === 'call' && record.line === line.number ? [record] : []));

/** How many of the last calls are listed. */
const lastShown = 8;

const lastCalls = (line: Line, style: Style): readonly Fact[] => {
	const rows = endedOf(line, style)
		.slice(-lastShown)
		.toReversed()
		.map((call): readonly Cell[] => [
			text(formatClock(call.startedAt), 'muted'),
			...partner(call, style),
			lasted(call, style),
		]);
	return listFacts(style, 'details.lastCalls', {rows, none: style.messages['details.none']});
};

const lasted = ({startedAt, answeredAt, endedAt}: EndedCall, {messages}: Style): Cell =>
	answeredAt === null
		? text(messages['verdict.call.notAnswered'](formatAge(endedAt - startedAt)), 'warning')
		: text(formatAge(endedAt - answeredAt), 'plain');
