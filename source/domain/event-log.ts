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
	/** Telephones that registered: too many to stand among the others. The newest, oldest first; sequences are shared. */
	readonly registrations: readonly LogEntry[];
	/** The last sequence used. */
	readonly last: number;
};

/** How many entries the log keeps. */
export const logCapacity = 2000;

/** How many registrations. */
export const registrationCapacity = 500;

export const emptyLog: EventLog = {entries: [], total: 0, registrations: [], last: 0};

export const appendToLog = (log: EventLog, events: readonly BoardEvent[]): EventLog => {
	if (events.length === 0) return log;
	const fresh = events.map((event, index): LogEntry => ({sequence: log.last + index + 1, event}));
	const registered = fresh.filter(isRegistration);
	const others = registered.length === 0 ? fresh : fresh.filter(entry => !isRegistration(entry));
	return {
		entries: withNewest(log.entries, others, logCapacity),
		total: log.total + others.length,
		registrations: withNewest(log.registrations, registered, registrationCapacity),
		last: log.last + fresh.length,
	};
};

const isRegistration = ({event}: LogEntry): boolean => event.type === 'line-registered';

const withNewest = (
	entries: readonly LogEntry[],
	fresh: readonly LogEntry[],
	capacity: number,
): readonly LogEntry[] => {
	if (fresh.length === 0) return entries;
	const kept = Math.max(0, capacity - fresh.length);
	return entries.slice(Math.max(0, entries.length - kept)).concat(fresh.slice(-capacity));
};
