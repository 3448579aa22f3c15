import {agentNumber} from '../../domain/units.js';
import {agentRows} from '../../presentation/agents/agent-rows.js';
import {agentTable} from '../../presentation/agents/agent-table.js';
import {tableNotes} from '../../presentation/table/note.js';
import {createTableView} from './table-view.js';
import type {View, ViewOptions} from './view.js';

/** Everybody who was rung or answered for a queue today: what they do, with whom, and their counts. */
export const createAgentsView = (options: ViewOptions): View => {
	const {messages, symbols} = options.scene;
	const table = agentTable(options.scene.style());
	return createTableView(options, {
		view: 'agents',
		panel: 'agents',
		table,
		rowsOf: ({board}) => agentRows(board),
		basis: ({lines, queues, agents}) => [lines, queues, agents],
		subjectOf: key => ({kind: 'agent', number: agentNumber(key)}),
		heading: shown => {
			const {total, style} = shown;
			const count = style.board.since === null ? messages['figure.none'] : total;
			const note = [...tableNotes(shown, table), messages['agents.note']].join(` ${symbols.dot} `);
			return {title: `${messages['view.agents']} ${count}`, note};
		},
	});
};
