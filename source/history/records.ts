/** Records as they are stored: what is kept of each, and when it took place. */

import type {Ended, EndedCall, EndedStay} from '../domain/ended.js';
import type {QueueNumber} from '../domain/units.js';

/** A record without the news it was made of, which is not stored. */
export type Kept = KeptCall | KeptStay;
export type KeptCall = Omit<EndedCall, 'trail'> &
	Span & {
		/** The queue it came through; null where none is known. */
		readonly queue: QueueNumber | null;
	};
export type KeptStay = Omit<EndedStay, 'trail'> & Span;

/** The earliest and the latest instant known of it. */
export type Span = {readonly firstAt: number; readonly lastAt: number};

/** What is stored of a record; null for one whose times are no times, which nothing could be said of. */
export const keptOf = (record: Ended): Kept | null => {
	const span = spanOf([...instantsOf(record), ...record.trail.slice(0, 1).map(({at}) => at)]);
	if (!span) return null;
	if (record.kind === 'call') {
		const {trail, ...facts} = record;
		return {...facts, ...span, queue: null};
	}
	const {trail, ...facts} = record;
	return {...facts, ...span};
};

const instantsOf = (record: Ended): readonly (number | null)[] =>
	record.kind === 'call'
		? [record.startedAt, record.answeredAt, record.endedAt]
		: [record.joinedAt, record.answeredAt, record.waitEndedAt, record.talkEndedAt, record.endedAt];

const spanOf = (instants: readonly (number | null)[]): Span | null => {
	const known = instants.filter(at => at !== null);
	if (known.length === 0 || !known.every(Number.isFinite)) return null;
	return {firstAt: Math.min(...known), lastAt: Math.max(...known)};
};
