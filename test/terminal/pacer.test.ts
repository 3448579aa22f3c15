import {describe, expect, it} from 'vitest';
import {createPacer, type Pacer} from '../../source/terminal/pacer.js';

type Stage = {
	readonly pacer: Pacer;
	/** Lets the end of this turn come. */
	turn(): void;
	/** The write under way has ended. */
	done(): void;
	/** Frames drawn. */
	drawn(): number;
	nothingToDraw(): void;
};

const stage = (): Stage => {
	const soon: (() => void)[] = [];
	const writes: (() => void)[] = [];
	let drawn = 0;
	let hasChanged = true;
	return {
		pacer: createPacer({
			timers: {soon: run => soon.push(run)},
			draw() {
				drawn += 1;
				return hasChanged ? new Uint8Array(7) : undefined;
			},
			write: (_, done) => writes.push(done),
		}),
		turn() {
			for (const run of soon.splice(0)) {
				run();
			}
		},
		done: () => writes.shift()?.(),
		drawn: () => drawn,
		nothingToDraw() {
			hasChanged = false;
		},
	};
};

describe('createPacer', () => {
	it('draws once for many requests, and not before the turn ends', () => {
		const {pacer, turn, drawn} = stage();
		pacer.request();
		pacer.request();
		expect(drawn()).toBe(0);
		turn();
		expect(drawn()).toBe(1);
		turn();
		expect(drawn()).toBe(1);
	});

	it('draws one frame after a write for all that was asked for meanwhile', () => {
		const {pacer, turn, done, drawn} = stage();
		pacer.request();
		turn();
		for (const _ of [1, 2, 3]) {
			pacer.request();
			turn();
		}

		expect(drawn()).toBe(1);
		done();
		turn();
		expect(drawn()).toBe(2);
		done();
		turn();
		expect(drawn()).toBe(2);
		expect(pacer.counts).toEqual({frames: 2, bytes: 14, skipped: 2});
	});

	it('waits for no write when nothing had to be written', () => {
		const {pacer, turn, drawn, nothingToDraw} = stage();
		nothingToDraw();
		pacer.request();
		turn();
		pacer.request();
		turn();
		expect(drawn()).toBe(2);
		expect(pacer.counts.frames).toBe(0);
	});

	it('draws nothing while it is held, even what was asked for before', () => {
		const {pacer, turn, drawn} = stage();
		pacer.request();
		pacer.hold();
		turn();
		pacer.request();
		turn();
		expect(drawn()).toBe(0);
		pacer.release();
		turn();
		expect(drawn()).toBe(1);
	});

	it('stays held when the write under way ends', () => {
		const {pacer, turn, done, drawn} = stage();
		pacer.request();
		turn();
		pacer.hold();
		pacer.request();
		done();
		turn();
		expect(drawn()).toBe(1);
		pacer.release();
		turn();
		expect(drawn()).toBe(2);
	});

	it('does not draw on release while a write is under way', () => {
		const {pacer, turn, done, drawn} = stage();
		pacer.request();
		turn();
		pacer.hold();
		pacer.request();
		pacer.release();
		turn();
		expect(drawn()).toBe(1);
		done();
		turn();
		expect(drawn()).toBe(2);
	});

	it('goes on after a write was abandoned, and ignores its late end', () => {
		const {pacer, turn, done, drawn} = stage();
		pacer.request();
		turn();
		pacer.abandon();
		pacer.request();
		turn();
		expect(drawn()).toBe(2);
		done();
		pacer.request();
		turn();
		expect(drawn()).toBe(2);
		done();
		turn();
		expect(drawn()).toBe(3);
	});
});
