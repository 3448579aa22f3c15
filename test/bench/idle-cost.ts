import {setTimeout as delay} from 'node:timers/promises';
import {figure} from './measure.js';
import {processorTime, startBoardOn, waitForText} from './program.js';
import {startServiceProcess} from './service-process.js';
import type {Row} from './table.js';
import {startWorker} from './worker-orders.js';
import {scales} from './workload.js';

/** A board on which only time passes: the program itself in a terminal, and beside it the floor, in the same seconds. */
export const idleCost: Row = {
	name: 'idle',
	async measure({isQuick}) {
		const scale = scales.large;
		const [warmUp, window] = isQuick ? [8, 10] : [25, 40];
		const service = await startServiceProcess(scale.lines, 'calm');
		const raw = await startWorker({name: 'raw', scale, isLive: true});
		const board = startBoardOn(service.url, scale);
		await waitForText(board, /Line 278/);
		await delay(warmUp * 1000);
		let bytes = 0;
		board.onData(chunk => {
			bytes += Buffer.byteLength(chunk);
		});
		await raw.order({});
		const before = processorTime(board.terminal.pid);
		const rawBefore = await raw.order({});
		await delay(window * 1000);
		const cpu = (processorTime(board.terminal.pid) - before) / window / 10;
		const rawAfter = await raw.order({});
		const floor = (rawAfter.total - rawBefore.total) / 1000 / window / 10;
		board.stop();
		raw.stop();
		service.stop();
		const each = bytes / window / scale.lines;
		return [
			{
				what: 'idle at 1 Hz with 279 lines visible, 300×100, whole program',
				target: '≤ 0.3 % of a core',
				measured: `${figure(cpu)} % (${figure(cpu / floor)} × raw, ${figure(floor)} %)`,
				holds: cpu <= 0.3,
			},
			{
				what: '  bytes a second and visible line',
				target: '≤ 8 B',
				measured: `${figure(each)} B (${figure(bytes / window)} B/s)`,
				holds: each <= 8,
			},
		];
	},
};
