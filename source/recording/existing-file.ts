import {open, readdir, stat} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import {OptionsError} from '../errors.js';
import {quoted} from '../quoting.js';
import {openRecording} from './reading.js';

export type Target = {
	readonly path: string;
	/** Whether numbers and names are changed. */
	readonly anonymised: boolean;
	/** How many files there may be, `FILE`, `FILE.1`, …. */
	readonly keep: number;
};

/**
The size in bytes of the recording that is to be gone on with, 0 when there is none. A line cut at its end is taken
away. Throws OptionsError when the file, or one that it would be renamed to, is something else, which nobody wants to
lose; or when one of the two is anonymised and the other is not.
*/
export const sizeOfExisting = async (target: Target): Promise<number> => {
	for (const path of await furtherFiles(target)) await check(path);
	const size = await check(target.path);
	if (size === 0) return 0;
	await checkAnonymity(target);
	return cutLastLine(target.path, size);
};

/** The ones that rotation would overwrite. */
const furtherFiles = async ({path, keep}: Target): Promise<readonly string[]> => {
	const start = `${basename(path)}.`;
	const names = await readdir(dirname(path)).catch(() => []);
	return names
		.filter(name => name.startsWith(start) && /^[1-9]\d*$/.test(name.slice(start.length)))
		.filter(name => Number(name.slice(start.length)) < keep)
		.map(name => join(dirname(path), name));
};

const check = async (path: string): Promise<number> => {
	const found = await stat(path).catch(() => undefined);
	if (!found) return 0;
	if (!found.isFile()) throw new OptionsError(`${quoted(path)} is no file: expected the name of one`);
	if (found.size > 0) await headerOf(path);
	return found.size;
};

const headerOf = async (path: string) => {
	const recording = await openRecording(path).catch(error => {
		throw error instanceof OptionsError ? new OptionsError(`${error.message}; give another name`) : error;
	});
	await recording.close();
	return recording.header;
};

const checkAnonymity = async ({path, anonymised}: Target): Promise<void> => {
	const header = await headerOf(path);
	if (header.anonymised === anonymised) return;
	const found = header.anonymised ? 'is anonymised, and would not be' : 'is not anonymised, and would be in part';
	throw new OptionsError(`${quoted(path)} ${found} when gone on with: give another name`);
};

const chunkBytes = 65_536;

/** Takes away what stands after the last end of a line: the program was ended while it wrote. */
const cutLastLine = async (path: string, size: number): Promise<number> => {
	const file = await open(path, 'r+');
	try {
		const end = await lastLineEnd(file, size);
		if (end < size) await file.truncate(end);
		return end;
	} finally {
		await file.close();
	}
};

const lastLineEnd = async (file: Awaited<ReturnType<typeof open>>, size: number): Promise<number> => {
	const buffer = Buffer.alloc(chunkBytes);
	for (let end = size; end > 0; end -= chunkBytes) {
		const start = Math.max(0, end - chunkBytes);
		const {bytesRead} = await file.read(buffer, 0, end - start, start);
		const found = buffer.subarray(0, bytesRead).lastIndexOf('\n');
		if (found >= 0) return start + found + 1;
	}
	return 0;
};
