import {type FileHandle, open, rename, rm} from 'node:fs/promises';
import {OptionsError} from '../errors.js';
import {quoted} from '../quoting.js';
import {sizeOfExisting, type Target} from './existing-file.js';
import {fileReason} from './file-reasons.js';
import type {LineStore, StoredLine} from './line-writer.js';

export type RotatingFile = LineStore & {
	/** What the file held before, in bytes. */
	readonly existingBytes: number;
};

/**
Appends lines to `FILE`. At a line that starts a file it becomes `FILE.1`, the former `FILE.1` becomes `FILE.2`, and so
on; the oldest goes. Only the user may read files begun here. Throws OptionsError as `sizeOfExisting` does, and for a place where
nothing can be written.
*/
export const openRotatingFile = async (target: Target): Promise<RotatingFile> => {
	const {path} = target;
	const existingBytes = await sizeOfExisting(target);
	let file = await openFile(path).catch(error => {
		throw new OptionsError(`cannot write ${quoted(path)}: ${fileReason(error) ?? String(error)}`);
	});
	const rotate = async (): Promise<void> => {
		await finish(file);
		await shift(target);
		file = await openFile(path);
	};
	return {
		existingBytes,
		async append(lines) {
			for (const run of runsOf(lines)) {
				if (run[0]?.startsFile) await rotate();
				await file.appendFile(run.map(({text}) => `${text}\n`).join(''));
			}
		},
		close: () => finish(file),
	};
};

const openFile = async (path: string): Promise<FileHandle> => {
	const file = await open(path, 'a', 0o600);
	// One that was there, and empty, may be open to others.
	if ((await file.stat()).size === 0) await file.chmod(0o600);
	return file;
};

const finish = async (file: FileHandle): Promise<void> => {
	await file.sync();
	await file.close();
};

/** The lines that go into one file each, to be written at once. */
const runsOf = (lines: readonly StoredLine[]): readonly (readonly StoredLine[])[] => {
	const runs: StoredLine[][] = [];
	for (const line of lines) {
		const last = runs.at(-1);
		if (last && !line.startsFile) last.push(line);
		else runs.push([line]);
	}
	return runs;
};

/** `FILE.8` becomes `FILE.9`, …, `FILE` becomes `FILE.1`; without a place for it, it goes. */
const shift = async ({path, keep}: Target): Promise<void> => {
	if (keep < 2) return rm(path, {force: true});
	for (let number = keep - 2; number >= 0; number--) {
		const from = number === 0 ? path : `${path}.${number}`;
		await rename(from, `${path}.${number + 1}`).catch(ignoreMissing);
	}
};

const ignoreMissing = (error: NodeJS.ErrnoException): void => {
	if (error.code !== 'ENOENT') throw error;
};
