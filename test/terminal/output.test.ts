import {constants} from 'node:fs';
import process from 'node:process';
import {isDeepStrictEqual} from 'node:util';
import {afterAll, afterEach, beforeAll, describe, expect, it} from 'vitest';
import {buildTerminal, startWall, type TerminalBuild, type Wall, type WallOptions} from './wall.js';

let build: TerminalBuild;
const walls: Wall[] = [];

beforeAll(async () => {
	build = await buildTerminal();
});

afterEach(() => {
	for (const wall of walls.splice(0)) {
		wall.stop();
	}
});

afterAll(() => build.remove());

const start = async (options: Omit<WallOptions, 'build'> = {}): Promise<Wall> => {
	const wall = await startWall({build, ...options});
	walls.push(wall);
	return wall;
};

/** The reader sleeps while the program draws, until the program says that its bytes are not taken. */
const stall = async (wall: Wall): Promise<void> => {
	wall.pty.pause();
	wall.send('flood');
	await wall.until(() => wall.reports().at(-1)?.isStalled === true && (wall.reports().at(-1)?.skipped ?? 0) > 10);
};

describe('openOutput', () => {
	it('lets the program live on while the terminal is stalled, and shows the latest picture afterwards', async () => {
		const wall = await start({columns: 200, rows: 60});
		await stall(wall);
		const before = wall.reports().length;
		const framesBefore = wall.reports().at(-1)?.frames ?? 0;
		await wall.until(() => wall.reports().length >= before + 50);
		expect(wall.reports().at(-1)?.frames).toBe(framesBefore);
		wall.send('show after');
		wall.pty.resume();
		await wall.until(() => wall.emulator.lines().every((line, row) => line.startsWith(`${row} after ..`)));
	});

	it.each([
		['SIGTERM', 'alone', {}],
		['SIGHUP', 'alone', {}],
		['SIGINT', 'alone', {}],
		['SIGTERM', 'beside Ink', {WALL_INK: '1'}],
	])('does not hold up the end by %s %s while the terminal is stalled', async (signal, _, environment) => {
		const wall = await start({columns: 200, rows: 60, environment});
		await stall(wall);
		wall.pty.kill(signal);
		await wall.until(wall.isGone);
	});

	it('does not hold up the end by process.exit while the terminal is stalled', async () => {
		const wall = await start({columns: 200, rows: 60});
		await stall(wall);
		wall.send('exit 3');
		await wall.until(wall.isGone);
	});

	it('ends the program when the terminal goes away', async () => {
		const wall = await start();
		wall.send('flood');
		wall.closeTerminal();
		await wall.until(wall.isGone);
	});

	it.each([
		['the controlling terminal', ['/nowhere', '/dev/tty']],
		['stdout', []],
	])('falls back to %s', async (_, paths) => {
		const wall = await start({environment: {WALL_PATHS: JSON.stringify(paths)}});
		wall.send('show elsewhere');
		await wall.until(() => wall.emulator.lines()[11]?.startsWith('11 elsewhere ..') === true);
	});

	it.runIf(process.platform === 'linux')("leaves the shell's own descriptor in blocking mode", async () => {
		const wall = await start({script: '"$@"; grep flags /proc/self/fdinfo/1'});
		wall.send('exit 0');
		await wall.until(() => wall.exit() !== undefined);
		const flags = [...wall.received().matchAll(/flags:\s+(\d+)/g)].map(match => Number.parseInt(match[1] ?? '', 8));
		expect(flags).toHaveLength(1);
		expect(flags.map(value => value & constants.O_NONBLOCK)).toEqual([0]);
	});

	it('shows the right picture after 100 storms of resizes, though nothing else changes', async () => {
		const wall = await start();
		for (let storm = 0; storm < 100; storm++) {
			for (const step of [1, 2, 3, 4]) {
				wall.resize(20 + ((storm * 7 + step * 13) % 80), 5 + ((storm * 3 + step * 5) % 30));
			}

			const {columns, rows} = wall.resize(30 + (storm % 50), 6 + (storm % 20));
			await wall.until(() =>
				isDeepStrictEqual(
					wall.emulator.lines(),
					Array.from({length: rows}, (_, row) => `${row} ready `.padEnd(columns - 1, '.')),
				),
			);
		}
	});

	it('heals what a resize there and back cut off, though the program only sees the size it had', async () => {
		const wall = await start({columns: 60, rows: 12});
		wall.send('block 300');
		await wall.until(() => wall.reports().at(-1)?.isBlocking === true);
		wall.resize(20, 4);
		wall.resize(60, 12);
		expect(wall.emulator.lines()).not.toContain('0 ready '.padEnd(59, '.'));
		await wall.until(() => wall.emulator.lines().every((line, row) => line === `${row} ready `.padEnd(59, '.')));
	});
});
