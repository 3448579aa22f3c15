import type {Parcel} from './event-text.js';

/** What was published of late. Sessions read from it at their own position, so that one event serves them all. */
export type EventLog = {
	append(parcels: readonly Parcel[]): void;
	/** The position behind the newest event. */
	end(): number;
	/** At most `limit` events from `position` on; those that were dropped meanwhile are skipped. */
	read(position: number, limit: number): {readonly parcels: readonly Parcel[]; readonly next: number};
};

/**
Keeps the last `maxEvents` events, and of these the ones less than `maxAgeMs` older than the newest, by their own
`Timestamp`. Trims in strides, so that now and then a few more are there.
*/
export const createEventLog = ({maxEvents, maxAgeMs}: Limits): EventLog => {
	let parcels: Parcel[] = [];
	let dropped = 0;
	const trim = () => {
		const excess = Math.max(0, parcels.length - maxEvents, countOlder(parcels, maxAgeMs));
		if (excess < trimStride) return;
		parcels = parcels.slice(excess);
		dropped += excess;
	};
	return {
		append: added => {
			for (const parcel of added) parcels.push(parcel);
			trim();
		},
		end: () => dropped + parcels.length,
		read: (position, limit) => {
			const from = Math.max(0, position - dropped);
			const found = parcels.slice(from, from + limit);
			return {parcels: found, next: dropped + from + found.length};
		},
	};
};

type Limits = {readonly maxEvents: number; readonly maxAgeMs: number};

/** Moving the array costs as much as it is long; not worth it for single events. */
const trimStride = 64;

const countOlder = (parcels: readonly Parcel[], maxAgeMs: number) => {
	const oldest = (parcels.at(-1)?.sentAt ?? 0) - maxAgeMs;
	const kept = parcels.findIndex(parcel => parcel.sentAt >= oldest);
	return kept === -1 ? 0 : kept;
};
