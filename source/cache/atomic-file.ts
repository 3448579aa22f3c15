import {randomBytes} from 'node:crypto';
import {closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {mkdir, open, rename, rm} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import {temporaryName} from './file-names.js';

/** A file that holds either what it held before or all that was written last, also after a power failure. */
export type AtomicFile = {
	/** One at a time. Rejects when the file could not be written; it then holds what it held. */
	write(text: string): Promise<void>;
	/** The same for the end of the program. A write under way comes to nothing, and does not reject. */
	writeSync(text: string): void;
};

/** Nobody else on this machine need read telephone numbers. */
const fileMode = 0o600;
export const directoryMode = 0o700;

/** `mark` tells whose the temporary files are, should the process end before it removes them. */
export const createAtomicFile = ({path, mark}: {readonly path: string; readonly mark: string}): AtomicFile => {
	const directory = dirname(path);
	let underWay: {readonly path: string; isOvertaken: boolean} | null = null;
	const newTemporary = (): string => {
		const unique = randomBytes(4).toString('hex');
		return join(directory, temporaryName(basename(path), {mark, unique}));
	};
	return {
		async write(text) {
			const mine = {path: newTemporary(), isOvertaken: false};
			underWay = mine;
			try {
				await mkdir(directory, {recursive: true, mode: directoryMode});
				await writeThrough(mine.path, text);
				if (!mine.isOvertaken) await rename(mine.path, path);
				await syncDirectory(directory);
			} catch (error) {
				if (!mine.isOvertaken) throw error;
			} finally {
				underWay = null;
				await rm(mine.path, {force: true}).catch(() => undefined);
			}
		},
		writeSync(text) {
			if (underWay) {
				underWay.isOvertaken = true;
				// What is gone cannot be renamed any more, and so cannot replace what is written now.
				rmSync(underWay.path, {force: true});
			}
			const temporary = newTemporary();
			try {
				mkdirSync(directory, {recursive: true, mode: directoryMode});
				writeThroughSync(temporary, text);
				renameSync(temporary, path);
				syncDirectorySync(directory);
			} finally {
				rmSync(temporary, {force: true});
			}
		},
	};
};

/** Writes a new file down to the disk: renamed before that, it might be found empty after a power failure. */
const writeThrough = async (path: string, text: string): Promise<void> => {
	const handle = await open(path, 'wx', fileMode);
	try {
		await handle.writeFile(text);
		await handle.sync();
	} finally {
		await handle.close();
	}
};

const writeThroughSync = (path: string, text: string): void => {
	const descriptor = openSync(path, 'wx', fileMode);
	try {
		writeFileSync(descriptor, text);
		fsyncSync(descriptor);
	} finally {
		closeSync(descriptor);
	}
};

/** Makes the renaming last. Some systems cannot: then it lasts as they see fit. */
const syncDirectory = async (directory: string): Promise<void> => {
	const handle = await open(directory, 'r').catch(() => null);
	if (!handle) return;
	await handle.sync().catch(() => undefined);
	await handle.close();
};

const syncDirectorySync = (directory: string): void => {
	try {
		const descriptor = openSync(directory, 'r');
		fsyncSync(descriptor);
		closeSync(descriptor);
	} catch {
		// As above.
	}
};
