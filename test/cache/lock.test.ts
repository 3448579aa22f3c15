import {rmSync, writeFileSync} from 'node:fs';
import {mkdir, readFile, utimes, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {createLock, type Lock} from '../../source/cache/lock.js';
import {namesIn, newDirectory, otherKey, someKey} from '../helpers/cache-directory.js';

/** A directory with boards that live until told otherwise. */
const openHouse = async () => {
	const directory = newDirectory();
	await mkdir(directory, {recursive: true});
	const alive = new Set<string>();
	return {
		directory,
		enter: (mark: string, key = someKey): Lock => {
			alive.add(mark);
			return createLock({directory, key, mark, isRunning: other => alive.has(other)});
		},
		die: (mark: string) => alive.delete(mark),
	};
};

describe('createLock', () => {
	it('is for one at a time', async () => {
		const {enter} = await openHouse();
		const [one, other] = [enter('one'), enter('other')];
		expect(await one.hold()).toBe(true);
		expect(await other.hold()).toBe(false);
		expect(await one.hold()).toBe(true);
		expect([one.isHeld(), other.isHeld()]).toEqual([true, false]);
	});

	it('is not shared by two of one process', async () => {
		const {enter} = await openHouse();
		const [one, other] = [enter('same'), enter('same')];
		expect([await one.hold(), await other.hold()]).toEqual([true, false]);
	});

	it('goes to the next when its holder is gone, and back to nobody', async () => {
		const {enter, die, directory} = await openHouse();
		const [one, other] = [enter('one'), enter('other')];
		await one.hold();
		die('one');
		expect(await other.hold()).toBe(true);
		expect(await namesIn(directory)).toEqual([`${someKey}.2.lock`]);
		expect(await readFile(join(directory, `${someKey}.2.lock`), 'utf8')).toBe('other');
	});

	it('goes to the next when it is released', async () => {
		const {enter} = await openHouse();
		const [one, other] = [enter('one'), enter('other')];
		await one.hold();
		await one.release();
		expect(one.isHeld()).toBe(false);
		expect(await other.hold()).toBe(true);
		expect(await one.hold()).toBe(false);
	});

	it('releases nothing that it does not hold', async () => {
		const {enter} = await openHouse();
		const [one, other] = [enter('one'), enter('other')];
		await one.hold();
		await other.release();
		expect(await other.hold()).toBe(false);
	});

	it('is another one for another account', async () => {
		const {enter} = await openHouse();
		const [one, other] = [enter('one'), enter('other', otherKey)];
		expect([await one.hold(), await other.hold()]).toEqual([true, true]);
	});

	it('counts the highest number, and clears away those below', async () => {
		const {enter, die, directory} = await openHouse();
		enter('holder');
		await writeFile(join(directory, `${someKey}.3.lock`), 'long gone');
		await writeFile(join(directory, `${someKey}.10.lock`), 'holder');
		const late = enter('late');
		expect(await late.hold()).toBe(false);
		die('holder');
		expect(await late.hold()).toBe(true);
		expect(await namesIn(directory)).toEqual([`${someKey}.11.lock`]);
	});

	it('is not for a late comer who takes a number that others are past', async () => {
		const {directory} = await openHouse();
		const pathOf = (generation: number): string => join(directory, `${someKey}.${generation}.lock`);
		await writeFile(pathOf(1), 'gone');
		const meanwhile = (): void => {
			rmSync(pathOf(1), {force: true});
			writeFileSync(pathOf(5), 'holder');
		};
		const isRunning = (mark: string): boolean => {
			if (mark === 'gone') meanwhile();
			return mark === 'holder';
		};
		const late = createLock({directory, key: someKey, mark: 'late', isRunning});
		expect(await late.hold()).toBe(false);
		expect(await namesIn(directory)).toEqual([`${someKey}.5.lock`]);
	});

	it('is given up by one who learns that another took it over', async () => {
		const {enter, directory} = await openHouse();
		const one = enter('one');
		await one.hold();
		enter('other');
		await writeFile(join(directory, `${someKey}.2.lock`), 'other');
		expect(await one.hold()).toBe(false);
		expect(one.isHeld()).toBe(false);
	});

	it('believes for ten seconds in a holder who has not written their name yet', async () => {
		const {enter, directory} = await openHouse();
		const path = join(directory, `${someKey}.1.lock`);
		await writeFile(path, '');
		const late = enter('late');
		expect(await late.hold()).toBe(false);
		const before = new Date(Date.now() - 11_000);
		await utimes(path, before, before);
		expect(await late.hold()).toBe(true);
	});

	it('goes to whoever asks when it was emptied by a power failure', async () => {
		const {enter, directory} = await openHouse();
		await writeFile(join(directory, `${someKey}.1.lock`), '\0'.repeat(24));
		expect(await enter('one').hold()).toBe(true);
	});

	it('rejects without a directory', async () => {
		const lock = createLock({directory: newDirectory(), key: someKey, mark: 'one', isRunning: () => false});
		await expect(lock.hold()).rejects.toThrow('ENOENT');
	});

	it('is held by one at most, and in the end by one, while many ask and holders die', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(fc.nat(12), {minLength: 2, maxLength: 8}), async lifetimes => {
				const house = await openHouse();
				const living = new Map<string, Lock>();
				for (const index of lifetimes.keys()) living.set(`board ${index}`, house.enter(`board ${index}`));
				const holders = (): number => [...living.values()].filter(lock => lock.isHeld()).length;
				const live = async ([mark, lock]: readonly [string, Lock], lifetime: number): Promise<void> => {
					for (let asked = 0; asked < lifetime; asked += 1) {
						await lock.hold();
						expect(holders()).toBeLessThanOrEqual(1);
					}
					living.delete(mark);
					house.die(mark);
				};
				await Promise.all([...living].map((board, index) => live(board, lifetimes[index] ?? 0)));
				expect(await house.enter('last').hold()).toBe(true);
				expect(await namesIn(house.directory)).toHaveLength(1);
			}),
			{numRuns: 60},
		);
	});
});
