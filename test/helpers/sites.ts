import type {Board} from '../../source/domain/board.js';
import type {BoardEvent} from '../../source/domain/event.js';
import {type SiteName, siteName} from '../../source/domain/units.js';
import {at, boardAfter, site} from './builders.js';
import {sampleEvents, sampleLine} from './sample-board.js';

export const lyon = siteName('Lyon');
export const paris = siteName('Paris');
export const nice = siteName('Nice');

type FeedEvent<Type extends BoardEvent['type']> = BoardEvent<Type>;

export const connecting = (seconds: number, place: SiteName = site): FeedEvent<'feed-connecting'> => ({
	type: 'feed-connecting',
	at: at(seconds),
	site: place,
	transport: 'v1',
});

export const replaying = (seconds: number, place: SiteName = site): FeedEvent<'feed-connecting'> => ({
	...connecting(seconds, place),
	transport: 'replay',
});

export const live = (seconds: number, place: SiteName = site): FeedEvent<'feed-live'> => ({
	type: 'feed-live',
	at: at(seconds),
	site: place,
});

/** An answer with one event, as old as itself. */
export const heard = (seconds: number, place: SiteName = site): FeedEvent<'feed-received'> => ({
	type: 'feed-received',
	at: at(seconds),
	site: place,
	events: 1,
	rejected: 0,
	lastEventAt: at(seconds),
	clockOffsetMs: 0,
});

/** The next try is 12 seconds after the start. */
export const down = (seconds: number, place: SiteName = site): FeedEvent<'feed-failed'> => ({
	type: 'feed-failed',
	at: at(seconds),
	site: place,
	failure: 'unreachable',
	reason: 'connect ECONNREFUSED',
	retryAt: at(12),
});

export const refused = (seconds: number, place: SiteName = site): FeedEvent<'feed-refused'> => ({
	type: 'feed-refused',
	at: at(seconds),
	site: place,
	reason: 'status 403',
	retryAt: at(60),
});

/** What happened since then is lost. */
export const gap = (seconds: number, place: SiteName = site): FeedEvent<'feed-gap'> => ({
	type: 'feed-gap',
	at: at(seconds),
	site: place,
});

/** Of the sample, what stands in the right half of its lines, and its second queue, is in Paris; all else in Lyon. */
const homeOf = (event: BoardEvent): SiteName =>
	'number' in event && (event.number >= sampleLine('Fabien') || event.number === '0033199000200') ? paris : lyon;

/** The sample board with two sites, both heard of two seconds ago. */
export const twoSites = (...more: readonly BoardEvent[]): Board => {
	const events = sampleEvents.flatMap((event): readonly BoardEvent[] => {
		if (!('site' in event)) return [event];
		if (!event.type.startsWith('feed-')) return [{...event, site: homeOf(event)}];
		return [lyon, paris].map(place => ({...event, site: place}));
	});
	return boardAfter(...events, ...more);
};
