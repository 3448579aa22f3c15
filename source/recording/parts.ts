import type {Entry} from './format.js';
import type {StoredLine} from './line-writer.js';

/** Distributes entries over files, each of which begins so that it can be replayed alone. */
export type Parts = {write(entry: Entry): void};

export type PartsOptions = {
	/** A file grows to this size in bytes; one line alone may be longer. */
	readonly maxBytes: number;
	/** What the file holds already. */
	readonly existingBytes: number;
	/** How a file begins: part 1, 2, … at a time. */
	readonly opening: (part: number, at: string) => readonly Entry[];
	readonly lineOf: (entry: Entry) => string;
	readonly put: (line: StoredLine) => void;
};

/** `at`: when the first part begins, which it does at once. */
export const createParts = (at: string, {maxBytes, existingBytes, opening, lineOf, put}: PartsOptions): Parts => {
	let part = 0;
	let size = existingBytes;
	let isFresh = false;
	const add = (text: string, startsFile: boolean): void => {
		put({text, startsFile});
		size += sizeOf(text);
	};
	const open = (openedAt: string, startsFile: boolean): void => {
		part += 1;
		const [first = '', ...others] = opening(part, openedAt).map(lineOf);
		if (startsFile) size = 0;
		add(first, startsFile);
		for (const line of others) add(line, false);
		isFresh = true;
	};
	open(at, existingBytes >= maxBytes);
	return {
		write(entry) {
			const text = lineOf(entry);
			// Also before the first entry of a run when that would not fit after those of the run before.
			const isAlone = isFresh && (part > 1 || existingBytes === 0);
			if (size + sizeOf(text) > maxBytes && !isAlone) open(entry.at, true);
			add(text, false);
			isFresh = false;
		},
	};
};

const sizeOf = (line: string): number => Buffer.byteLength(line) + 1;
