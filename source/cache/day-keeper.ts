import type {Board} from '../domain/board.js';
import {isoTime} from '../domain/iso-time.js';
import {keepBoard, restoreBoard} from '../domain/kept-board.js';
import {stateDocument} from '../domain/state-document.js';
import {type EpochMs, elapsed, epochMs} from '../domain/units.js';
import {isSameDay, type ResetAt} from '../runtime/day-watch.js';
import type {BoardReader} from '../runtime/store.js';
import type {DayFile} from './day-file.js';

export type KeepingOptions = {
	readonly store: BoardReader;
	readonly file: Pick<DayFile, 'save' | 'flush' | 'flushSync'>;
	/** Now on the service's clock, in which the board's instants are. */
	readonly serviceNow: () => EpochMs;
};

export type Keeping = {
	/** Writes the last state, and no more after it. */
	stop(): Promise<void>;
	/** The same at once, for when the program ends without time for anything else. */
	stopSync(): void;
};

/** While only the feeds change, the file is written for the sake of its time alone: it tells from when on nobody watched. */
export const timeOnlyMs = 60_000;

/** Keeps the day in a file: whenever the board changes, as often as the file allows. */
export const startKeeping = ({store, file, serviceNow}: KeepingOptions): Keeping => {
	let asked = store.getSnapshot();
	let askedAt = serviceNow();
	const save = (): void => {
		asked = store.getSnapshot();
		askedAt = serviceNow();
		// Before anything was heard there is no day to keep.
		if (asked.since !== null) file.save(() => dayText(store.getSnapshot(), serviceNow()));
	};
	const unsubscribe = store.subscribe(() => {
		if (!isSameDayOn(asked, store.getSnapshot()) || elapsed(askedAt, serviceNow()) >= timeOnlyMs) save();
	});
	return {
		async stop() {
			unsubscribe();
			save();
			await file.flush();
		},
		stopSync() {
			unsubscribe();
			save();
			file.flushSync();
		},
	};
};

/** True when the boards differ in nothing but their feeds. */
const isSameDayOn = (one: Board, other: Board): boolean =>
	one.lines === other.lines &&
	one.queues === other.queues &&
	one.agents === other.agents &&
	one.log === other.log &&
	one.since === other.since &&
	one.resetAt === other.resetAt &&
	one.missed === other.missed;

/** The state document, and what it takes to go on from it. */
const dayText = (board: Board, now: EpochMs): string =>
	JSON.stringify({...stateDocument(board, now), savedAt: isoTime(now), kept: keepBoard(board)});

export type KeptDay = {
	readonly board: Board;
	/** When it was written, on the service's clock. */
	readonly savedAt: EpochMs;
};

export type LoadDayOptions = {
	readonly file: Pick<DayFile, 'load'>;
	readonly now: EpochMs;
	readonly resetAt: ResetAt;
};

/** The day as a former run left it, all that went on in doubt. Null when there is none, or it is over. Never rejects. */
export const loadDay = async ({file, now, resetAt}: LoadDayOptions): Promise<KeptDay | null> => {
	const found = await file.load();
	if (typeof found !== 'object' || found === null) return null;
	const {savedAt: text, kept} = found as {readonly savedAt?: unknown; readonly kept?: unknown};
	const savedAt = epochMs(typeof text === 'string' ? Date.parse(text) : Number.NaN);
	const board = isSameDay(savedAt, now, resetAt) ? restoreBoard(kept, {at: now}) : null;
	return board && {board, savedAt};
};
