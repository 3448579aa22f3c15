import {setImmediate} from 'node:timers/promises';
import {onTestFinished, vi} from 'vitest';
import type {Board} from '../../source/domain/board.js';
import type {BoardEvent} from '../../source/domain/event.js';
import {reduceBoard} from '../../source/domain/reduce.js';
import {noPops, type PopOutcome, type PopSubject, type ShownPops} from '../../source/presentation/pop/pops.js';
import {createScreen} from '../../source/terminal/screen.js';
import type {Timers} from '../../source/terminal/timers.js';
import type {Effects} from '../../source/ui/controller.js';
import {type BoardView, startBoard} from '../../source/ui/start-board.js';
import {createFakeOutput, type FakeOutput} from '../terminal/fake-output.js';
import {at} from './builders.js';
import {createKeyboard} from './keyboard.js';
import {createManualClock} from './manual-clock.js';
import {sampleBoard} from './sample-board.js';

vi.hoisted(() => {
	// As the commands do, before Ink is loaded: without colours there are no backgrounds.
	process.env.FORCE_COLOR = '1';
});

export type RenderOptions = Partial<Pick<BoardView, 'language' | 'theme' | 'ascii' | 'rawOf' | 'popSettings'>> &
	Partial<BoardView['initial']> & {
		readonly columns?: number;
		readonly rows?: number;
		readonly board?: Board;
		readonly popEffects?: Pick<Effects, 'pop.try' | 'pop.save'>;
		/** When it starts, seconds from `at(0)`. */
		readonly startAt?: number;
		/** The terminal does not know its size and reports 0 × 0. */
		readonly hasNoSize?: true;
		/** What the screen pop has to show when the board starts, and what comes of every pop fired; without it none fires. */
		readonly screenPop?: Partial<ShownPops> & {readonly outcome?: PopOutcome};
	};

/** The whole screen on a terminal that exists only in memory. */
export type RenderedBoard = {
	readonly output: FakeOutput;
	/** What the keys did outside the screen, in order: `quit`, `interrupt`, `reset`, `retry`, `tick …`, `untick …`, `token …`, `dismiss …`, `fire …`. */
	readonly effects: readonly string[];
	/** The screen pop has something else to show. */
	pop(shown: Partial<ShownPops>): Promise<void>;
	/** What came of the token that is being tried. */
	answer(outcome?: string): Promise<void>;
	/** Stops the board and starts another on the same screen, where the first stood. */
	restart(look: Partial<Pick<BoardView, 'language' | 'theme' | 'ascii'>>): Promise<void>;
	/** How many listen to the board, and to the keyboard. */
	listeners(): readonly number[];
	/** Stops the board alone. */
	stop(): void;
	/** The text of the rows, without blanks at their ends. */
	lines(): readonly string[];
	/** Bytes as the terminal sends them, in one piece. */
	press(bytes: string): Promise<void>;
	/** The key Escape, which counts only once nothing followed it. Waits for the frame it leads to. */
	escape(): Promise<void>;
	advance(milliseconds: number): Promise<void>;
	/** Events come; the result is the board after them. */
	happen(...events: readonly BoardEvent[]): Promise<Board>;
	/** Takes these sizes one after the other, then lets the terminal rest. */
	resize(...sizes: readonly (readonly [columns: number, rows: number])[]): Promise<void>;
	end(): void;
};

