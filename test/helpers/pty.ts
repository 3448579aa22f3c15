import {type IPty, spawn} from '@lydell/node-pty';
import {onTestFinished} from 'vitest';
import {createEmulator, type Emulator} from '../terminal/emulator.js';
import {environmentOf, program} from './program.js';

export type Ended = {readonly exitCode: number; readonly signal?: number | undefined};

/** The built program on a real pseudo-terminal with a live emulator behind it. Ends with the test. */
export type Terminal = {
	readonly pid: number;
	readonly emulator: Emulator;
	/** All that came out of the pseudo-terminal. */
	received(): string;
	press(bytes: string): void;
	/** Changes the size of the terminal and of the emulator behind it. */
	resize(columns: number, rows: number): void;
	/** Waits for a condition, looking again whenever anything arrives. Fails after a long time with what is on the screen. */
	until(condition: () => boolean): Promise<void>;
	/** Waits for the screen to hold a text. */
	shows(text: string): Promise<void>;
	ended: Promise<Ended>;
	/** What happens when an SSH session is cut. */
	close(): void;
};

export type TerminalOptions = {
	readonly columns?: number;
	readonly rows?: number;
	readonly env?: Readonly<Record<string, string>>;
	/** A shell's script that runs the program as `"$@"`. */
	readonly script?: string;
};

const patienceMs = 15_000;

export const openTerminal = (
	args: readonly string[],
	{columns = 110, rows = 32, env = {}, script}: TerminalOptions = {},
): Terminal => {
	const emulator = createEmulator(columns, rows);
	const watchers = new Set<() => void>();
	let received = '';
	const command = [process.execPath, program, ...args];
	const [file = '', ...rest] = script === undefined ? command : ['/bin/sh', '-c', script, 'sh', ...command];
	const pty = spawn(file, rest, {cols: columns, rows, env: environmentOf({TERM: 'xterm-256color', ...env})});
	const look = (): void => {
		for (const watcher of [...watchers]) watcher();
	};
	pty.onData(data => {
		received += data;
		void emulator.write(data).then(look);
	});
	let isOver = false;
	const ended = new Promise<Ended>(resolve => {
		pty.onExit(event => {
			isOver = true;
			resolve(event);
			look();
		});
	});
	onTestFinished(() => {
		if (!isOver) pty.kill('SIGKILL');
	});
	const until = (condition: () => boolean): Promise<void> =>
		new Promise((resolve, reject) => {
			const stop = (): void => {
				watchers.delete(watcher);
				clearTimeout(limit);
			};
			const watcher = (): void => {
				if (!condition()) return;
				stop();
				resolve();
			};
			const limit = setTimeout(() => {
				stop();
				reject(new Error(`never came: ${condition}\n${emulator.lines().join('\n')}`));
			}, patienceMs);
			watchers.add(watcher);
			watcher();
		});
	return {
		pid: pty.pid,
		emulator,
		received: () => received,
		press: bytes => pty.write(bytes),
		resize(newColumns, newRows) {
			pty.resize(newColumns, newRows);
			emulator.resize(newColumns, newRows);
		},
		until,
		shows: text => until(() => emulator.lines().some(line => line.includes(text))),
		ended,
		close() {
			(pty as IPty & {destroy(): void}).destroy();
		},
	};
};
