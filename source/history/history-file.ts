import type {DatabaseSync} from 'node:sqlite';
import {openHistory, setHistoryAside} from './database.js';
import {isBusy, isDamage, troubleText} from './history-trouble.js';
import type {Task} from './pending.js';
import {isMoreAfter, purgeSome} from './purge.js';
import {createRecordWriter, type RecordWriter, type WriteOptions} from './record-writer.js';

/** The history as the board writes it. Nothing of it throws. */
export type HistoryFile = {
	/** True when the records are on disk; false: they are to be tried again. */
	write(tasks: readonly Task[], options: WriteOptions): boolean;
	/** Deletes some of what ended before an instant; true when there may be more. */
	purge(before: number): boolean;
	/** It opens again when it is needed. */
	close(): void;
};

export type HistoryFileOptions = {
	readonly path: string;
	/** Told where and why the history cannot be kept: once, and again when the reason is another or it had worked. */
	readonly onProblem: (reason: string) => void;
	/** A damaged file was put aside, and a new one is begun. */
	readonly onBegunAnew: () => void;
	/** This machine's time, epoch milliseconds, for the names of damaged files. */
	readonly now: () => number;
	readonly open?: ((path: string) => DatabaseSync) | undefined;
};

type Opened = {readonly db: DatabaseSync; readonly writer: RecordWriter};

/** Opens the file when it is first needed, and anew after anything went wrong. */
export const openHistoryFile = (options: HistoryFileOptions): HistoryFile => {
	const handle = createHandle(options);
	const trouble = createTrouble(options);
	const attempt = <Result>(work: (opened: Opened) => Result): Result | undefined => {
		try {
			return work(handle.opened());
		} catch (error) {
			handle.close();
			trouble.met(error);
			return undefined;
		}
	};
	return {
		write(tasks, how) {
			const isWritten = attempt(({writer}) => {
				writer.write(tasks, how);
				return true;
			});
			if (isWritten) trouble.over();
			return isWritten ?? false;
		},
		purge: before => attempt(({db}) => isMoreAfter(purgeSome(db, before))) ?? false,
		close: handle.close,
	};
};

const createHandle = ({path, open = openHistory}: HistoryFileOptions) => {
	let opened: Opened | undefined;
	return {
		opened(): Opened {
			if (opened) return opened;
			const db = open(path);
			opened = {db, writer: createRecordWriter(db)};
			return opened;
		},
		close(): void {
			try {
				opened?.db.close();
			} catch {
				// It is given up in any case.
			}
			opened = undefined;
		},
	};
};

/** Other writers hold the file for a moment; one that holds it this often in a row is a problem. */
const busyOften = 3;

/** Says what is wrong, and puts a damaged file aside: only one that a fresh look finds damaged too, since another board may have begun a good one. */
const createTrouble = ({path, onProblem, onBegunAnew, now}: HistoryFileOptions) => {
	let known: string | undefined;
	let busy = 0;
	let isSuspect = false;
	const say = (reason: string): void => {
		if (known !== reason) onProblem(`${path}: ${reason}`);
		known = reason;
	};
	const putAside = (): void => {
		const aside = setHistoryAside(path, now());
		say(`the file was damaged and is kept as ${aside}, a new one is begun`);
		onBegunAnew();
	};
	return {
		met(error: unknown): void {
			const wasSuspect = isSuspect;
			isSuspect = isDamage(error) && !wasSuspect;
			busy = isBusy(error) ? busy + 1 : 0;
			if (isSuspect || (busy > 0 && busy < busyOften)) return;
			try {
				if (isDamage(error)) putAside();
				else say(troubleText(error));
			} catch (moving) {
				say(troubleText(moving));
			}
		},
		/** It works again. */
		over(): void {
			known = undefined;
			busy = 0;
			isSuspect = false;
		},
	};
};
