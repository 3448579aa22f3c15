import {closeSync, constants, openSync, writeSync} from 'node:fs';
import process from 'node:process';
import {isatty, type WriteStream} from 'node:tty';
import {createDescriptorWriter, type DescriptorWriter} from './descriptor-writer.js';
import {systemTimers} from './timers.js';

export type Size = {readonly columns: number; readonly rows: number};

/** The way to a terminal. Nothing in it waits for the terminal, but `writeNow`, briefly. */
export type Output = {
	/** The size the terminal reports; 0 where it does not know. */
	size(): Size;
	/** Calls when the size may have changed, perhaps several times for one change. The result ends listening. */
	onResize(listener: () => void): () => void;
	/** Has the size asked for anew, in case a change went unnoticed while the process was stopped. */
	refreshSize(): void;
	/**
	Sends all bytes, however long it takes, and calls `done`, perhaps before it returns. Until then the bytes stay as they are and no other
	`write` begins. When the terminal is gone `done` is never called.
	*/
	write(bytes: Uint8Array, done: () => void): void;
	/** Drops what `write` has not sent yet, without calling back, and sends a few bytes at once. Gives up, and returns false, when the terminal takes nothing for 0.15 s. */
	writeNow(text: string): boolean;
	/** Whether bytes wait for the terminal to take them. */
	isStalled(): boolean;
	close(): void;
};

export type OutputOptions = {
	/** Tells the size; written to only when its terminal cannot be opened. */
	readonly stdout: Pick<WriteStream, 'columns' | 'off' | 'on' | 'rows' | 'write'> & {readonly fd: number};
	/** Called once when the terminal does not exist any more, for instance because the SSH session was cut. The program has to end now, or it stays as an orphan. */
	readonly onGone: (error: unknown) => void;
	/** Where the terminal may be opened, best first. */
	readonly paths?: readonly string[];
};

/**
Opens the terminal behind `stdout` a second time, non-blocking. Node writes to a terminal synchronously, and one that is stalled, by
a stuck SSH client for instance, would stop the whole program. The mode belongs to the descriptor opened here, so the shell never sees it.

Where the terminal cannot be opened, `stdout` itself is written to and a stalled terminal stops the program.
*/
export const openOutput = ({stdout, onGone, paths = terminalPaths(stdout.fd)}: OutputOptions): Output => {
	let isRefreshing = false;
	let isGone = false;
	const gone = (error: unknown): void => {
		if (!isGone) {
			isGone = true;
			onGone(error);
		}
	};
	const descriptor = openFirst(paths);
	const writer = descriptor === undefined ? createStreamWriter(stdout) : createFileWriter(descriptor, gone);
	stdout.on('error', gone);
	return {
		...writer,
		size: () => ({columns: stdout.columns, rows: stdout.rows}),
		onResize(listener) {
			// A change there and back during one turn of the event loop is no `resize` for Node, but the terminal has cut its content all the same.
			const onSignal = (): void => {
				if (!isRefreshing) {
					listener();
				}
			};
			stdout.on('resize', listener);
			process.on('SIGWINCH', onSignal);
			return () => {
				stdout.off('resize', listener);
				process.off('SIGWINCH', onSignal);
			};
		},
		refreshSize() {
			// The signal on which Node asks the terminal for its size.
			isRefreshing = true;
			process.emit('SIGWINCH', 'SIGWINCH');
			isRefreshing = false;
		},
		writeNow: text => writer.writeNow(new TextEncoder().encode(text)),
		close() {
			writer.close();
			stdout.off('error', gone);
		},
	};
};

/**
Through `/proc` it is surely the terminal of `stdout`, even where that is not the controlling one. After `su` that one may belong to
somebody else; the controlling terminal can always be opened.
*/
const terminalPaths = (fd: number): readonly string[] => [`/proc/self/fd/${fd}`, '/dev/tty'];

const openFirst = (paths: readonly string[]): number | undefined => {
	for (const path of paths) {
		const descriptor = openTerminal(path);
		if (descriptor !== undefined) {
			return descriptor;
		}
	}

	return undefined;
};

const openTerminal = (path: string): number | undefined => {
	try {
		const descriptor = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
		if (isatty(descriptor)) {
			return descriptor;
		}

		closeSync(descriptor);
	} catch {
		// Not here; the next path, or the stream itself, will do.
	}

	return undefined;
};

const createFileWriter = (descriptor: number, onGone: (error: unknown) => void): DescriptorWriter => {
	const writer = createDescriptorWriter({
		send: (bytes, offset) => writeSync(descriptor, bytes, offset),
		timers: systemTimers,
		pause: delayMs => {
			Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, delayMs);
		},
		onGone,
	});
	return {
		...writer,
		close() {
			writer.close();
			closeSync(descriptor);
		},
	};
};

const createStreamWriter = (stdout: OutputOptions['stdout']): DescriptorWriter => {
	let isWaiting = false;
	return {
		write(bytes, done) {
			isWaiting = true;
			stdout.write(bytes, error => {
				isWaiting = false;
				if (!error) {
					done();
				}
			});
		},
		writeNow(bytes) {
			stdout.write(bytes);
			return true;
		},
		isStalled: () => isWaiting,
		close() {},
	};
};
