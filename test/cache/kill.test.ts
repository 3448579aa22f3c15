import {mkdtemp, readdir, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {buildChild, type Child, killAllChildren, readDay, startChild, type Word} from '../helpers/cache-children.js';

const intervalMs = 25;
const lanes = 4;
const killsInLane = 25;

let root = '';
let program = '';

beforeAll(async () => {
	root = await mkdtemp(join(tmpdir(), 'ovh-cti-board-'));
	program = await buildChild(root);
});

afterAll(async () => {
	killAllChildren();
	await rm(root, {recursive: true, force: true});
});

/** Numbers from 0 up to 1, the same again for the same seed. */
const randomFrom = (seed: number): (() => number) => {
	let state = seed >>> 0;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
};

const last = (said: readonly Word[], word: string): Word | undefined => said.findLast(one => one.word === word);

/**
How often a child had something new, and time, to write, and did not begin to: after the interval since it last made
what it wrote, and after that writing was done. Timers are exact to the millisecond and have their turn once a tick.
*/
const missedTicks = (said: readonly Word[]): number => {
	let [worst, missed, madeAt, isBusy] = [0, 0, Number.POSITIVE_INFINITY, false];
	let freeAt = Number.POSITIVE_INFINITY;
	for (const {word, at} of said) {
		if (word === 'made') [madeAt, isBusy, missed] = [at, true, 0];
		if (word === 'looked' && isBusy) [freeAt, isBusy] = [at, false];
		if (word === 'tick' && !isBusy && at > Math.max(madeAt + intervalMs, freeAt) + 2) missed += 1;
		worst = Math.max(worst, missed);
	}
	return worst;
};

/** Kills a child once it has said so many words, and checks what it leaves. Resolves with the number in the file. */
const killOnce = async ({
	directory,
	words,
	known,
}: {
	readonly directory: string;
	readonly words: number;
	readonly known: number;
}) => {
	const child = startChild({program, directory, intervalMs, name: 'child'});
	if (words > 0) await child.until(words);
	await child.kill();
	const {said} = child;
	const found = (await readDay(directory))?.number ?? 0;
	const loaded = last(said, 'loaded');
	if (loaded) expect(loaded.number).toBe(known);
	expect(found).toBeGreaterThanOrEqual(last(said, 'renamed')?.number ?? known);
	expect(found).toBeLessThanOrEqual(last(said, 'made')?.number ?? known);
	expect(missedTicks(said)).toBeLessThanOrEqual(3);
	return {found, writes: said.filter(({word}) => word === 'renamed').length};
};

const runLane = async (seed: number): Promise<number> => {
	const directory = join(root, `lane-${seed}`);
	const random = randomFrom(seed);
	let [known, writes] = [0, 0];
	for (let kill = 0; kill < killsInLane; kill += 1) {
		const words = Math.floor(random() * 80);
		try {
			const left = await killOnce({directory, words, known});
			known = left.found;
			writes += left.writes;
		} catch (error) {
			throw new Error(`seed ${seed}, kill ${kill}, after ${words} words`, {cause: error});
		}
	}
	const names = (await readdir(directory)).filter(name => name.endsWith('.tmp'));
	expect(names.length).toBeLessThanOrEqual(1);
	return writes;
};

describe('a board that is killed', () => {
	it('leaves its day complete and no older than the interval, a hundred times', async () => {
		const seed = Date.now() % 1e6;
		const writes = await Promise.all(Array.from({length: lanes}, (_, lane) => runLane(seed + lane)));
		expect(Math.min(...writes)).toBeGreaterThan(0);
	}, 60_000);
});

const isLook = ({word}: Word): boolean => word === 'looked';
const isWritten = ({word}: Word): boolean => word === 'renamed';
const looks = (child: Child): number => child.said.filter(isLook).length;
const writes = (child: Child): number => child.said.filter(isWritten).length;

/** Reads the file over and over, until told to stop; rejects when it was not complete once. */
const readOnAndOn = (directory: string) => {
	let isOver = false;
	const reading = (async () => {
		let count = 0;
		for (; !isOver; count += 1) await readDay(directory);
		return count;
	})();
	return {
		stop: () => {
			isOver = true;
			return reading;
		},
	};
};

describe('several boards of one account', () => {
	it('write one after the other, the next when the one before is killed', async () => {
		const directory = join(root, 'relay');
		const start = (name: string) => startChild({program, directory, intervalMs, name});
		let holder = start('first');
		await holder.until(1, isWritten);
		const readings = readOnAndOn(directory);
		for (const name of ['second', 'third', 'fourth', 'fifth']) {
			const next = start(name);
			await next.until(8, isLook);
			expect(writes(next)).toBe(0);
			expect((await readDay(directory))?.name).not.toBe(name);
			await holder.kill();
			await next.until(1, isWritten);
			expect((await readDay(directory))?.name).toBe(name);
			holder = next;
		}
		expect(await readings.stop()).toBeGreaterThan(0);
		await holder.kill();
	}, 30_000);

	it('take over only once when many wait', async () => {
		const directory = join(root, 'crowd');
		const start = (name: string) => startChild({program, directory, intervalMs, name});
		const first = start('first');
		await first.until(1, isWritten);
		const crowd = ['a', 'b', 'c', 'd'].map(start);
		await Promise.all(crowd.map(child => child.until(4, isLook)));
		await first.kill();
		await Promise.any(crowd.map(child => child.until(1, isWritten)));
		await Promise.all(crowd.map(child => child.until(looks(child) + 4, isLook)));
		expect(crowd.filter(child => writes(child) > 0)).toHaveLength(1);
		await Promise.all(crowd.map(child => child.kill()));
	}, 30_000);
});
