import {readFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {afterAll, afterEach, beforeAll, describe, expect, it} from 'vitest';
import {installRestore} from '../../source/terminal/restore.js';
import {buildTerminal, startWall, type TerminalBuild, type Wall} from './wall.js';

let build: TerminalBuild;
let wall: Wall | undefined;

beforeAll(async () => {
	build = await buildTerminal();
});

afterEach(() => {
	wall?.stop();
});

afterAll(() => build.remove());

/** A shell that tells, after the program, how it ended and how the terminal is set. */
const start = async ({script = '"$@"', environment = {}} = {}): Promise<Wall> => {
	wall = await startWall({
		build,
		environment,
		columns: 100,
		rows: 40,
		script: `echo before; ${script}; echo "status $?"; stty -a; echo over; read line`,
	});
	return wall;
};

const signal = (running: Wall, name: NodeJS.Signals): void => {
	process.kill(running.reports()[0]?.pid ?? 0, name);
};

/** The lines on the terminal once the program has ended. */
const ended = async (running: Wall): Promise<readonly string[]> => {
	await running.until(() => running.emulator.lines().includes('over'));
	return running.emulator.lines();
};

const expectGivenBack = (running: Wall): void => {
	expect(running.emulator.screen()).toBe('normal');
	expect(running.emulator.cursorIsHidden()).toBe(false);
	expect(running.emulator.modes()).toEqual({bracketedPaste: false, wraparound: true});
	expect(running.emulator.lines()[0]).toBe('before');
	// The words of `stty` for a terminal in line mode with echo; a minus before them would mean raw mode.
	expect(running.emulator.lines().join(' ')).toMatch(/(?<!-)icanon/);
	expect(running.emulator.lines().join(' ')).toMatch(/(?<!-)echo\b/);
};

describe('installRestore', () => {
	it('takes the whole screen while the program runs', async () => {
		const running = await start();
		expect(running.emulator.screen()).toBe('alternate');
		expect(running.emulator.cursorIsHidden()).toBe(true);
		expect(running.emulator.modes().wraparound).toBe(false);
	});

	describe.each([
		['alone', {}],
		['beside Ink with keys and pastes', {WALL_INK: '1'}],
	])('%s', (_, environment) => {
		it.each([
			['process.exit', 'exit 7', 7],
			['the natural end', 'end', 0],
		])('gives the terminal back on %s', async (_way, command, status) => {
			const running = await start({environment});
			running.send(command);
			expect(await ended(running)).toContain(`status ${status}`);
			expectGivenBack(running);
		});

		it.each([
			['SIGHUP', 129],
			['SIGINT', 130],
			['SIGQUIT', 131],
			['SIGTERM', 143],
		] as const)('gives the terminal back on %s and exits with %i', async (name, status) => {
			const running = await start({environment});
			signal(running, name);
			expect(await ended(running)).toContain(`status ${status}`);
			expectGivenBack(running);
		});

		it.each([
			['an uncaught error', 'throw'],
			['an unhandled rejection', 'reject'],
		])('gives the terminal back on %s and prints it afterwards', async (_way, command) => {
			const running = await start({environment});
			running.send(`${command} the roof is on fire`);
			const lines = await ended(running);
			expect(lines).toContain('status 1');
			expect(lines).toContain('Error: the roof is on fire');
			expectGivenBack(running);
		});
	});

	it('prints no control characters that an error brought along', async () => {
		const running = await start();
		running.send('throw a\u009B31mb\u001B[2Jc');
		expect(await ended(running)).toContain('Error: a31mb[2Jc');
	});

	it('prints an error in the words it is given', async () => {
		const running = await start({environment: {WALL_APOLOGY: 'Sorry'}});
		running.send('throw no tea');
		expect(await ended(running)).toContain('Sorry: no tea');
	});

	it('prints an error into the file that standard error leads to', async () => {
		const running = await start({script: `"$@" 2>${path.join(build.folder, 'errors')}`});
		running.send('throw the roof is on fire');
		await ended(running);
		expect(await readFile(path.join(build.folder, 'errors'), 'utf8')).toContain('Error: the roof is on fire\n');
		expect(running.emulator.lines().join(' ')).not.toContain('roof');
	});

	it('gives the terminal back while the program is stopped and takes it again afterwards', async () => {
		const running = await start();
		signal(running, 'SIGTSTP');
		await running.until(() => running.emulator.screen() === 'normal');
		expect(running.emulator.lines()[0]).toBe('before');
		running.resize(50, 20);
		signal(running, 'SIGCONT');
		await running.until(() => running.emulator.lines()[19] === '19 ready '.padEnd(49, '.'));
		expect(running.emulator.screen()).toBe('alternate');
		expect(running.emulator.cursorIsHidden()).toBe(true);
	});

	it('can be taken away again', () => {
		const events = ['exit', 'uncaughtException', 'SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGTERM', 'SIGTSTP', 'SIGCONT'];
		const counts = (): readonly number[] => events.map(event => process.listenerCount(event));
		const before = counts();
		const screen = {close() {}, suspend() {}, resume() {}};
		const output = {isStalled: () => false, refreshSize() {}, writeNow: () => true};
		const end = installRestore({screen, output, stdin: {}});
		expect(counts()).toEqual(before.map(count => count + 1));
		end();
		expect(counts()).toEqual(before);
	});
});
