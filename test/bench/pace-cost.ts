import {setTimeout as delay} from 'node:timers/promises';
import {figure} from './measure.js';
import type {Row} from './table.js';
import {type RendererName, startWorker} from './worker-orders.js';
import {scales} from './workload.js';

const names = ['raw', 'board'] as const satisfies readonly RendererName[];

/** Ten events a second, each in a frame of its own, in real time; board and floor in the same seconds. */
export const paceCost: Row = {
	name: 'pace',
	async measure({isQuick}) {
		const [warmUp, window] = isQuick ? [8, 10] : [25, 30];
		const scale = scales.middle;
		const workers = await Promise.all(names.map(name => startWorker({name, scale, isLive: true})));
		for (const worker of workers) await worker.order({eventsEveryMs: 100});
		await delay(warmUp * 1000);
		const before = await Promise.all(workers.map(worker => worker.order({})));
		await delay(window * 1000);
		const after = await Promise.all(workers.map(worker => worker.order({})));
		for (const worker of workers) worker.stop();
		const [raw = 0, board = 0] = after.map(
			({total}, index) => (total - (before[index]?.total ?? 0)) / 1000 / window / 10,
		);
		return [
			{
				what: '10 events/s at 10 frames/s, 200×60',
				target: '≤ 1.5 × raw',
				measured: `${figure(board / raw)} × (${figure(board)} % of a core, raw ${figure(raw)} %)`,
				holds: board / raw <= 1.5,
			},
		];
	},
};
