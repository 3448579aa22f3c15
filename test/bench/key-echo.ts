import {setTimeout as delay} from 'node:timers/promises';
import {figure, percentile} from './measure.js';
import {startBoardOn, waitForText} from './program.js';
import {startServiceProcess} from './service-process.js';
import type {Row} from './table.js';
import {scales} from './workload.js';

/** What the frame that moves the selection holds, and no tick: inverse text. */
const inverse = /\u001B\[(?:\d+;)*7(?:;\d+)*m/;

/** From a key press to the bytes that show it, through a real terminal. */
export const keyEcho: Row = {
	name: 'keys',
	async measure({isQuick}) {
		const service = await startServiceProcess(scales.middle.lines, 'calm');
		const board = startBoardOn(service.url, scales.middle);
		await waitForText(board, /Line 89/);
		await delay(1500);
		const times: number[] = [];
		for (let press = 0; press < (isQuick ? 60 : 200); press++) {
			const shown = waitForText(board, inverse);
			const begun = performance.now();
			board.terminal.write(press % 40 < 20 ? 'l' : 'h');
			await shown;
			times.push(performance.now() - begun);
			await delay(20 + ((press * 7) % 40));
		}
		board.stop();
		service.stop();
		const most = percentile(times, 0.9);
		return [
			{
				what: 'key to bytes on the terminal, 90th percentile',
				target: '≤ 25 ms',
				measured: `${figure(most)} ms (median ${figure(percentile(times, 0.5))} ms, ${times.length} keys)`,
				holds: most <= 25,
			},
		];
	},
};
