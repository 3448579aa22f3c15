import {describe, expect, it} from 'vitest';
import type {Painter} from '../../source/terminal/canvas.js';
import {createScreen, type Screen} from '../../source/terminal/screen.js';
import {styleId} from '../../source/terminal/style.js';
import type {Timers} from '../../source/terminal/timers.js';
import {createFakeOutput, type FakeOutput} from './fake-output.js';

const plain = styleId({});

type HandTimers = Timers & {
	/** Lets the rest after a resize be over. */
	rest(): void;
	/** Lets a period pass. */
	tick(): void;
	delays(): readonly number[];
};

/** Time passes when the test says so. */
const handTimers = (): HandTimers => {
	const resting = new Map<() => void, number>();
	const periodic = new Map<() => void, number>();
	const run = (entries: ReadonlyMap<() => void, number>): void => {
		for (const action of [...entries.keys()]) {
			action();
		}
	};
	return {
		soon: action => {
			setImmediate(action);
		},
		after(delayMs, action) {
			const once = (): void => {
				resting.delete(once);
				action();
			};
			resting.set(once, delayMs);
			return () => {
				resting.delete(once);
			};
		},
		every(periodMs, action) {
			periodic.set(action, periodMs);
			return () => {
				periodic.delete(action);
			};
		},
		rest: () => run(resting),
		tick: () => run(periodic),
		delays: () => [...resting.values(), ...periodic.values()],
	};
};

type Stage = {
	readonly output: FakeOutput;
	readonly timers: HandTimers;
	readonly screen: Screen;
	show(text: string): void;
};

/** A screen whose rows all show the same text. */
const stage = async ({columns = 20, rows = 4, colour = true} = {}): Promise<Stage> => {
	const output = createFakeOutput(columns, rows);
	const timers = handTimers();
	const screen = createScreen({output, timers, colour});
	let shown = 'start';
	const painter: Painter = canvas => {
		for (let row = 0; row < canvas.rows; row++) {
			canvas.text(row, 0, shown.padEnd(canvas.columns), plain);
		}
	};
	const place = (): void => {
		screen.setRegion('all', {rectangle: {row: 0, column: 0, rows: screen.rows, columns: screen.columns}, painter});
	};
	place();
	screen.onResize(place);
	await output.settled();
	return {
		output,
		timers,
		screen,
		show(text) {
			shown = text;
			screen.requestFrame();
		},
	};
};

