import {type Agent, agentState, agentsAtWork} from '../../domain/agent.js';
import {peer} from '../../domain/call.js';
import {callerState} from '../../domain/caller.js';
import type {EndedStay} from '../../domain/ended.js';
import {shownCall} from '../../domain/line.js';
import {meanMs} from '../../domain/tally.js';
import {lineNumber} from '../../domain/units.js';
import {type Cell, everySite, text} from '../cells.js';
import {formatAge, formatClock} from '../format.js';
import {callerText, nameOf} from '../names.js';
import type {Style} from '../style.js';
import {formatNumber} from '../telephone.js';
import type {Fact, Page} from './page.js';
import {age, averageFact, fact, listFacts, siteFacts, unknownFact} from './words.js';

/** Everything known of an agent. */
export const agentPage = (agent: Agent, style: Style): Page => {
	const {messages, board} = style;
	const site = board.lines.get(lineNumber(agent.number))?.site;
	return {
		title: messages['details.title.agent'](nameOf(agent.number, style)),
		about: site ?? everySite,
		verdict: null,
		facts: [
			...stateFacts(agent, style),
			fact(style, 'details.number', formatNumber(agent.number)),
			fact(style, 'details.answeredCount', String(agent.answered)),
			fact(style, 'details.missed', String(agent.missed), agent.missed > 0 ? 'warning' : 'plain'),
			averageFact(style, 'details.averageTalk', meanMs(agent.talkMs, agent.talks)),
			...siteFacts(style, site ?? 'default'),
			...lastStays(agent, style),
		],
		ladder: null,
		first: null,
	};
};

const stateFacts = (agent: Agent, style: Style): readonly Fact[] => {
	const {messages, board, symbols} = style;
	const {status, since, queue} = agentState(agent.number, {board, work: agentsAtWork(board)});
	const other = withWhom(agent, style);
	return [
		fact(style, 'details.state', `${symbols.status[status]} ${messages[`status.${status}`]}`, tones[status]),
		since === null || status === 'unknown'
			? unknownFact(style, 'details.since')
			: {label: messages['details.since'], value: [age(since)]},
		other === null ? unknownFact(style, 'details.with') : fact(style, 'details.with', other),
		queue === null ? unknownFact(style, 'details.queue') : fact(style, 'details.queue', nameOf(queue, style)),
	];
};

const tones = {free: 'free', ringing: 'ringing', 'in-call': 'busy', unknown: 'muted'} as const;

/** Whom the agent talks with or rings for: as a queue tells it, else as the agent's line does. */
const withWhom = ({number}: Agent, style: Style): string | null => {
	const {lines, queues} = style.board;
	for (const queue of queues.values()) {
		for (const caller of queue.callers.values()) {
			const state = callerState(caller);
			const isMeant = state === 'talking' ? caller.bridge?.agent === number : caller.ringing.has(number);
			if (isMeant && (state === 'talking' || state === 'waiting')) return callerText(caller.from, style);
		}
	}
	const line = lines.get(lineNumber(number));
	const call = line && shownCall(line);
	return call && call.expiredAt === null ? callerText(peer(call), style) : null;
};

/** How many of the last conversations are listed. */
const lastShown = 8;

const lastStays = ({number}: Agent, style: Style): readonly Fact[] => {
	const stays = style.board.ended.entries.flatMap(({record}) =>
		record.kind === 'stay' && record.agent === number ? [record] : [],
	);
	const rows = stays
		.slice(-lastShown)
		.toReversed()
		.map((stay): readonly Cell[] => rowOf(stay, style));
	return listFacts(style, 'details.lastCalls', {rows, none: style.messages['details.none']});
};

const rowOf = ({answeredAt, talkEndedAt, from, queue}: EndedStay, style: Style): readonly Cell[] => [
	text(answeredAt === null ? style.symbols.dash : formatClock(answeredAt), 'muted'),
	text(callerText(from, style)),
	text(nameOf(queue, style), 'accent'),
	text(answeredAt === null || talkEndedAt === null ? style.symbols.dash : formatAge(talkEndedAt - answeredAt)),
];
