import type {AgentStatus} from '../../domain/agent.js';
import {isoTime} from '../../domain/iso-time.js';
import {meanSeconds} from '../../domain/rounding.js';
import {everySite} from '../cells.js';
import {findable} from '../filter.js';
import {nameOf} from '../names.js';
import type {Style} from '../style.js';
import {titleWidth} from '../table/columns.js';
import type {Column, Table} from '../table/table.js';
import {widthOf} from '../width.js';
import {
	averageTalkCell,
	averageTalkOf,
	countCell,
	nameCell,
	peerCell,
	queueCell,
	queuesCell,
	sinceCell,
	stateCell,
} from './agent-cells.js';
import type {AgentRow} from './agent-rows.js';

type AgentColumn = Column<AgentRow>;

/** By state, who is at work comes first. */
const precedence: Readonly<Record<AgentStatus, number>> = {'in-call': 0, ringing: 1, free: 2, unknown: 3};

const statuses = Object.keys(precedence) as readonly AgentStatus[];

type Content = Omit<AgentColumn, 'least' | 'most'>;
const left = {align: 'left'} as const;
const right = {align: 'right'} as const;

const agent: Content = {
	...left,
	key: 'agent',
	title: 'column.agent',
	rank: 0,
	cell: nameCell,
	value: row => row.agent.number,
	order: (row, style) => nameOf(row.agent.number, style),
};

const state: Content = {
	...left,
	key: 'state',
	title: 'column.state',
	rank: 0,
	cell: stateCell,
	value: row => row.state.status,
	order: row => precedence[row.state.status],
};

const since: Content = {
	...right,
	key: 'since',
	title: 'agents.column.since',
	rank: 2,
	cell: sinceCell,
	value: row => (row.state.since === null ? null : isoTime(row.state.since)),
};

const party: Content = {
	...left,
	key: 'with',
	title: 'agents.column.with',
	rank: 1,
	cell: peerCell,
	value: row => row.state.peer,
	order: ({state: {peer}}, style) => (peer === null ? null : nameOf(peer, style)),
};

const queue: Content = {
	...left,
	key: 'queue',
	title: 'column.queue',
	rank: 3,
	cell: queueCell,
	value: row => row.state.queue,
	order: ({state: {queue: number}}, style) => (number === null ? null : nameOf(number, style)),
};

const answered: Content = {
	...right,
	key: 'answered',
	title: 'agents.column.answered',
	rank: 4,
	cell: row => countCell(row.agent.answered),
	value: row => row.agent.answered,
};

const missed: Content = {
	...right,
	key: 'missed',
	title: 'agents.column.missed',
	rank: 5,
	cell: row => countCell(row.agent.missed),
	value: row => row.agent.missed,
};

const averageTalk: Content = {
	...right,
	key: 'averageTalkSeconds',
	title: 'column.averageTalk',
	rank: 6,
	cell: averageTalkCell,
	value: row => meanSeconds(averageTalkOf(row)),
};

const queues: Content = {
	...left,
	key: 'queues',
	title: 'agents.column.queues',
	rank: 7,
	cell: queuesCell,
	value: row => row.agent.queues.join(' '),
	order: (row, style) => row.agent.queues.map(number => nameOf(number, style)).join(', '),
};

type Speaking = Pick<Style, 'messages' | 'contacts'>;

/** Only who gave numbers names needs more than a number from abroad and an arrow. */
const partyWidth = ({contacts}: Speaking): number => (contacts.size > 0 ? 32 : 18);

const columnsOf = (style: Speaking): readonly AgentColumn[] => {
	const {messages} = style;
	const sized = (content: Content, {least = 0, most = 0} = {}): AgentColumn => {
		const width = Math.max(least, titleWidth(String(messages[content.title])));
		return {...content, least: width, most: Math.max(most, width)};
	};
	return [
		// A French number without a name.
		sized(agent, {least: 14, most: 22}),
		sized(state, {least: Math.max(...statuses.map(status => 2 + widthOf(messages[`status.${status}`])))}),
		sized(since, {most: 8}),
		sized(party, {least: 14, most: partyWidth(style)}),
		sized(queue, {least: 7, most: 22}),
		sized(answered),
		sized(missed),
		sized(averageTalk),
		sized(queues, {least: 24, most: 60}),
	];
};

const textsOf = (
	{agent: {number, queues: numbers}, state: {status, peer}}: AgentRow,
	style: Style,
): readonly string[] => [
	...findable(number, style.contacts),
	nameOf(number, style),
	style.messages[`status.${status}`],
	...(peer === null ? [] : [...findable(peer, style.contacts), nameOf(peer, style)]),
	...numbers.map(known => nameOf(known, style)),
];

/** The agents of the day. They stand by name: on a wall nobody shall have to look for them anew. */
export const agentTable = (style: Speaking): Table<AgentRow> => ({
	name: 'agents',
	columns: columnsOf(style),
	key: row => row.agent.number,
	about: ({site}) => site ?? everySite,
	texts: textsOf,
	sorting: {column: 'agent', isFalling: false},
	none: 'agents.none',
	exportedToo: [{key: 'name', value: (row, style) => nameOf(row.agent.number, style)}],
});
