import {open, readdir, readFile, rm, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {generationOf, lockName} from './file-names.js';

/** Decides which of several boards of one account writes their file. */
export type Lock = {
	/** True when it was ours when last looked at. */
	isHeld(): boolean;
	/** Looks whether it is ours still or can be had. Rejects when the directory cannot be read or written. */
	hold(): Promise<boolean>;
	/** Leaves it to others. A process that ends without a word leaves it too. */
	release(): Promise<void>;
};

export type LockOptions = {
	readonly directory: string;
	readonly key: string;
	/** Who asks. */
	readonly mark: string;
	/** Whether who left a mark, at an instant in epoch milliseconds, is still there. */
	readonly isRunning: (mark: string, leftAt: number) => boolean;
};

/** What stands in a lock that nobody holds. */
const nobody = 'nobody';

/**
A lock of numbered files: the highest number counts. Whoever finds its holder gone creates the next number, which only
one can, and looks again: a late comer may have created a number that others are long past. The highest is never
deleted, so that no number is used twice. Two take-overs at once therefore end with one holder, and one who wrongly
believes to hold it learns better at the next look.
*/
export const createLock = (options: LockOptions): Lock => {
	const {directory, key, mark} = options;
	let held: number | null = null;
	const pathOf = (generation: number): string => join(directory, lockName(key, generation));
	const generations = async (): Promise<readonly number[]> =>
		(await readdir(directory)).map(name => generationOf(name, key)).filter(found => found !== null);
	const create = async (generation: number): Promise<boolean> => {
		if (!(await createNew(pathOf(generation), mark))) return false;
		const all = await generations();
		const isHighest = Math.max(...all) === generation;
		const passed = isHighest ? all.filter(other => other !== generation) : [generation];
		await Promise.all(passed.map(other => rm(pathOf(other), {force: true})));
		return isHighest;
	};
	return {
		isHeld: () => held !== null,
		async hold() {
			const highest = Math.max(0, ...(await generations()));
			if (highest === held) return true;
			held = null;
			if (highest > 0 && (await isTaken(pathOf(highest), options.isRunning))) return false;
			if (await create(highest + 1)) held = highest + 1;
			return held !== null;
		},
		async release() {
			if (held === null) return;
			const path = pathOf(held);
			held = null;
			await writeFile(path, nobody);
		},
	};
};

/** False when it is there already. On a full disk nothing is left of it. */
const createNew = async (path: string, text: string): Promise<boolean> => {
	const handle = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'EEXIST') return null;
		throw error;
	});
	if (!handle) return false;
	try {
		await handle.writeFile(text);
		return true;
	} catch (error) {
		await rm(path, {force: true});
		throw error;
	} finally {
		await handle.close();
	}
};

/** Between the creation of a file and its content is a moment; after so long without, its creator is gone. */
const creationMs = 10_000;

const isTaken = async (path: string, isRunning: LockOptions['isRunning']): Promise<boolean> => {
	try {
		const [text, {mtimeMs}] = await Promise.all([readFile(path, 'utf8'), stat(path)]);
		if (text === '') return Math.abs(Date.now() - mtimeMs) < creationMs;
		return text !== nobody && isRunning(text, mtimeMs);
	} catch (error) {
		// Gone since: another was faster.
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return true;
		throw error;
	}
};
