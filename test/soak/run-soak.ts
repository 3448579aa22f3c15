import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {keepHeapSmall} from '../../source/commands/small-heap.js';
import {daysFrom} from './calendar.js';
import {type Consumer, startConsumer} from './consumer.js';
import type {Flags} from './flags.js';
import {usualHabits, usualSize} from './habits.js';
import {type DayRow, playMonth} from './month.js';
import {startPlayProcess} from './play-process.js';
import {dayLine, headLine, verdictLine} from './report.js';
import {createSimulatedTime, type SimulatedTime} from './simulated-time.js';
import {judge} from './trend.js';
import {usualTroubles} from './troubles.js';
import {createWall, type Wall} from './wall.js';

/** A Monday; the clocks are put back on its 21st day. */
const startAt = Date.parse('2026-10-05T00:00:00+02:00');

/**
Prints a line for each day, and the verdict. `service`: the script of the other process. Resolves with the exit status: 0
unless memory grew or a midnight was missed.
*/
export const runSoak = async (flags: Flags, service: URL): Promise<number> => {
	const begunAt = performance.now();
	const stage = await openStage(flags, service);
	const {play, time, consumer, wall} = stage;
	const rows: DayRow[] = [];
	print(headLine);
	watchProgress(time);
	const days = daysFrom(startAt, flags.days);
	for await (const row of playMonth({...stage, days, stepMs: flags.step * 1000, habits: usualHabits})) {
		rows.push(row);
		print(dayLine(row));
	}
	const verdict = judge(rows);
	print(verdictLine(verdict));
	print(usageLine({consumer, wall, seconds: (performance.now() - begunAt) / 1000}));
	wall.close();
	await consumer.stop();
	await play.close();
	const isSound = consumer.resets.length === flags.days && performance.getEntries().length === 0;
	return verdict?.isFlat !== false && isSound ? 0 : 1;
};

const openStage = async ({lines, queues, pace, seed, calm}: Flags, service: URL) => {
	// As the program does for itself.
	keepHeapSmall();
	const directory = mkdtempSync(join(tmpdir(), 'ovh-cti-board-soak-'));
	process.once('exit', () => rmSync(directory, {recursive: true, force: true}));
	const troubles = calm ? [] : usualTroubles;
	const play = await startPlayProcess(service, {startAt, seed, lines, queues, pace, troubles});
	const time = createSimulatedTime(startAt);
	const consumer = startConsumer({play, time, directory});
	const wall = createWall({store: consumer.store, time, size: usualSize});
	return {play, time, consumer, wall};
};

type Usage = {readonly consumer: Consumer; readonly wall: Wall; readonly seconds: number};

const usageLine = ({consumer, wall, seconds}: Usage): string => {
	const {frames, bytes} = wall.written();
	const {heard, resets} = consumer;
	const count = (type: Parameters<typeof heard.get>[0]): string => `${heard.get(type) ?? 0} ${type}`;
	return [
		`${resets.length} resets`,
		`${frames} frames of ${(bytes / frames).toFixed(0)} bytes`,
		count('feed-failed'),
		count('feed-refused'),
		count('event-rejected'),
		// React's development build would leave one for each render.
		`${performance.getEntries().length} performance entries`,
		`most resident ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB`,
		`${seconds.toFixed(0)} s`,
	].join(', ');
};

const longestStandstillMs = 60_000;

/** Ends the process when the play stands still: something waits for what does not come. */
const watchProgress = ({clock}: SimulatedTime): void => {
	let before = clock.now();
	setInterval(() => {
		const now = clock.now();
		if (now === before) throw new Error(`the play stands still at ${new Date(now).toISOString()}`);
		before = now;
	}, longestStandstillMs).unref();
};

const print = (line: string): void => {
	process.stdout.write(`${line}\n`);
};
