import type {BoardEvent} from './event.js';

export type LogEntry = {
	/** Counts up from 1 and is never used twice; the scroll position holds on to it. */
	readonly sequence: number;
	readonly event: BoardEvent;
};

/** The newest events, oldest first. */
export type EventLog = {
	readonly entries: readonly LogEntry[];
	/** How many entries were ever made. */
	readonly total: number;
};

/** How many entries the log keeps. */
export const logCapacity = 2000;

export const emptyLog: EventLog = {entries: [], total: 0};

export const appendToLog = (log: EventLog, events: readonly BoardEvent[]): EventLog => {
	if (events.length === 0) return log;
	const added = events.slice(-logCapacity);
	const first = log.total + events.length - added.length + 1;
	const fresh = added.map((event, index): LogEntry => ({sequence: first + index, event}));
	const kept = log.entries.slice(-(logCapacity - fresh.length) || log.entries.length);
	return {entries: [...kept, ...fresh], total: log.total + events.length};
};
