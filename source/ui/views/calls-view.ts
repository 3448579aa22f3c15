import {createQueueFinder} from '../../domain/queue-of-call.js';
import {callCount, endedNotes} from '../../presentation/calls/call-heading.js';
import {type CallRow, createCallList} from '../../presentation/calls/call-list.js';
import {createCallTable} from '../../presentation/calls/call-table.js';
import {tableNotes} from '../../presentation/table/note.js';
import type {ShownRows} from './table-rows.js';
import {createTableView} from './table-view.js';
import type {View, ViewOptions} from './view.js';

/** Calls that go on, then those that ended since the last reset. */
export const createCallsView = (options: ViewOptions): View => {
	const {scene} = options;
	const listOf = createCallList();
	const table = createCallTable(createQueueFinder());
	return createTableView<CallRow>(options, {
		view: 'calls',
		panel: 'calls',
		table,
		rowsOf: ({board}, {onlyActive}) => {
			const {active, ended} = listOf(board);
			return onlyActive ? active : [...active, ...ended];
		},
		basis: ({lines, ended, queues}) => [lines, ended, queues],
		subjectOf: key => {
			const {active, ended} = listOf(scene.moment().board);
			const isMeant = (call: CallRow): boolean => call.key === key;
			const row = active.find(isMeant) ?? ended.find(isMeant);
			return row ? {kind: 'call', line: row.line, id: row.id} : null;
		},
		heading: (shown: ShownRows<CallRow>) => {
			const {messages, symbols} = scene;
			const {board} = scene.moment();
			const list = listOf(board);
			const notes = [
				...endedNotes(list, {board, messages, onlyActive: scene.ui().onlyActive}),
				...tableNotes(shown, table),
			];
			return {
				title: `${messages['calls.title']} ${callCount(list, {board, symbols})}`,
				note: notes.join(` ${symbols.dot} `),
			};
		},
	});
};