export const renderBoard = async ({
	columns = 110,
	rows = 32,
	board = sampleBoard(),
	language = 'en',
	theme = 'dark',
	ascii = false,
	view = 'overview',
	filter = '',
	onlyActive = false,
	startAt = 0,
	hasNoSize,
	rawOf,
	popSettings,
	popEffects,
	screenPop,
	...standing
}: RenderOptions = {}): Promise<RenderedBoard> => {
	const output = createFakeOutput(columns, rows);
	const sized = hasNoSize ? {...output, size: () => ({columns: 0, rows: 0})} : output;
	const stdin = createKeyboard();
	const reader = createReader(board);
	const clock = createManualClock(at(startAt));
	const timers = createHandTimers();
	const effects: string[] = [];
	const note = (effect: string) => () => {
		effects.push(effect);
	};
	const screen = createScreen({output: sized, timers, colour: theme !== 'mono', ascii});
	const fakePops = createFakePops(screenPop ?? {}, effects);
	let answerToken: (outcome: string | undefined) => void = () => {};
	const parts = {
		reader,
		clock,
		language,
		theme,
		ascii,
		screen,
		// Ink uses nothing else of it.
		stdin: stdin as unknown as NodeJS.ReadStream,
		initial: {...standing, view, filter, onlyActive},
		...(rawOf ? {rawOf} : {}),
		...(screenPop ? {pops: fakePops} : {}),
		...(popSettings ? {popSettings} : {}),
		effects: {
			...popEffects,
			'board.quit': note('quit'),
			'board.interrupt': note('interrupt'),
			'board.reset': note('reset'),
			'screen.redraw': screen.repaint,
			'feed.retry': note('retry'),
			'loss.set': ({key, isDone}: {readonly key: string; readonly isDone: boolean}) => {
				effects.push(`${isDone ? 'tick' : 'untick'} ${key}`);
				reader.dispatch([{type: 'loss-ticked', at: clock.now(), key, isDone}]);
			},
			'token.change': ({text}: {readonly text: string}) => {
				effects.push(`token ${text}`);
				return new Promise<string | undefined>(resolve => {
					answerToken = resolve;
				});
			},
		},
	};
	let started = startBoard(parts);
	const end = (): void => {
		started.stop();
		screen.close();
	};
	onTestFinished(end);
	await output.settled();
	return {
		output,
		effects,
		async pop(shown) {
			fakePops.show(shown);
			await output.settled();
		},
		async answer(outcome) {
			answerToken(outcome);
			await setImmediate();
			await output.settled();
		},
		async restart(look) {
			const initial = started.standing();
			started.stop();
			started = startBoard({...parts, ...look, initial});
			await output.settled();
		},
		listeners: () => [reader.listeners(), stdin.listenerCount('readable')],
		stop: () => started.stop(),
		lines: output.emulator.lines,
		async press(bytes) {
			stdin.type(bytes);
			await output.settled();
		},
		async escape() {
			const before = output.frames.length;
			stdin.type('\u001B');
			while (output.frames.length === before) await setImmediate();
			await output.settled();
		},
		async advance(milliseconds) {
			clock.advance(milliseconds);
			await output.settled();
		},
		async happen(...events) {
			const after = reader.dispatch(events);
			await output.settled();
			return after;
		},
		async resize(...sizes) {
			for (const [newColumns, newRows] of sizes) {
				output.resize(newColumns, newRows);
				await setImmediate();
			}
			timers.rest();
			await output.settled();
		},
		end,
	};
};

/** A board that follows its events at once. */
const createReader = (first: Board) => {
	const listeners = new Set<() => void>();
	let board = first;
	return {
		getSnapshot: () => board,
		listeners: () => listeners.size,
		subscribe(listener: () => void) {
			listeners.add(listener);
			return () => {
				listeners.delete(listener);
			};
		},
		dispatch(events: readonly BoardEvent[]) {
			board = reduceBoard(board, events);
			for (const listener of [...listeners]) listener();
			return board;
		},
	};
};

/** A screen pop that shows what the test says; who puts away its page or offer sees it no more. */
const createFakePops = (
	{outcome = {type: 'off'}, ...first}: NonNullable<RenderOptions['screenPop']>,
	effects: string[],
) => {
	const listeners = new Set<() => void>();
	let shown: ShownPops = {...noPops, ...first};
	const show = (next: Partial<ShownPops>): void => {
		shown = {...shown, ...next};
		for (const listener of [...listeners]) listener();
	};
	return {
		shown: () => shown,
		show,
		subscribe(listener: () => void) {
			listeners.add(listener);
			return () => {
				listeners.delete(listener);
			};
		},
		dismiss(what: 'page' | 'offer') {
			effects.push(`dismiss ${what}`);
			show(what === 'page' ? {page: null, pages: 0} : {offer: null, offers: 0});
		},
		async fire(subject: PopSubject) {
			effects.push(`fire ${JSON.stringify(subject)}`);
			return outcome;
		},
	};
};

/** No time passes until the test says that the terminal rests. */
const createHandTimers = (): Timers & {rest(): void} => {
	const resting = new Set<() => void>();
	return {
		soon(run) {
			globalThis.setImmediate(run);
		},
		after(_delayMs, run) {
			resting.add(run);
			return () => {
				resting.delete(run);
			};
		},
		every: () => () => {},
		rest() {
			const due = [...resting];
			resting.clear();
			for (const run of due) run();
		},
	};
};
