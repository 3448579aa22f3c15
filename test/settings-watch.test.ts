import {appendFile, mkdir, mkdtemp, rename, rm, symlink, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it, onTestFinished, vi} from 'vitest';
import {changeSettings} from '../source/settings-file.js';
import {startWatch, watchSettings} from '../source/settings-watch.js';

let home: string;
let folder: string;
let path: string;
let aborter: AbortController;

beforeEach(async () => {
	home = await mkdtemp(join(tmpdir(), 'ovh-cti-board-watch-'));
	folder = join(home, 'ovh-cti-board');
	path = join(folder, 'config.json');
	aborter = new AbortController();
});

afterEach(async () => {
	aborter.abort();
	await rm(home, {recursive: true, force: true});
});

const never = 1_000_000;

/** A watch that is told by the system, or one that looks for itself. Changes are waited for, and counted. */
const watching = ({settleMs = 5, lookMs = never, signal = aborter.signal} = {}) => {
	let count = 0;
	let waiting: (() => void)[] = [];
	startWatch({
		path,
		signal,
		settleMs,
		lookMs,
		onChange: () => {
			count += 1;
			for (const resolve of waiting) resolve();
			waiting = [];
		},
	});
	return {count: () => count, next: () => new Promise<void>(resolve => waiting.push(resolve))};
};

const ways = [
	['told by the system', {settleMs: 5, lookMs: never}],
	['looking for itself', {settleMs: never, lookMs: 10}],
] as const;

describe.each(ways)('startWatch, %s', (_name, options) => {
	beforeEach(async () => {
		await mkdir(folder);
		await writeFile(path, '{}');
	});

	it.each<[string, () => Promise<unknown>]>([
		['written over', () => writeFile(path, '{"lang": "fr"}')],
		['added to', () => appendFile(path, '\n')],
		['replaced by an editor', () => writeFile(`${path}~`, '{"a": 1}').then(() => rename(`${path}~`, path))],
		['moved away and written anew', () => rename(path, `${path}~`).then(() => writeFile(path, '{"a": 1}'))],
		['changed by this program', () => changeSettings(path, new Map([['lang', 'fr']]))],
		['removed', () => rm(path)],
	])('notices a file that is %s', async (_change, change) => {
		const watch = watching(options);
		const next = watch.next();
		await change();
		await next;
	});

	it('notices a file that appears, goes and comes again', async () => {
		await rm(path);
		const watch = watching(options);
		for (const change of [() => writeFile(path, '{}'), () => rm(path), () => writeFile(path, '{ }')]) {
			const next = watch.next();
			await change();
			await next;
		}
	});

	it('says nothing of other files, nor after its end', async () => {
		const ended = new AbortController();
		const [watch, stopped] = [watching(options), watching({...options, signal: ended.signal})];
		ended.abort();
		await writeFile(join(folder, 'other.json'), '{}');
		const next = watch.next();
		await rename(join(folder, 'other.json'), path);
		await next;
		expect(watch.count()).toBe(1);
		expect(stopped.count()).toBe(0);
	});
});

describe('startWatch', () => {
	it('waits for a folder, and for one that is made anew', async () => {
		const watch = watching({lookMs: 10});
		for (const change of [
			() => mkdir(folder).then(() => writeFile(path, '{}')),
			() => rm(folder, {recursive: true}),
			() => mkdir(folder).then(() => writeFile(path, '{ }')),
			() => writeFile(path, '{"lang": "fr"}'),
		]) {
			const next = watch.next();
			await change();
			await next;
		}
	});

	it('is told by the system of a folder it found later', async () => {
		// The clock of the looks stands still but for one.
		vi.useFakeTimers({toFake: ['setInterval', 'clearInterval']});
		onTestFinished(() => void vi.useRealTimers());
		const watch = watching();
		await mkdir(folder);
		await writeFile(path, '{}');
		const found = watch.next();
		vi.advanceTimersByTime(never);
		await found;
		const edited = watch.next();
		await writeFile(path, '{"lang": "fr"}');
		await edited;
	});

	it('notices a change where a link leads', async () => {
		await mkdir(folder);
		await writeFile(join(home, 'board.json'), '{}');
		await symlink(join(home, 'board.json'), path);
		const watch = watching({lookMs: 10});
		const next = watch.next();
		await writeFile(join(home, 'board.json'), '{"lang": "fr"}');
		await next;
	});

	it('does nothing for a signal that has ended', async () => {
		aborter.abort();
		const before = process.getActiveResourcesInfo();
		watching();
		expect(process.getActiveResourcesInfo()).toEqual(before);
	});
});

describe('watchSettings', () => {
	it('keeps nothing running, and throws for no path', async () => {
		await mkdir(folder);
		const before = process.getActiveResourcesInfo();
		for (const place of [path, join(home, 'missing', 'config.json'), 'a\0b']) {
			watchSettings(place, () => undefined, aborter.signal);
		}
		expect(process.getActiveResourcesInfo()).toEqual(before);
	});
});
