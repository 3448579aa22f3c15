import type {Board} from '../../domain/board.js';
import {type LostCallers, lostCallers} from '../../presentation/lost/lost-callers.js';
import {lostSubject} from '../../presentation/lost/lost-subject.js';
import {lostTable} from '../../presentation/lost/lost-table.js';
import {tableNotes} from '../../presentation/table/note.js';
import {createTableView} from './table-view.js';
import type {View, ViewOptions} from './view.js';

/** Who gave up today, and whether somebody has dealt with them since. */
export const createLostView = (options: ViewOptions): View => {
	const {messages, symbols, moment, ui} = options.scene;
	const callersOf = createLostCallers();
	const table = lostTable(options.scene.style());
	const countsOf = ({open, done}: LostCallers): readonly string[] => [
		messages['lost.open'](open.length),
		messages['lost.done'](done.length),
	];
	return createTableView(options, {
		view: 'lost',
		panel: 'lost',
		table,
		rowsOf: ({board}) => callersOf(board)[ui().onlyActive ? 'open' : 'all'],
		basis: ({losses}) => [losses],
		subjectOf(key) {
			const {board} = moment();
			const caller = callersOf(board).all.find(known => known.key === key);
			return caller ? lostSubject(board, caller.loss) : null;
		},
		heading: shown => {
			const {board} = shown.style;
			const counts = board.since === null ? [messages['figure.none']] : countsOf(callersOf(board));
			const note = [...counts, ...tableNotes(shown, table)].join(` ${symbols.dot} `);
			return {title: messages['view.lost'], note};
		},
	});
};

/** The lost callers of a board, made anew when its losses changed. */
const createLostCallers = (): ((board: Pick<Board, 'losses'>) => LostCallers) => {
	let made: {readonly losses: Board['losses']; readonly callers: LostCallers} | undefined;
	return ({losses}) => {
		if (made?.losses !== losses) made = {losses, callers: lostCallers(losses)};
		return made.callers;
	};
};
