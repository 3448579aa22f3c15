import {describe, expect, it} from 'vitest';
import {createLineWriter, type LineStore} from '../../source/recording/line-writer.js';
import {RecordingError} from '../../source/recording/recording-error.js';

const systemError = (code: string) => Object.assign(new Error(code), {code});

/** A disk that takes nothing until it is let. */
const createSlowStore = () => {
	const kept: string[] = [];
	let letGo: (() => void) | undefined;
	const store: LineStore = {
		append: lines =>
			new Promise(resolve => {
				letGo = () => {
					kept.push(...lines.map(({text}) => text));
					resolve();
				};
			}),
		close: async () => {},
	};
	return {store, kept, release: () => letGo?.()};
};

const line = (text: string) => ({text, startsFile: false});
const options = {path: '/tmp/day.ndjson'};

describe('a line writer', () => {
	it('takes lines while the disk is busy, and keeps their order', async () => {
		const {store, kept, release} = createSlowStore();
		const writer = createLineWriter({store, ...options});
		for (const text of ['one', 'two', 'three']) writer.write(line(text));
		release();
		await Promise.resolve();
		expect(kept).toEqual(['one']);
		const closed = writer.close();
		await new Promise(setImmediate);
		release();
		await closed;
		expect(kept).toEqual(['one', 'two', 'three']);
	});

	it('gives up when too much waits, and writes nothing after that', async () => {
		const {store, kept, release} = createSlowStore();
		const writer = createLineWriter({store, ...options, mostWaiting: 10});
		writer.write(line('one'));
		writer.write(line('two'));
		writer.write(line('threefour'));
		writer.write(line('five'));
		await expect(writer.failed).rejects.toThrow('cannot write "/tmp/day.ndjson" any more: the disk is too slow');
		release();
		await expect(writer.close()).rejects.toThrow('the disk is too slow');
		expect(kept).toEqual(['one']);
	});

	it.each([
		['ENOSPC', 'the disk is full'],
		['EDQUOT', 'the quota is used up'],
		['EIO', 'EIO'],
	])('says once why the disk fails: %s', async (code, words) => {
		const store = {append: () => Promise.reject(systemError(code)), close: () => Promise.reject(systemError(code))};
		const writer = createLineWriter({store, ...options});
		writer.write(line('one'));
		const error = await writer.failed.catch((thrown: unknown) => thrown);
		expect(error).toBeInstanceOf(RecordingError);
		expect(error).toMatchObject({exitStatus: 1, message: `cannot write "/tmp/day.ndjson" any more: ${words}`});
		writer.write(line('two'));
		await expect(writer.close()).rejects.toBe(error);
	});

	it('says when the end does not reach the disk', async () => {
		const writer = createLineWriter({
			store: {append: async () => {}, close: () => Promise.reject(systemError('ENOSPC'))},
			...options,
		});
		await expect(writer.close()).rejects.toThrow('the disk is full');
		await expect(writer.failed).rejects.toThrow(RecordingError);
	});
});
