import {readdir, rm, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {isBrokenOf, keyOfFile, markOfTemporary} from './file-names.js';

export type LeftoverOptions = {
	readonly directory: string;
	readonly key: string;
	/** Epoch milliseconds. */
	readonly now: number;
	/** Whether the process that left a mark, at an instant in epoch milliseconds, still runs. */
	readonly isRunning: (mark: string, leftAt: number) => boolean;
};

/** Days of other accounts are of no use to anybody after a week and a day. */
export const otherKeysKeptMs = 8 * 86_400_000;

/** How many files that could not be read are kept aside. */
export const brokenFilesKept = 3;

type Found = {readonly name: string; readonly path: string; readonly touchedAt: number};

/**
Deletes what boards that ended without a word left behind, and the days of accounts nobody listens to any more. Touches
no file whose name is not ours. What cannot be deleted now is tried at the next start.
*/
export const clearLeftovers = async (options: LeftoverOptions): Promise<void> => {
	const found = await filesIn(options.directory);
	const abandoned = found.filter(file => isAbandoned(file, options));
	const leftovers = [...abandoned, ...surplusBroken(found, options), ...forgottenDays(found, options)];
	await Promise.all(leftovers.map(({path}) => rm(path, {force: true}).catch(() => undefined)));
};

const filesIn = async (directory: string): Promise<readonly Found[]> => {
	const names = (await readdir(directory).catch(() => [])).filter(name => keyOfFile(name) !== null);
	const found = await Promise.all(
		names.map(async name => {
			const path = join(directory, name);
			const status = await stat(path).catch(() => null);
			return status && {name, path, touchedAt: status.mtimeMs};
		}),
	);
	return found.filter(file => file !== null);
};

const isAbandoned = ({name, touchedAt}: Found, {isRunning}: LeftoverOptions): boolean => {
	const mark = markOfTemporary(name);
	return mark !== null && !isRunning(mark, touchedAt);
};

const surplusBroken = (found: readonly Found[], {key}: LeftoverOptions): readonly Found[] =>
	found
		.filter(({name}) => isBrokenOf(name, key))
		.sort((one, other) => (one.name < other.name ? 1 : -1))
		.slice(brokenFilesKept);

/** All files of a key are forgotten together: the lock of a board that runs may be older than its day. */
const forgottenDays = (found: readonly Found[], {key, now}: LeftoverOptions): readonly Found[] => {
	const others = Map.groupBy(found, ({name}) => keyOfFile(name));
	others.delete(key);
	return [...others.values()].filter(files => files.every(file => now - file.touchedAt > otherKeysKeptMs)).flat();
};
