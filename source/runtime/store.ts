import {type Board, emptyBoard} from '../domain/board.js';
import type {BoardEvent} from '../domain/event.js';
import {reduceBoard} from '../domain/reduce.js';

/** Reading is all that the screen may do. */
export type BoardReader = {
	getSnapshot(): Board;
	/** The listener runs once a frame at most, and only when the board changed. */
	subscribe(listener: () => void): () => void;
};

/** Where events go. */
export type Sink = {dispatch(events: readonly BoardEvent[]): void};

export type BoardStore = BoardReader &
	Sink & {
		/** Applies what is queued at once: for tests and the end of the program. */
		flush(): void;
	};

/** Runs a task a moment later: a frame in production, by hand in tests. */
export type Schedule = (task: () => void) => void;

/** Events are collected for this long before they are applied together. */
export const frameMs = 100;

const everyFrame: Schedule = task => {
	setTimeout(task, frameMs);
};

/**
Holds the board, at first `initial`. Events that come within a frame are applied as one batch: copying tables once per
batch is what makes an immutable board cheap.
*/
export const createStore = (schedule: Schedule = everyFrame, initial: Board = emptyBoard): BoardStore => {
	const listeners = new Set<() => void>();
	let board = initial;
	let queued: BoardEvent[] = [];
	const flush = (): void => {
		const before = board;
		board = reduceBoard(board, queued);
		queued = [];
		if (board !== before) for (const listener of [...listeners]) listener();
	};
	return {
		getSnapshot: () => board,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		dispatch(events) {
			if (events.length === 0) return;
			if (queued.length === 0) schedule(flush);
			queued = queued.length === 0 ? [...events] : [...queued, ...events];
		},
		flush,
	};
};
