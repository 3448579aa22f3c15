import {readFile, rename} from 'node:fs/promises';
import {join} from 'node:path';
import {createAtomicFile} from './atomic-file.js';
import {createDayWriter, holdLock} from './day-writer.js';
import {brokenName, dayName} from './file-names.js';
import {createComplaint} from './keeping-problem.js';
import {clearLeftovers} from './leftovers.js';
import {createLock} from './lock.js';
import {isRunning, ownMark} from './process-mark.js';
import {createRhythm} from './rhythm.js';

/** The file that keeps an account's day between runs. */
export type DayFile = {
	/** What the file holds; null when there is none, or none that can be read. Never rejects. To be asked first. */
	load(): Promise<unknown>;
	/** Writes what `make` makes then, soon and at most once an interval. Of several, the last counts. */
	save(make: () => string): void;
	/** Writes now what waits to be written; gives up on a disk that does not answer. Never rejects. */
	flush(): Promise<void>;
	/** The same at once, for when the program ends without time for anything else. */
	flushSync(): void;
	/** Writes nothing more, and leaves the file to others. */
	close(): Promise<void>;
};

export type DayFileOptions = {
	readonly directory: string;
	/** Of `accountKey`. */
	readonly key: string;
	readonly intervalMs?: number;
	/** Told where and why the file cannot be written, and again only after it could. Writing is tried on and on. */
	readonly onProblem: (reason: string) => void;
};

/** Often enough that little is lost, seldom enough for a memory card. */
export const usualIntervalMs = 5000;

/** A disk that takes longer does not answer. */
const longestMs = 2000;

export const openDayFile = (options: DayFileOptions): DayFile => {
	const {directory, key, intervalMs = usualIntervalMs, onProblem} = options;
	const mark = ownMark();
	const lock = createLock({directory, key, mark, isRunning});
	const complaint = createComplaint(directory, onProblem);
	const path = join(directory, dayName(key));
	const writer = createDayWriter({file: createAtomicFile({path, mark}), lock, complaint, directory});
	const rhythm = createRhythm({intervalMs, beat: writer.write, isWanted: writer.isWanted});
	return {
		async load() {
			const isOurs = await holdLock(directory, lock).catch(complaint.failed);
			const found = await readJson(path).catch(complaint.failed);
			if (found === 'broken' && isOurs) await keepAside(path, join(directory, brokenName(key, Date.now())));
			await clearLeftovers({directory, key, now: Date.now(), isRunning});
			return typeof found === 'object' ? found.json : null;
		},
		save(make) {
			writer.want(make);
			rhythm.rouse();
		},
		flush: () => rhythm.finish(longestMs),
		flushSync: writer.writeSync,
		async close() {
			await rhythm.stop(longestMs);
			await lock.release().catch(() => undefined);
		},
	};
};

/** The file's content; `broken` when it is no JSON, `missing` when there is none. */
const readJson = async (path: string): Promise<{readonly json: unknown} | 'broken' | 'missing'> => {
	try {
		return {json: JSON.parse(await readFile(path, 'utf8'))};
	} catch (error) {
		if (error instanceof SyntaxError) return 'broken';
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'missing';
		throw error;
	}
};

/** For whoever wants to know what was in it. Only for the holder of the lock: the file may have become a good one since. */
const keepAside = async (path: string, aside: string): Promise<void> => {
	await rename(path, aside).catch(() => undefined);
};
