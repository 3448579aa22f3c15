import {setImmediate} from 'node:timers/promises';
import type {BoardStore} from '../../source/runtime/store.js';
import type {Output, Size} from '../../source/terminal/output.js';
import {createScreen} from '../../source/terminal/screen.js';
import type {Timers} from '../../source/terminal/timers.js';
import {type BoardView, startBoard} from '../../source/ui/start-board.js';
import {createKeyboard} from '../helpers/keyboard.js';
import type {SimulatedTime} from './simulated-time.js';

/** The board on a terminal that takes everything and keeps nothing. */
export type Wall = {
	/** Lets Ink and the painters do what they want by now. */
	draw(): Promise<void>;
	/** Types these characters. */
	type(keys: string): void;
	/** Another size of the terminal. */
	resize(size: Size): void;
	/** Another look, as the settings may bring: the board is taken apart and put together again. */
	restyle(): Promise<void>;
	/** Since the beginning. */
	written(): {readonly frames: number; readonly bytes: number};
	close(): void;
};

export type WallOptions = {
	readonly store: BoardStore;
	readonly time: SimulatedTime;
	readonly size: Size;
};

/** The looks it goes through. */
const looks = [
	{language: 'en', theme: 'dark', ascii: false},
	{language: 'fr', theme: 'light', ascii: false},
	{language: 'en', theme: 'mono', ascii: true},
] as const satisfies readonly Pick<BoardView, 'language' | 'theme' | 'ascii'>[];

export const createWall = ({store, time, size}: WallOptions): Wall => {
	const timers = createFrameTimers();
	const terminal = createTerminal(size);
	const stdin = createKeyboard();
	let turns = 0;
	const show = (initial: BoardView['initial']) => {
		const look = looks[turns % looks.length] ?? looks[0];
		const screen = createScreen({output: terminal.output, colour: look.theme !== 'mono', ascii: look.ascii, timers});
		const effects = {'screen.redraw': screen.repaint};
		// Of a stream Ink uses no more than this.
		const keys = stdin as unknown as NodeJS.ReadStream;
		const board = startBoard({...look, reader: store, clock: time.clock, initial, screen, stdin: keys, effects});
		return {screen, board};
	};
	let shown = show({view: 'overview', filter: '', onlyActive: false});
	const end = (): void => {
		shown.board.stop();
		shown.screen.close();
	};
	const draw = async (): Promise<void> => {
		// React and Ink hand in what they have a turn of the event loop later.
		await setImmediate();
		timers.frame();
	};
	return {
		draw,
		type: stdin.type,
		resize: terminal.resize,
		async restyle() {
			turns += 1;
			const initial = shown.board.standing();
			end();
			shown = show(initial);
			for (let turn = 0; turn < 10; turn++) await draw();
		},
		written: terminal.written,
		close: end,
	};
};

/** Frames between two repaints: true boards draw about one a second, and repaint once a minute. */
const framesPerPeriod = 60;

/** What waits runs with the next frame; what comes back, every sixty. */
const createFrameTimers = (): Timers & {frame(): void} => {
	let wanted: (() => void)[] = [];
	const periodic = new Set<() => void>();
	let frames = 0;
	return {
		soon: run => wanted.push(run),
		after(_delayMs, run) {
			wanted.push(run);
			return () => {
				wanted = wanted.filter(other => other !== run);
			};
		},
		every(_periodMs, run) {
			periodic.add(run);
			return () => periodic.delete(run);
		},
		frame() {
			frames += 1;
			if (frames % framesPerPeriod === 0) for (const run of [...periodic]) run();
			for (const run of wanted.splice(0)) run();
		},
	};
};

const createTerminal = (first: Size) => {
	const listeners = new Set<() => void>();
	const counts = {frames: 0, bytes: 0};
	let size = first;
	const output: Output = {
		size: () => size,
		onResize(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		refreshSize() {},
		write(bytes, done) {
			counts.frames += 1;
			counts.bytes += bytes.length;
			done();
		},
		writeNow: () => true,
		isStalled: () => false,
		close() {},
	};
	return {
		output,
		written: () => ({...counts}),
		resize(next: Size) {
			size = next;
			for (const listener of [...listeners]) listener();
		},
	};
};
