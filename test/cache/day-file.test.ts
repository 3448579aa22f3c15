import {mkdir, readFile, rm, stat, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {describe, expect, it, onTestFinished, vi} from 'vitest';
import {type DayFile, openDayFile} from '../../source/cache/day-file.js';
import {dayName} from '../../source/cache/file-names.js';
import {namesIn, newDirectory, someKey} from '../helpers/cache-directory.js';

/** An hour: what is not flushed is not written a second time. */
const longMs = 3_600_000;

const open = (directory: string, intervalMs = longMs) => {
	const problems: string[] = [];
	const file = openDayFile({directory, key: someKey, intervalMs, onProblem: reason => problems.push(reason)});
	onTestFinished(() => file.close());
	return {file, problems};
};

const pathIn = (directory: string): string => join(directory, dayName(someKey));
const textIn = (directory: string): Promise<string | null> => readFile(pathIn(directory), 'utf8').catch(() => null);

const write = async (file: DayFile, text: string): Promise<void> => {
	file.save(() => text);
	await file.flush();
};

/** A directory that holds this text in the place of the day. */
const directoryWith = async (text: string): Promise<string> => {
	const directory = newDirectory();
	await mkdir(directory, {recursive: true});
	await writeFile(pathIn(directory), text);
	return directory;
};

describe('openDayFile', () => {
	it('finds nothing at first, and later what it wrote', async () => {
		const directory = newDirectory();
		const {file, problems} = open(directory);
		expect(await file.load()).toBeNull();
		await write(file, '{"kept": 1}');
		expect(await file.load()).toEqual({kept: 1});
		expect(problems).toEqual([]);
	});

	it('writes soon, of several the last, and makes it only then', async () => {
		const directory = newDirectory();
		const {file} = open(directory);
		let made = 0;
		for (const number of [1, 2, 3]) {
			file.save(() => {
				made += 1;
				return String(number);
			});
		}
		await vi.waitFor(async () => expect(await textIn(directory)).toBe('3'));
		expect(made).toBe(1);
	});

	it('writes no second time within the interval, but when flushed', async () => {
		const directory = newDirectory();
		const {file} = open(directory);
		await write(file, '1');
		file.save(() => '2');
		await file.load();
		expect(await textIn(directory)).toBe('1');
		await file.flush();
		expect(await textIn(directory)).toBe('2');
	});

	it('writes again after the interval', async () => {
		const directory = newDirectory();
		const {file} = open(directory, 1);
		await write(file, '1');
		file.save(() => '2');
		await vi.waitFor(async () => expect(await textIn(directory)).toBe('2'));
	});

	it('writes nothing when nothing was to be saved', async () => {
		const directory = newDirectory();
		const {file} = open(directory);
		await write(file, '1');
		const {mtimeNs} = await stat(pathIn(directory), {bigint: true});
		await file.flush();
		file.flushSync();
		expect((await stat(pathIn(directory), {bigint: true})).mtimeNs).toBe(mtimeNs);
	});

	it('writes at once for the end of the program, what waits as well as what is under way', async () => {
		const directory = newDirectory();
		const {file} = open(directory);
		await file.load();
		file.save(() => '1');
		file.flushSync();
		expect(await textIn(directory)).toBe('1');
		file.save(() => '2');
		const flushed = file.flush();
		file.flushSync();
		expect(await textIn(directory)).toBe('2');
		await flushed;
		expect(await textIn(directory)).toBe('2');
	});

	it('writes nothing once closed', async () => {
		const directory = newDirectory();
		const {file} = open(directory);
		await write(file, '1');
		await file.close();
		await write(file, '2');
		file.flushSync();
		expect(await textIn(directory)).toBe('1');
	});

	it('does not let a defect of what is to be written do harm', async () => {
		const directory = newDirectory();
		const {file, problems} = open(directory);
		file.save(() => {
			throw new RangeError('invalid time value');
		});
		await file.flush();
		expect(problems).toEqual([`${directory}: invalid time value`]);
		await write(file, '1');
		expect(await textIn(directory)).toBe('1');
	});
});

describe('where nothing can be written', () => {
	it('says so once, goes on trying, and says so again only after it worked', async () => {
		const directory = newDirectory();
		await mkdir(dirname(directory), {recursive: true});
		await writeFile(directory, 'in the way');
		const {file, problems} = open(directory);
		const sentence = `${directory}: a file stands where a directory should`;
		expect(await file.load()).toBeNull();
		await write(file, '1');
		await file.flush();
		expect(problems).toEqual([sentence]);
		await rm(directory);
		await file.flush();
		expect(await textIn(directory)).toBe('1');
		await rm(directory, {recursive: true});
		await writeFile(directory, 'in the way again');
		await write(file, '2');
		expect(problems).toEqual([sentence, sentence]);
	});

	it('tries again by itself', async () => {
		const directory = newDirectory();
		await mkdir(dirname(directory), {recursive: true});
		await writeFile(directory, 'in the way');
		const {file} = open(directory, 1);
		await write(file, '1');
		await rm(directory);
		await vi.waitFor(async () => expect(await textIn(directory)).toBe('1'));
	});

	it('keeps a directory that somebody deletes', async () => {
		const directory = newDirectory();
		const {file, problems} = open(directory);
		await write(file, '1');
		await rm(directory, {recursive: true});
		await write(file, '2');
		expect(await textIn(directory)).toBe('2');
		expect(problems).toEqual([]);
	});
});

describe('a file that cannot be read', () => {
	it.each(['', '{', 'not JSON', '\0'.repeat(4096)])('is kept aside: %j', async text => {
		const directory = await directoryWith(text);
		const {file, problems} = open(directory);
		expect(await file.load()).toBeNull();
		const [aside = ''] = (await namesIn(directory)).filter(name => name.includes('.broken-'));
		expect(await readFile(join(directory, aside), 'utf8')).toBe(text);
		expect(await textIn(directory)).toBeNull();
		expect(problems).toEqual([]);
	});

	it('is not touched while another board may be writing it', async () => {
		const directory = newDirectory();
		const holder = open(directory);
		await write(holder.file, 'not JSON');
		const {file} = open(directory);
		expect(await file.load()).toBeNull();
		expect(await textIn(directory)).toBe('not JSON');
	});

	it('is one of three at most', async () => {
		const directory = newDirectory();
		const {file} = open(directory);
		for (const text of ['{1', '{2', '{3', '{4', '{5']) {
			await write(file, text);
			await file.load();
			await nextMillisecond();
		}
		const asides = (await namesIn(directory)).filter(name => name.includes('.broken-'));
		const texts = await Promise.all(asides.map(name => readFile(join(directory, name), 'utf8')));
		expect(texts).toEqual(['{3', '{4', '{5']);
	});
});

const nextMillisecond = (): Promise<void> => {
	const now = Date.now();
	return vi.waitFor(() => expect(Date.now()).toBeGreaterThan(now), {interval: 1});
};

describe('two boards of one account', () => {
	it('read the same, and only the first writes', async () => {
		const directory = newDirectory();
		const [first, second] = [open(directory), open(directory)];
		await write(first.file, '{"by": "first"}');
		expect(await second.file.load()).toEqual({by: 'first'});
		await write(second.file, '{"by": "second"}');
		second.file.flushSync();
		expect(await second.file.load()).toEqual({by: 'first'});
		expect(second.problems).toEqual([]);
	});

	it('take turns: what the second could not write is written when the first has closed', async () => {
		const directory = newDirectory();
		const first = open(directory);
		await write(first.file, '"first"');
		const second = open(directory, 1);
		await write(second.file, '"second"');
		await first.file.close();
		await vi.waitFor(async () => expect(await textIn(directory)).toBe('"second"'));
		await write(first.file, '"first again"');
		expect(await textIn(directory)).toBe('"second"');
	});
});
