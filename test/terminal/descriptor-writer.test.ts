import {describe, expect, it} from 'vitest';
import {createDescriptorWriter, type DescriptorWriter} from '../../source/terminal/descriptor-writer.js';

type Stage = {
	readonly writer: DescriptorWriter;
	/** What the terminal took. */
	taken(): string;
	/** Lets the terminal take so many more bytes. */
	room(bytes: number): void;
	fail(code: string): void;
	/** Runs the retry that was asked for; returns its delay. */
	retry(): number | undefined;
	readonly pauses: readonly number[];
	readonly gone: readonly unknown[];
};

/** A terminal that takes no more than it has room for, and at most three bytes at once. */
const stage = (): Stage => {
	let taken = '';
	let room = 0;
	let failure: string | undefined;
	let waiting: {readonly delayMs: number; readonly run: () => void} | undefined;
	const pauses: number[] = [];
	const gone: unknown[] = [];
	const writer = createDescriptorWriter({
		send(bytes, offset) {
			if (failure !== undefined) {
				throw Object.assign(new Error(failure), {code: failure});
			}

			if (room === 0) {
				throw Object.assign(new Error('try again'), {code: 'EAGAIN'});
			}

			const count = Math.min(room, 3, bytes.length - offset);
			taken += new TextDecoder().decode(bytes.subarray(offset, offset + count));
			room -= count;
			return count;
		},
		timers: {
			after(delayMs, run) {
				waiting = {delayMs, run};
				return () => {
					waiting = undefined;
				};
			},
		},
		pause: delayMs => pauses.push(delayMs),
		onGone: error => gone.push(error),
	});
	return {
		writer,
		taken: () => taken,
		room(bytes) {
			room += bytes;
		},
		fail(code) {
			failure = code;
		},
		retry() {
			const now = waiting;
			waiting = undefined;
			now?.run();
			return now?.delayMs;
		},
		pauses,
		gone,
	};
};

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('createDescriptorWriter', () => {
	it('sends in as many parts as the terminal takes, then calls back', () => {
		const {writer, taken, room} = stage();
		let calls = 0;
		room(100);
		writer.write(bytes('hello terminal'), () => {
			calls += 1;
		});
		expect([taken(), calls, writer.isStalled()]).toEqual(['hello terminal', 1, false]);
	});

	it('goes on where it stopped when the terminal was full', () => {
		const {writer, taken, room, retry} = stage();
		let calls = 0;
		room(5);
		writer.write(bytes('hello terminal'), () => {
			calls += 1;
		});
		expect([taken(), calls, writer.isStalled()]).toEqual(['hello', 0, true]);
		room(4);
		retry();
		expect([taken(), calls]).toEqual(['hello ter', 0]);
		room(100);
		retry();
		expect([taken(), calls, writer.isStalled()]).toEqual(['hello terminal', 1, false]);
		expect(retry()).toBeUndefined();
	});

	it('asks a stalled terminal less and less often, but at least 20 times a second', () => {
		const {writer, retry} = stage();
		writer.write(bytes('x'), () => {});
		const delays = Array.from({length: 8}, retry);
		expect(delays).toEqual([2, 4, 8, 16, 32, 50, 50, 50]);
	});

	it.each(['EIO', 'EPIPE', 'ENXIO', 'EBADF'])('says once that the terminal is gone on %s', code => {
		const {writer, fail, gone, retry} = stage();
		let calls = 0;
		fail(code);
		for (const text of ['one', 'two']) {
			writer.write(bytes(text), () => {
				calls += 1;
			});
		}

		expect(gone).toMatchObject([{code}]);
		expect([calls, retry(), writer.writeNow(bytes('leave'))]).toEqual([0, undefined, false]);
		expect(gone).toHaveLength(1);
	});

	it('goes on after an interrupted call', () => {
		const {writer, fail, gone, retry} = stage();
		fail('EINTR');
		writer.write(bytes('x'), () => {});
		expect([retry(), gone]).toEqual([2, []]);
	});

	it('drops the rest of a write for what has to go out at once', () => {
		const {writer, taken, room, retry} = stage();
		let calls = 0;
		room(2);
		writer.write(bytes('frame'), () => {
			calls += 1;
		});
		room(100);
		expect(writer.writeNow(bytes('[leave]'))).toBe(true);
		expect([taken(), calls, retry(), writer.isStalled()]).toEqual(['fr[leave]', 0, undefined, false]);
	});

	it('gives up after 0.15 s in which a stalled terminal takes nothing', () => {
		const {writer, pauses} = stage();
		expect(writer.writeNow(bytes('leave'))).toBe(false);
		expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBe(150);
		expect(writer.isStalled()).toBe(true);
	});

	it('sends nothing after close', () => {
		const {writer, taken, room, retry} = stage();
		writer.write(bytes('x'), () => {});
		writer.close();
		room(10);
		expect([retry(), taken()]).toEqual([undefined, '']);
	});
});
