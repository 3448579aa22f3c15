import type {Queue} from '../../domain/queue.js';
import {type Block, left, type Row, text} from '../../presentation/cells.js';
import type {NameBook} from '../../presentation/name-book.js';
import {queueRows} from '../../presentation/queues.js';
import type {Painter} from '../../terminal/canvas.js';
import type {Scene} from '../scene.js';
import {createBlockPainter} from './block-painter.js';

/** The queues: who waits, who talks, how the day went. */
export const createQueuesPainter = (scene: Scene): Painter => {
	let last:
		| {
				readonly queues: ReadonlyMap<string, Queue>;
				readonly names: NameBook;
				readonly size: string;
				readonly blocks: readonly Block[];
		  }
		| undefined;
	return createBlockPainter(canvas => {
		const {board, now} = scene.moment();
		const size = `${canvas.columns}x${canvas.rows}`;
		if (last?.queues !== board.queues || last.names !== scene.names() || last.size !== size) {
			const style = {width: canvas.columns, rows: canvas.rows, board, messages: scene.messages, symbols: scene.symbols};
			const rows =
				board.queues.size === 0
					? [[left(0, canvas.columns, text(scene.messages['queues.none'], 'muted'))]]
					: queueRows(byName(board.queues), style);
			last = {
				queues: board.queues,
				names: scene.names(),
				size,
				blocks: rows.map((row, index) => blockOf(row, {index, width: canvas.columns})),
			};
		}
		return {blocks: last.blocks, now, styles: scene.styles()};
	});
};

const blockOf = (row: Row, {index, width}: {readonly index: number; readonly width: number}): Block => ({
	row: index,
	column: 0,
	width,
	rows: [row],
});

/** Queues stay in their places: by number, whatever happens in them. */
const byName = (queues: ReadonlyMap<string, Queue>): readonly Queue[] =>
	[...queues.values()].sort((one, other) => (one.number < other.number ? -1 : 1));
