import {setImmediate} from 'node:timers/promises';
import type {Output} from '../../source/terminal/output.js';
import {createEmulator, type Emulator} from './emulator.js';

export type FakeOutput = Output & {
	readonly emulator: Emulator;
	/** Every frame written, as text. */
	readonly frames: readonly string[];
	/** What was written at once, past the frames. */
	readonly urgent: readonly string[];
	/** The terminal takes bytes but says so only after `resume`. */
	stall(): void;
	resume(): void;
	resize(columns: number, rows: number): void;
	/** Nothing is under way any more, neither here nor in the emulator. */
	settled(): Promise<void>;
};

/** An output into a live emulator. */
export const createFakeOutput = (columns: number, rows: number): FakeOutput => {
	const emulator = createEmulator(columns, rows);
	const frames: string[] = [];
	const urgent: string[] = [];
	const listeners = new Set<() => void>();
	let size = {columns, rows};
	let isStalled = false;
	let waiting: (() => void) | undefined;
	let seen = Promise.resolve();
	return {
		emulator,
		frames,
		urgent,
		size: () => size,
		onResize(listener) {
			listeners.add(listener);
			return () => {
				listeners.delete(listener);
			};
		},
		refreshSize() {},
		write(bytes, done) {
			if (waiting !== undefined) {
				throw new Error('two frames under way');
			}

			const text = new TextDecoder().decode(bytes);
			frames.push(text);
			waiting = done;
			seen = emulator.write(text).then(() => {
				if (!isStalled) {
					waiting = undefined;
					done();
				}
			});
		},
		writeNow(text) {
			waiting = undefined;
			urgent.push(text);
			seen = seen.then(() => emulator.write(text));
			return true;
		},
		isStalled: () => waiting !== undefined,
		close() {},
		stall() {
			isStalled = true;
		},
		resume() {
			isStalled = false;
			const done = waiting;
			waiting = undefined;
			done?.();
		},
		resize(newColumns, newRows) {
			size = {columns: newColumns, rows: newRows};
			emulator.resize(newColumns, newRows);
			for (const listener of [...listeners]) {
				listener();
			}
		},
		async settled() {
			let before: unknown;
			do {
				before = seen;
				await seen;
				await setImmediate();
				await setImmediate();
			} while (before !== seen);
		},
	};
};
