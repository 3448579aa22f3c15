import type {HistoryFile} from './history-file.js';
import type {Pending, Task} from './pending.js';
import type {HistoryAccount} from './record-writer.js';

export type ScribeOptions = {
	readonly file: Pick<HistoryFile, 'write'>;
	readonly pending: Pending;
	readonly limits: {readonly writeTicks: number; readonly retryTicks: number; readonly atOnce: number};
	readonly account: HistoryAccount;
	/** Tells a task what is known by now, as which queue a call came through. */
	readonly complete: (tasks: readonly Task[]) => readonly Task[];
};

/** How many of the records written last are remembered, to know a correction of one's own from another board's account. */
const rememberedMost = 4096;

/** Writes what waits: a little at a time, not too often, and after a failure less often still. */
export const createScribe = ({file, pending, limits, account: first, complete}: ScribeOptions) => {
	const mine = createMemory();
	let account = first;
	let rest = limits.writeTicks;
	let works = true;
	const write = (): boolean => {
		const tasks = pending.next(limits.atOnce);
		works = file.write(complete(tasks), {account, isOwn: mine.has});
		if (!works) return false;
		pending.written(tasks);
		mine.remember(tasks.map(({key}) => key));
		return true;
	};
	/** A file that proves damaged takes three attempts. */
	const writeAll = (): void => {
		for (let attempts = 3; attempts > 0 && pending.size() > 0; ) if (!write()) attempts -= 1;
	};
	return {
		/** False while the history cannot be written. */
		works: () => works,
		/** Waits no more, and goes on for another account. */
		move(next: HistoryAccount): void {
			writeAll();
			account = next;
		},
		tick(): void {
			rest -= 1;
			if (rest > 0 || pending.size() === 0) return;
			rest = write() ? limits.writeTicks : limits.retryTicks;
		},
		writeAll,
	};
};

/** The newest of the keys it was given. */
const createMemory = () => {
	const keys = new Set<string>();
	return {
		has: (key: string): boolean => keys.has(key),
		remember(fresh: Iterable<string>): void {
			for (const key of fresh) keys.add(key);
			for (const key of keys) {
				if (keys.size <= rememberedMost) return;
				keys.delete(key);
			}
		},
	};
};
