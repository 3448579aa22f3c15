import {setTimeout as delay} from 'node:timers/promises';
import {figure} from './measure.js';
import {isAlive, type Program, startBoardOn, waitForText} from './program.js';
import {type ServiceProcess, startServiceProcess} from './service-process.js';
import type {Row} from './table.js';
import {scales} from './workload.js';

/** Nobody reads the terminal for a while, as when an SSH client hangs. */
export const stalledTerminal: Row = {
	name: 'stall',
	async measure({isQuick}) {
		const service = await startServiceProcess(scales.middle.lines, 'beat');
		const board = startBoardOn(service.url, scales.middle);
		await waitForText(board, /Line 89/);
		await delay(2000);
		const seconds = isQuick ? 8 : 20;
		const {beats, expected, queued} = await stall(board, service, seconds);
		const end = await timeToEnd(board);
		service.stop();
		return [
			{
				what: `terminal stalled for ${seconds} s: heart beats (polls) of those expected`,
				target: 'all (≥ 95 %)',
				measured: `${beats} of ${expected}`,
				holds: beats >= expected * 0.95,
			},
			{what: '  stale frames behind the one under way', target: '0', measured: String(queued), holds: queued === 0},
			{
				what: '  SIGTERM while stalled: time to the end',
				target: '≤ 0.5 s',
				measured: `${figure(end / 1000)} s`,
				holds: end <= 500,
			},
		];
	},
};

/** Each heart beat is an event that the board fetches and then asks for the next: the polls show that its loop turns. */
const stall = async (board: Program, service: ServiceProcess, seconds: number) => {
	board.terminal.pause();
	await fillUp(board);
	const fullAt = Date.now();
	const begun = await service.order('report');
	await delay(seconds * 1000);
	const done = await service.order('report');
	const resumedAt = Date.now();
	const queued = staleFrames(await writtenWithin(board, 1000), {from: fullAt + 2000, to: resumedAt - 4000});
	return {beats: done.polls - begun.polls, expected: done.sent - begun.sent, queued};
};

/** Lets the board draw everything anew until the kernel takes no more. */
const fillUp = async (board: Program): Promise<void> => {
	for (let frame = 0; frame < 12; frame++) {
		board.terminal.write('\u000C');
		await delay(100);
	}
};

const writtenWithin = async (board: Program, milliseconds: number): Promise<string> => {
	let seen = '';
	const stop = board.onData(chunk => {
		seen += chunk;
	});
	board.terminal.resume();
	await delay(milliseconds);
	stop();
	return seen;
};

/**
Frames that were made while nobody read. First come those the kernel had taken before its buffer was full, then the one that was under way; what
follows has to be of the present. The times of the log's entries tell when a frame was made.
*/
const staleFrames = (written: string, {from, to}: {readonly from: number; readonly to: number}): number => {
	const within = (at: number): boolean => {
		const afterFrom = (((at - Math.floor(from / 1000)) % 3600) + 3600) % 3600;
		return afterFrom < (to - from) / 1000;
	};
	return written
		.split('\u001B[?2026h')
		.filter(frame =>
			[...frame.matchAll(/\d\d:(\d\d):(\d\d)/g)].some(([, minutes, seconds]) =>
				within(Number(minutes) * 60 + Number(seconds)),
			),
		).length;
};

const timeToEnd = async (board: Program): Promise<number> => {
	const {pid} = board.terminal;
	board.terminal.pause();
	await fillUp(board);
	const begun = performance.now();
	process.kill(pid, 'SIGTERM');
	while (isAlive(pid) && performance.now() - begun < 10_000) await delay(5);
	const time = performance.now() - begun;
	board.stop();
	return time;
};
