import {figure} from './measure.js';
import type {Row} from './table.js';
import {startWorker} from './worker-orders.js';
import {scales} from './workload.js';

const mebibyte = 1024 * 1024;

/** Heap after garbage collection, before and after the frames of an hour at ten a second, compressed into as long as it takes. */
export const memoryUse: Row = {
	name: 'memory',
	async measure({isQuick}) {
		const frames = isQuick ? 6000 : 36_000;
		const board = await startWorker({name: 'board', scale: scales.middle, flags: ['--expose-gc']});
		// Caches and the log are full after this, and nearly all code is compiled.
		const before = await board.order({frames: 4000, collectGarbage: true});
		const after = await board.order({frames, collectGarbage: true});
		board.stop();
		const growth = (after.heap - before.heap) / mebibyte;
		return [
			{
				what: `memory: growth of the heap over ${frames.toLocaleString('en').replace(',', ' ')} frames, 200×60`,
				target: 'flat (≤ 1 MiB)',
				measured: `${figure(growth)} MiB (${figure(before.heap / mebibyte)} to ${figure(after.heap / mebibyte)} MiB; most resident ${figure(after.resident / mebibyte)} MiB)`,
				holds: growth <= 1,
			},
		];
	},
};
