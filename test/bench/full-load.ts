import {setTimeout as delay} from 'node:timers/promises';
import {createEmulator, type Emulator} from '../terminal/emulator.js';
import {figure, percentile} from './measure.js';
import {mostResident, type Program, processorTime, startBoardOn, waitForText} from './program.js';
import {type ServiceReport, startServiceProcess} from './service-process.js';
import type {Finding, Row} from './table.js';
import {publishedAt} from './traffic.js';

const size = {columns: 200, rows: 60};
const lines = 1000;

/** A thousand lines and a thousand events a second: the whole program in a terminal, its service in another process. */
export const fullLoad: Row = {
	name: 'load',
	async measure({isQuick}) {
		const [warmUp, window] = isQuick ? [6, 8] : [15, 25];
		const service = await startServiceProcess(lines, 'load');
		const board = startBoardOn(service.url, size);
		const screen = createEmulator(size.columns, size.rows);
		const delays = watchDelay(board, screen);
		await waitForText(board, /Lines 1000/);
		await delay(warmUp * 1000);
		const before = {cpu: processorTime(board.terminal.pid), sent: (await service.order('report')).sent};
		delays.length = 0;
		await delay(window * 1000);
		const cpu = (processorTime(board.terminal.pid) - before.cpu) / window / 10;
		const rate = ((await service.order('report')).sent - before.sent) / window;
		const seen = [...delays];
		const report = await service.order('finish');
		await delay(1500);
		const memory = mostResident(board.terminal.pid);
		board.stop();
		service.stop();
		return findings({cpu, rate, memory, delays: seen, lost: missing(screen, report)});
	},
};

type Result = {
	readonly cpu: number;
	readonly rate: number;
	readonly memory: number;
	readonly delays: readonly number[];
	readonly lost: string;
};

const findings = ({cpu, rate, memory, delays, lost}: Result): readonly Finding[] => [
	{
		what: `1 000 lines, ${figure(rate)} events/s, 200×60, whole program`,
		target: '≤ 5 % of a core',
		measured: `${figure(cpu)} %`,
		holds: cpu <= 5,
	},
	{what: '  what the screen lacks at the end', target: 'nothing', measured: lost || 'nothing', holds: lost === ''},
	{
		what: '  from an event at the service to the screen, 95th percentile',
		target: '≤ 150 ms',
		measured: `${percentile(delays, 0.95).toFixed(0)} ms (median ${percentile(delays, 0.5).toFixed(0)} ms)`,
		holds: percentile(delays, 0.95) <= 150,
	},
	{what: '  most memory resident', target: '≤ 130 MB', measured: `${figure(memory)} MiB`, holds: memory <= 124},
];

const number = /0[67](?: \d\d){4}/;

/**
Notes with each newly drawn frame how long the events it brings were under way. The newest stands at the bottom of the log; those of the
publications since the frame before lie evenly between that frame's newest and this one's.
*/
const watchDelay = (board: Program, screen: Emulator): number[] => {
	const delays: number[] = [];
	let last = 0;
	board.onData(async chunk => {
		const now = Date.now();
		await screen.write(chunk);
		const newest = number.exec(screen.lines()[size.rows - 3] ?? '')?.[0];
		const at = newest === undefined ? 0 : publishedAt(newest, now);
		if (at <= last) return;
		for (let published = Math.max(last + 20, at - 1000); published <= at; published += 20) delays.push(now - published);
		last = at;
	});
	return delays;
};

/** What a board that heard everything would show, and this one does not. */
const missing = (screen: Emulator, {answered, inCall}: ServiceReport): string => {
	const text = screen.lines().join('\n');
	const shown = [...text.matchAll(/answered (\d+)/g)].reduce((sum, [, count]) => sum + Number(count), 0);
	const talking = Number(/IN CALL (\d+)/.exec(text)?.[1] ?? Number.NaN);
	return [
		...(shown === answered ? [] : [`answered ${shown} of ${answered}`]),
		...(talking === inCall ? [] : [`in call ${talking} of ${inCall}`]),
	].join(', ');
};
