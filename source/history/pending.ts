import type {Board} from '../domain/board.js';
import {type EndedEntry, type EndedLog, emptyEnded, endedKept} from '../domain/ended.js';
import {type Kept, keptOf} from './records.js';

/** What waits to be written of one call or stay: its record; or that it goes on after all, and its record is to go. */
export type Task = {readonly key: string; readonly record: Kept; readonly isWithdrawn: boolean};

/** What waits to be written, oldest first; of each call or stay the newest only. */
export type Pending = {
	/** Takes what is new on the board; the result counts records that the board no longer has. */
	take(board: Ended): number;
	/** All that the board still has is to be written again. */
	takeAgain(): void;
	/** The oldest. */
	next(count: number): readonly Task[];
	/** These are written. What changed in the meantime waits on. */
	written(tasks: readonly Task[]): void;
	size(): number;
};

type Ended = Pick<Board, 'ended' | 'resetAt'>;

/** `most`: how many wait at once; of more, the oldest are given up. */
export const createPending = (most: number): Pending => {
	const waiting = new Map<string, Task>();
	let known: Ended = {ended: emptyEnded, resetAt: null};
	const add = (entry: EndedEntry, isWithdrawn: boolean): void => {
		const record = keptOf(entry.record);
		if (!record) return;
		const former = waiting.get(entry.key);
		if (former && isApart(former.record, record)) {
			const key = `${entry.key} ${former.record.firstAt}`;
			waiting.set(key, {...former, key});
		}
		waiting.set(entry.key, {key: entry.key, record, isWithdrawn});
		for (const oldest of waiting.keys()) {
			if (waiting.size <= most) return;
			waiting.delete(oldest);
		}
	};
	return {
		take(board) {
			const [before, now] = [known, board];
			if (before.ended === now.ended) return 0;
			known = {ended: now.ended, resetAt: now.resetAt};
			const fresh = newerThan(now.ended, before.ended.total);
			if (before.resetAt === now.resetAt)
				for (const entry of withdrawn(before.ended, now.ended, fresh)) add(entry, true);
			for (const entry of fresh) add(entry, false);
			return forgotten(fresh, before.ended.total);
		},
		takeAgain() {
			for (const entry of known.ended.entries) add(entry, false);
		},
		next: count => [...waiting.values()].slice(0, count),
		written(tasks) {
			for (const task of tasks) if (waiting.get(task.key) === task) waiting.delete(task.key);
		},
		size: () => waiting.size,
	};
};

/** Another call or stay under the same identity: one that is counted anew each day comes again the next. */
const isApart = (one: Kept, other: Kept): boolean => one.lastAt < other.firstAt || other.lastAt < one.firstAt;

/**
How many came after a sequence and are there no more. The log forgets the oldest only, and only when it is full: as long as
it holds less that is fresh, holes in the sequences are records that were corrected, or went on after all, meanwhile.
*/
const forgotten = (fresh: readonly EndedEntry[], sequence: number): number =>
	fresh.length < endedKept ? 0 : (fresh[0]?.sequence ?? 0) - sequence - 1;

/** Entries stand in the order of their numbers, the newest last. */
const newerThan = ({entries}: EndedLog, sequence: number): readonly EndedEntry[] => {
	let from = entries.length;
	while ((entries[from - 1]?.sequence ?? 0) > sequence) from -= 1;
	return entries.slice(from);
};

/** Entries that are there no more, neither corrected nor too old to be remembered: what they are of goes on after all. */
const withdrawn = (before: EndedLog, now: EndedLog, fresh: readonly EndedEntry[]): readonly EndedEntry[] => {
	const stayed = now.entries.length - fresh.length;
	if (stayed === before.entries.length) return [];
	const gone = missingFrom(now.entries, before.entries);
	const corrected = new Set(fresh.map(({key}) => key));
	const oldest = now.entries.length < endedKept ? 0 : (now.entries[0]?.sequence ?? 0);
	return gone.filter(({key, sequence}) => sequence > oldest && !corrected.has(key));
};

const missingFrom = (entries: readonly EndedEntry[], former: readonly EndedEntry[]): readonly EndedEntry[] => {
	let index = 0;
	return former.filter(({sequence}) => {
		while ((entries[index]?.sequence ?? Number.POSITIVE_INFINITY) < sequence) index += 1;
		return entries[index]?.sequence !== sequence;
	});
};
