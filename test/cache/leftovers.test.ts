import {mkdir, utimes, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {brokenName, dayName, lockName, temporaryName} from '../../source/cache/file-names.js';
import {brokenFilesKept, clearLeftovers, otherKeysKeptMs} from '../../source/cache/leftovers.js';
import {namesIn, newDirectory, otherKey, someKey} from '../helpers/cache-directory.js';

const now = 1_772_702_100_000;
const day = 86_400_000;

/** Clears a directory of files of these ages in milliseconds; resolves with the names that stay. */
const cleared = async (ages: Readonly<Record<string, number>>): Promise<readonly string[]> => {
	const directory = newDirectory();
	await mkdir(directory, {recursive: true});
	for (const [name, age] of Object.entries(ages)) {
		const touchedAt = new Date(now - age);
		await writeFile(join(directory, name), 'x');
		await utimes(join(directory, name), touchedAt, touchedAt);
	}
	await clearLeftovers({directory, key: someKey, now, isRunning: mark => mark === '2-0badcafe-5'});
	return namesIn(directory);
};

const temporary = (key: string, mark: string): string => temporaryName(dayName(key), {mark, unique: '9f8e7d6c'});

describe('clearLeftovers', () => {
	it('deletes what dead boards were writing, of any account, and leaves it to those that run', async () => {
		const running = temporary(otherKey, '2-0badcafe-5');
		const files = {[temporary(someKey, '1-0badcafe-5')]: 0, [temporary(otherKey, '3-0badcafe-5')]: 0, [running]: 0};
		expect(await cleared(files)).toEqual([running]);
	});

	it('deletes the days of other accounts after eight days, with all that belongs to them', async () => {
		const files = {
			[dayName(otherKey)]: otherKeysKeptMs + 1,
			[lockName(otherKey, 4)]: 20 * day,
			[brokenName(otherKey, 5)]: 9 * day,
			[dayName(someKey)]: 20 * day,
			[lockName(someKey, 4)]: 20 * day,
		};
		expect(await cleared(files)).toEqual([lockName(someKey, 4), dayName(someKey)]);
	});

	it('leaves them while the youngest file of the account is younger', async () => {
		const files = {[dayName(otherKey)]: otherKeysKeptMs, [lockName(otherKey, 4)]: 20 * day};
		expect(await cleared(files)).toEqual([lockName(otherKey, 4), dayName(otherKey)]);
	});

	it('leaves the last files that could not be read', async () => {
		const broken = Array.from({length: brokenFilesKept + 3}, (_, index) => brokenName(someKey, now + index));
		expect(await cleared(Object.fromEntries(broken.map(name => [name, 0])))).toEqual(broken.slice(-brokenFilesKept));
	});

	it('touches nothing that is not ours, however old', async () => {
		const files = {'config.json': 900 * day, 'history.sqlite': 900 * day, [`${otherKey}.json.bak`]: 900 * day};
		expect(await cleared(files)).toEqual(Object.keys(files).sort());
	});

	it('is content without a directory', async () => {
		const options = {directory: newDirectory(), key: someKey, now, isRunning: () => false};
		await expect(clearLeftovers(options)).resolves.toBeUndefined();
	});
});
