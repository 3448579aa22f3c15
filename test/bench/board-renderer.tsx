import {EventEmitter} from 'node:events';
import {setImmediate} from 'node:timers/promises';
import type {Output} from '../../source/terminal/output.js';
import {createScreen} from '../../source/terminal/screen.js';
import {systemTimers, type Timers} from '../../source/terminal/timers.js';
import {startBoard} from '../../source/ui/start-board.js';
import type {CreateRenderer, Stage} from './renderer.js';

/** The board itself: scene, painters, Ink and screen connected as `showBoard` connects them, but for the terminal's two ends. */
export const createBoardRenderer: CreateRenderer = async stage => {
	const wanted: (() => void)[] = [];
	const byHand: Timers = {soon: run => wanted.push(run), after: () => () => {}, every: () => () => {}};
	const run = (): void => {
		for (const task of wanted.splice(0)) task();
	};
	const screen = createScreen({output: outputOf(stage), colour: true, timers: stage.isLive ? systemTimers : byHand});
	const initial = {...view.initial, view: stage.view ?? view.initial.view};
	startBoard({...view, initial, reader: stage.reader, clock: stage.clock, screen, stdin: silentInput()});
	// Ink hands in its first frame a few turns of the event loop later.
	for (let turn = 0; turn < 10; turn++) await setImmediate();
	run();
	return {draw: run};
};

const view = {
	language: 'en',
	theme: 'dark',
	ascii: false,
	initial: {view: 'overview', filter: '', onlyActive: false},
	effects: {},
} as const;

const outputOf = ({scale, write}: Stage): Output => ({
	size: () => scale,
	onResize: () => () => {},
	refreshSize() {},
	write(bytes, done) {
		write(bytes);
		done();
	},
	writeNow: () => true,
	isStalled: () => false,
	close() {},
});

/** A keyboard nobody touches. */
export const silentInput = (): NodeJS.ReadStream =>
	Object.assign(new EventEmitter(), {
		isTTY: true,
		isRaw: false,
		setRawMode() {},
		setEncoding() {},
		read: () => null,
		ref() {},
		unref() {},
		resume() {},
		pause() {},
		// Of a stream Ink uses no more than this.
	}) as unknown as NodeJS.ReadStream;
