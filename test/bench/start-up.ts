import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {figure, median} from './measure.js';
import {environment, mostResident, startBoardOn, waitForText} from './program.js';
import {startServiceProcess} from './service-process.js';
import type {Row} from './table.js';
import {scales} from './workload.js';

/**
From the start of the process to the end of its first frame, in turn with a Node that does nothing. The first runs end as a
user ends them, so that what is compiled is kept: starts are measured from the second on.
*/
export const startUp: Row = {
	name: 'start',
	async measure({isQuick}) {
		const service = await startServiceProcess(scales.middle.lines, 'calm');
		const boards: number[] = [];
		const nothings: number[] = [];
		const memory: number[] = [];
		const runs = isQuick ? 15 : 40;
		for (let run = -2; run < runs; run++) {
			const nothing = await timeNothing();
			const board = await timeBoard(service.url, run < 0 ? 'q' : 'kill');
			if (run < 0) continue;
			nothings.push(nothing);
			boards.push(board.time);
			memory.push(board.memory);
		}
		service.stop();
		const ratio = median(boards.map((time, run) => time / (nothings[run] ?? Number.NaN)));
		return [
			{
				what: 'start to first frame, from the second start on',
				target: '≤ 5 × node -e 0',
				measured: `${figure(ratio)} × (${figure(median(boards))} ms, node -e 0 ${figure(median(nothings))} ms; ${figure(median(memory))} MiB)`,
				holds: ratio <= 5,
			},
		];
	},
};

const timeNothing = async (): Promise<number> => {
	const begun = performance.now();
	const child = spawn(process.execPath, ['-e', '0'], {stdio: 'ignore', env: environment});
	await once(child, 'exit');
	return performance.now() - begun;
};

const timeBoard = async (url: string, end: 'q' | 'kill'): Promise<{readonly time: number; readonly memory: number}> => {
	const begun = performance.now();
	const board = startBoardOn(url, scales.middle);
	const ended = new Promise<void>(resolve => {
		board.terminal.onExit(() => resolve());
	});
	// The alternate screen is entered with the first frame; the end of a synchronised update ends it.
	await waitForText(board, /\u001B\[\?1049h[\s\S]*\u001B\[\?2026l/);
	const time = performance.now() - begun;
	const memory = mostResident(board.terminal.pid);
	if (end === 'q') board.terminal.write('q');
	else board.stop();
	await ended;
	return {time, memory};
};