describe('createScreen', () => {
	it('takes the alternate screen with the first frame, without cursor and without wrapping', async () => {
		const {output} = await stage();
		expect(output.frames).toHaveLength(1);
		expect(output.emulator.screen()).toBe('alternate');
		expect(output.emulator.cursorIsHidden()).toBe(true);
		expect(output.emulator.modes().wraparound).toBe(false);
		expect(output.emulator.lines()).toEqual(['start', 'start', 'start', 'start']);
	});

	it('puts each frame into one write and one synchronised update', async () => {
		const {output, show} = await stage();
		show('next');
		await output.settled();
		expect(output.frames).toHaveLength(2);
		for (const frame of output.frames) {
			expect(frame.startsWith('\u001B[?2026h')).toBe(true);
			expect(frame.endsWith('\u001B[?2026l')).toBe(true);
			expect(frame.split('?2026')).toHaveLength(3);
		}
	});

	it('sends a text to the clipboard once, with the next frame, and none that is too long', async () => {
		const {output, screen} = await stage();
		expect(screen.copy('0033639980001')).toBe(true);
		expect(screen.copy('a'.repeat(3000))).toBe(false);
		await output.settled();
		screen.requestFrame();
		await output.settled();
		expect(output.frames.slice(1)).toEqual(['\u001B[?2026h\u001B]52;c;MDAzMzYzOTk4MDAwMQ==\u0007\u001B[?2026l']);
	});

	it('leaves no link behind, where it sent one', async () => {
		const {output, screen} = await stage();
		screen.setLink('https://a.example/');
		screen.close();
		expect(output.urgent.join('').startsWith('\u001B]8;;\u001B\\')).toBe(true);
		const other = await stage();
		other.screen.close();
		expect(other.output.urgent.join('')).not.toContain(']8;');
	});

	it('writes nothing when nothing changed', async () => {
		const {output, show} = await stage();
		show('start');
		await output.settled();
		expect(output.frames).toHaveLength(1);
	});

	it('makes one frame of many requests', async () => {
		const {output, screen, show} = await stage();
		show('one');
		show('two');
		screen.requestFrame();
		await output.settled();
		expect(output.frames).toHaveLength(2);
		expect(output.emulator.lines()[0]).toBe('two');
	});

	it('has one frame under way at most, and exactly one more after it with the latest state', async () => {
		const {output, screen, show} = await stage();
		output.stall();
		show('first');
		await output.settled();
		for (let step = 0; step < 100; step++) {
			show(`step ${step}`);
			await output.settled();
		}

		expect(output.frames).toHaveLength(2);
		expect(screen.counts.skipped).toBe(99);
		output.resume();
		await output.settled();
		expect(output.frames).toHaveLength(3);
		expect(output.emulator.lines()).toEqual(['step 99', 'step 99', 'step 99', 'step 99']);
	});

	it('counts frames and bytes', async () => {
		const {output, screen, show} = await stage();
		show('é');
		await output.settled();
		const bytes = output.frames.reduce((sum, frame) => sum + new TextEncoder().encode(frame).length, 0);
		expect(screen.counts).toMatchObject({frames: 2, bytes, skipped: 0});
	});

	it('is 80 × 24 on a terminal that does not know its size', async () => {
		const screen = createScreen({
			output: {...createFakeOutput(20, 4), size: () => ({columns: 0, rows: 0})},
			colour: true,
		});
		expect([screen.columns, screen.rows]).toEqual([80, 24]);
		expect([screen.inkOutput.columns, screen.inkOutput.rows]).toEqual([80, 24]);
		screen.close();
	});

	it('draws nothing while the size changes, and everything once when it rests', async () => {
		const {output, timers, screen, show} = await stage();
		const sizes: string[] = [];
		screen.onResize(() => sizes.push(`${screen.columns}×${screen.rows}`));
		for (const columns of [19, 12, 30, 10]) {
			output.resize(columns, 6);
			show(`at ${columns}`);
			await output.settled();
		}

		expect(output.frames).toHaveLength(1);
		expect(timers.delays().toSorted((a, b) => a - b)).toEqual([60, 60_000]);
		timers.rest();
		await output.settled();
		expect(output.frames).toHaveLength(2);
		expect(sizes).toEqual(['10×6']);
		expect(output.emulator.lines()).toEqual(Array.from({length: 6}, () => 'at 10'));
	});

	it('draws everything anew when the size went there and back, because the terminal may have cut its content', async () => {
		const {output, timers} = await stage();
		output.resize(3, 2);
		output.resize(20, 4);
		timers.rest();
		await output.settled();
		expect(output.emulator.lines()).toEqual(['start', 'start', 'start', 'start']);
	});

	it('is right after a resize while a frame was under way', async () => {
		const {output, timers, show} = await stage();
		output.stall();
		show('wide and long');
		await output.settled();
		output.resize(8, 3);
		timers.rest();
		await output.settled();
		output.resume();
		await output.settled();
		expect(output.emulator.lines()).toEqual(['wide and', 'wide and', 'wide and']);
	});

	it.each(['repaint', 'period'])('repairs what a stranger wrote, by %s', async way => {
		const {output, timers, screen} = await stage();
		// A broadcast in the middle that scrolls, sets margins and leaves insert mode, line drawing and a colour behind.
		await output.emulator.write(
			'\u001B[2;3r\u001B[?6h\u001B[4h\u001B(0\u001B[41mBroadcast\r\n\r\n\r\n\r\nmessage\u001B[?7h\u001B[?25h',
		);
		if (way === 'repaint') {
			screen.repaint();
		} else {
			timers.tick();
		}

		await output.settled();
		expect(output.emulator.lines()).toEqual(['start', 'start', 'start', 'start']);
		expect(
			output.emulator
				.cells()
				.flat()
				.filter(cell => cell.look !== ''),
		).toEqual([]);
		expect(output.emulator.cursorIsHidden()).toBe(true);
	});

	it('sends no colours where they are not wanted, but keeps bold and inverse', async () => {
		const {output, screen} = await stage({colour: false});
		const style = styleId({color: 'red', backgroundColor: 'blue', bold: true, inverse: true});
		screen.setRegion('one', {
			rectangle: {row: 1, column: 0, rows: 1, columns: 5},
			painter: canvas => {
				canvas.text(0, 0, 'alarm', style);
			},
		});
		await output.settled();
		expect(output.emulator.cells()[1]?.slice(0, 5)).toEqual([...'alarm'].map(text => ({text, look: 'inverse bold'})));
	});

	it('gives the terminal back on close and is silent from then on', async () => {
		const {output, screen, timers, show} = await stage();
		screen.close();
		screen.close();
		show('late');
		screen.repaint();
		output.resize(10, 3);
		timers.rest();
		timers.tick();
		screen.resume();
		await output.settled();
		expect(output.frames).toHaveLength(1);
		expect(output.urgent).toHaveLength(1);
		expect(output.emulator.screen()).toBe('normal');
		expect(output.emulator.cursorIsHidden()).toBe(false);
		expect(output.emulator.modes().wraparound).toBe(true);
		expect(timers.delays()).toEqual([]);
	});

	it('writes nothing on close when it never drew', () => {
		const output = createFakeOutput(20, 4);
		createScreen({output, colour: true, timers: handTimers()}).close();
		expect(output.urgent).toEqual([]);
	});

	it('leaves the terminal to others between suspend and resume', async () => {
		const {output, screen, show} = await stage();
		screen.suspend();
		show('meanwhile');
		await output.settled();
		expect(output.emulator.screen()).toBe('normal');
		await output.emulator.write('some shell\r\n');
		screen.resume();
		await output.settled();
		expect(output.emulator.screen()).toBe('alternate');
		expect(output.emulator.lines()).toEqual(['meanwhile', 'meanwhile', 'meanwhile', 'meanwhile']);
	});

	it('goes on after a frame was given up by suspend', async () => {
		const {output, screen, show} = await stage();
		output.stall();
		show('given up');
		await output.settled();
		screen.suspend();
		output.resume();
		screen.resume();
		await output.settled();
		show('anew');
		await output.settled();
		expect(output.emulator.lines()[0]).toBe('anew');
	});

	it('no longer calls a listener that ended', async () => {
		const {output, screen, timers} = await stage();
		let calls = 0;
		const end = screen.onResize(() => {
			calls += 1;
		});
		end();
		output.resize(10, 3);
		timers.rest();
		await output.settled();
		expect(calls).toBe(0);
	});
});
