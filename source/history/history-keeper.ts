import type {DatabaseSync} from 'node:sqlite';
import type {Board} from '../domain/board.js';
import {createQueueFinder} from '../domain/queue-of-call.js';
import type {EpochMs} from '../domain/units.js';
import type {BoardReader, Sink} from '../runtime/store.js';
import {openHistoryFile} from './history-file.js';
import {createPending, type Task} from './pending.js';
import {createPurger} from './purger.js';
import type {HistoryAccount} from './record-writer.js';
import {createScribe} from './scribe.js';

/** Writes what ends on a board into the history, and deletes what is too old. */
export type HistoryKeeper = {
	/** What ends from now on was heard with other tokens, or of another service. */
	move(account: HistoryAccount): void;
	/** Keeps calls for so many days from now on. */
	keepDays(days: number): void;
	/** Writes the last, at once, and no more after it. */
	stop(): void;
};

export type HistoryKeeperOptions = {
	readonly path: string;
	readonly store: BoardReader & Sink;
	readonly account: HistoryAccount;
	readonly days: number;
	/** The service's time. */
	readonly at: () => EpochMs;
	/** This machine's time. */
	readonly now: () => number;
	/** Calls the listener once a second; the result ends it. */
	readonly onTick: (listener: () => void) => () => void;
	readonly limits?: Partial<HistoryLimits> | undefined;
	readonly open?: ((path: string) => DatabaseSync) | undefined;
};

/** In ticks and records. */
export type HistoryLimits = {
	/** Between two transactions. */
	readonly writeTicks: number;
	/** Between two attempts while the history cannot be written. */
	readonly retryTicks: number;
	/** Between the start, which has other things to do, or the end of a purge, and the next one. */
	readonly firstPurgeTicks: number;
	readonly purgeTicks: number;
	/** In one transaction, which takes some milliseconds. */
	readonly atOnce: number;
	/** What waits in memory while the history cannot be written. */
	readonly waiting: number;
};

export const usualLimits: HistoryLimits = {
	writeTicks: 3,
	retryTicks: 30,
	firstPurgeTicks: 60,
	purgeTicks: 86_400,
	atOnce: 500,
	waiting: 20_000,
};

/** The file is first opened when something ended. Never throws: what is wrong is said on the board, and tried again. */
export const keepHistory = (options: HistoryKeeperOptions): HistoryKeeper => {
	const {store, at, onTick} = options;
	const limits = {...usualLimits, ...options.limits};
	const pending = createPending(limits.waiting);
	const tell = (reason: string): void => store.dispatch([{type: 'history-unkept', at: at(), reason}]);
	const file = openHistoryFile({
		...options,
		onProblem: tell,
		onBegunAnew: pending.takeAgain,
	});
	const complete = createCompleter(store);
	const scribe = createScribe({file, pending, limits, account: options.account, complete});
	const purger = createPurger({file, limits, days: options.days});
	const take = (): void => {
		const missed = pending.take(store.getSnapshot());
		if (missed > 0) tell(`${missed} calls ended at once, more than can be kept`);
	};
	pending.take(store.getSnapshot());
	const unsubscribe = store.subscribe(take);
	const stopTicks = onTick(() => {
		scribe.tick();
		if (scribe.works()) purger.tick(isTimeKnown(store.getSnapshot()) ? at() : null);
	});
	return {
		move(account) {
			take();
			scribe.move(account);
		},
		keepDays: purger.keepDays,
		stop() {
			stopTicks();
			unsubscribe();
			take();
			scribe.writeAll();
			file.close();
		},
	};
};

/** Finds the queues that calls came through, for all that is written together: to look for one takes as long. */
const createCompleter = (store: BoardReader) => {
	const finderOf = createQueueFinder();
	return (tasks: readonly Task[]): readonly Task[] => {
		const find = finderOf(store.getSnapshot());
		return tasks.map(task => {
			const {record} = task;
			if (record.kind === 'stay') return task;
			return {...task, record: {...record, queue: find({number: record.line}, record)?.queue ?? null}};
		});
	};
};

/** A machine that does not know the time might delete everything: the service has to tell it first. */
const isTimeKnown = ({feeds}: Board): boolean => [...feeds.values()].some(({clockOffsetMs}) => clockOffsetMs !== null);
