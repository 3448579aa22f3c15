import {mkdir, readFile, rm, stat, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {setImmediate as turn} from 'node:timers/promises';
import {describe, expect, it} from 'vitest';
import {type AtomicFile, createAtomicFile} from '../../source/cache/atomic-file.js';
import {dayName} from '../../source/cache/file-names.js';
import {namesIn, newDirectory, someKey} from '../helpers/cache-directory.js';

const newFile = () => {
	const path = join(newDirectory(), dayName(someKey));
	const file = createAtomicFile({path, mark: '1-0badcafe-1'});
	return {file, path, text: () => readFile(path, 'utf8'), names: () => namesIn(dirname(path))};
};

/** Both ways of writing, as one kind. */
const ways: readonly (readonly [string, (file: AtomicFile, text: string) => Promise<void>])[] = [
	['write', (file, text) => file.write(text)],
	['writeSync', async (file, text) => file.writeSync(text)],
];

describe.each(ways)('%s', (_name, write) => {
	it('makes the directory and the file, for their owner only', async () => {
		const {file, path, text} = newFile();
		await write(file, 'first, “é”');
		expect(await text()).toBe('first, “é”');
		expect((await stat(path)).mode & 0o777).toBe(0o600);
		expect((await stat(dirname(path))).mode & 0o777).toBe(0o700);
	});

	it('replaces what was there, be it longer, and leaves nothing else', async () => {
		const {file, text, names} = newFile();
		await write(file, 'x'.repeat(100_000));
		await write(file, 'short');
		expect(await text()).toBe('short');
		expect(await names()).toEqual([dayName(someKey)]);
	});

	it('leaves the old file to who reads it', async () => {
		const {file, path} = newFile();
		await write(file, 'old');
		const before = await stat(path);
		await write(file, 'new');
		expect((await stat(path)).ino).not.toBe(before.ino);
	});

	it('fails without harm, and leaves nothing behind', async () => {
		const {file, path, names} = newFile();
		await mkdir(join(path, 'in the way'), {recursive: true});
		await expect(write(file, 'new')).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST/);
		expect(await names()).toEqual([dayName(someKey)]);
	});

	it('fails where no directory can be, and works when it can', async () => {
		const {file, path, text} = newFile();
		await mkdir(dirname(dirname(path)), {recursive: true});
		await writeFile(dirname(path), 'in the way');
		await expect(write(file, 'new')).rejects.toThrow(/EEXIST|ENOTDIR/);

		await rm(dirname(path));
		await write(file, 'new');
		expect(await text()).toBe('new');
	});
});

describe('writeSync, while a write is under way', () => {
	it.each(Array.from({length: 24}, (_, turns) => turns))('has the last word after %d turns', async turns => {
		const {file, text, names} = newFile();
		await file.write('before');
		const writing = file.write('old'.repeat(20_000));
		for (let passed = 0; passed < turns; passed += 1) await turn();
		file.writeSync('new');
		await writing;
		expect(await text()).toBe('new');
		expect(await names()).toEqual([dayName(someKey)]);
	});
});
