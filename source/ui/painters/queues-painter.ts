import type {Queue} from '../../domain/queue.js';
import {type Block, everySite, left, text} from '../../presentation/cells.js';
import type {NameBook} from '../../presentation/name-book.js';
import type {QueueStyle} from '../../presentation/queue-rows.js';
import {type QueueRow, queueRows} from '../../presentation/queues.js';
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
			const style = {...scene.style(), width: canvas.columns, rows: canvas.rows};
			const rows = board.queues.size === 0 ? [notice(style)] : queueRows(byName(board.queues), style);
			last = {
				queues: board.queues,
				names: scene.names(),
				size,
				blocks: rows.map((row, index) => blockOf(row, {index, width: canvas.columns})),
			};
		}
		return {blocks: last.blocks, now, look: scene.look()};
	});
};

const notice = ({width, messages}: QueueStyle): QueueRow => ({
	about: everySite,
	row: [left(0, width, text(messages['queues.none'], 'muted'))],
});

const blockOf = ({about, row}: QueueRow, {index, width}: {readonly index: number; readonly width: number}): Block => ({
	about,
	row: index,
	column: 0,
	width,
	rows: [row],
});

/** Queues stay in their places: by number, whatever happens in them. */
const byName = (queues: ReadonlyMap<string, Queue>): readonly Queue[] =>
	[...queues.values()].sort((one, other) => (one.number < other.number ? -1 : 1));
