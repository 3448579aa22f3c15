/** A file that a newer version of the program made, and an older one must not touch. */
export class HistoryNewerError extends Error {
	override readonly name = 'HistoryNewerError';

	constructor() {
		super('a newer version of ovh-cti-board wrote this file: it is left alone');
	}
}

/** SQLite's own numbers, without what tells them closer. Source: sqlite.org/rescode.html. */
const results = {busy: 5, locked: 6, readOnly: 8, ioError: 10, corrupt: 11, full: 13, cannotOpen: 14, notDatabase: 26};

const resultOf = (error: unknown): number | null => {
	const {errcode} = error as {readonly errcode?: unknown};
	return typeof errcode === 'number' ? errcode & 0xff : null;
};

/** The file is no database, or a broken one. */
export const isDamage = (error: unknown): boolean => {
	const result = resultOf(error);
	return result === results.corrupt || result === results.notDatabase;
};

/** Somebody else writes or holds the file just now. */
export const isBusy = (error: unknown): boolean => {
	const result = resultOf(error);
	return result === results.busy || result === results.locked;
};

const wordsOfResult: ReadonlyMap<number, string> = new Map([
	[results.busy, 'another program holds the file'],
	[results.locked, 'another program holds the file'],
	[results.readOnly, 'no permission to write there'],
	[results.ioError, 'the disk does not work'],
	[results.corrupt, 'the file is damaged'],
	[results.full, 'the disk is full'],
	[results.cannotOpen, 'the file cannot be opened'],
	[results.notDatabase, 'the file is damaged'],
]);

/** What the system's words mean here. Source: errno(3). */
const wordsOfCode: Readonly<Record<string, string>> = {
	EACCES: 'no permission to write there',
	EDQUOT: 'your share of the disk is full',
	EEXIST: 'a file stands where a directory should',
	EIO: 'the disk does not work',
	EISDIR: 'a directory stands where the file should',
	ENOSPC: 'the disk is full',
	ENOTDIR: 'a file stands where a directory should',
	EPERM: 'no permission to write there',
	EROFS: 'the file system is read-only',
};

/** Why the history cannot be used, in a few words. */
export const troubleText = (error: unknown): string => {
	const words = wordsOfResult.get(resultOf(error) ?? -1);
	if (words !== undefined) return words;
	if (!(error instanceof Error)) return String(error);
	const {code} = error as NodeJS.ErrnoException;
	return wordsOfCode[code ?? ''] ?? error.message;
};

/** The file's or the disk's fault, and no defect of ours. */
export const isTrouble = (error: unknown): boolean => {
	const {code, syscall} = error as {readonly code?: unknown; readonly syscall?: unknown};
	return error instanceof HistoryNewerError || code === 'ERR_SQLITE_ERROR' || syscall !== undefined;
};
