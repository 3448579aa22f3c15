import type {BoardEvent, BoardEventType} from '../domain/event.js';
import {isoTime} from '../domain/iso-time.js';
import type {EpochMs} from '../domain/units.js';

/** Events that say something of the program, not of the telephones. */
const internal: ReadonlySet<BoardEventType> = new Set(['time-passed', 'feed-received']);

export const isInternal = ({type}: BoardEvent): boolean => internal.has(type);

/** Instants, which go out as ISO times. */
const instants: ReadonlySet<string> = new Set(['joinedAt', 'answeredAt', 'endedAt', 'leftAt', 'retryAt', 'savedAt']);

/** Keys that other programs read under another name. */
const renamed: Readonly<Record<string, string>> = {dialled: 'dialed'};

/** The event as one JSON object, schema 1: `schema`, `at`, `site` and `type` first, keys that do not apply absent. */
export const eventJson = (event: BoardEvent): string => {
	const {type, at, ...others} = event;
	const {site, ...facts} = {site: undefined, ...others};
	const named = Object.entries(facts).map(([key, value]) => [
		renamed[key] ?? key,
		instants.has(key) ? isoTime(value as EpochMs) : value,
	]);
	return JSON.stringify({schema: 1, at: isoTime(at), site, type, ...Object.fromEntries(named)});
};
