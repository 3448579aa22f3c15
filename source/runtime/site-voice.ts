/** How one site's feed is, in events, and nothing twice. Pure: what was said so far goes in, and comes out with what is said now. */
import type {BoardEvent} from '../domain/event.js';
import {type DurationMs, type EpochMs, epochMs, type SiteName} from '../domain/units.js';
import {refusedDelayMs} from './backoff.js';
import type {Trouble} from './trouble.js';

/** What was said of a site last. */
export type SiteStory = {
	readonly site: SiteName;
	/** Whether it is live or refused; otherwise it was never said, or the connection is down or begun anew. */
	readonly condition: 'live' | 'refused' | null;
	/** Why it is refused. */
	readonly reason: string;
	readonly transport: string;
	/** When an answer was told of. */
	readonly heardAt: EpochMs | null;
	/** It was live, and then refused while others were served: what happened there since does not come any more. */
	readonly isUnheard: boolean;
};

export type Said = {readonly story: SiteStory; readonly events: readonly BoardEvent[]};

/** How much of an answer was about a site. `lastEventAt`: its youngest event. */
export type Arrivals = {readonly events: number; readonly rejected: number; readonly lastEventAt: EpochMs | null};

/** An answer of the service as a site sees it. `at`: the service's time. `refusal`: why its token is refused, if it is. */
export type SiteAnswer = {readonly at: EpochMs; readonly transport: string; readonly refusal: string | undefined};

type Continuity = Pick<SiteAnswer, 'at' | 'refusal'> & {readonly isAfterGap: boolean};

export const newStory = (site: SiteName): SiteStory => ({
	site,
	condition: null,
	reason: '',
	transport: '',
	heardAt: null,
	isUnheard: false,
});

type Beginning = {readonly at: EpochMs; readonly transport: string; readonly quietAfterMs: DurationMs | undefined};

export const sayConnecting = (story: SiteStory, {at, transport, quietAfterMs}: Beginning): Said => {
	const quiet = quietAfterMs === undefined ? {} : {quietAfterMs};
	return {
		story: {...story, condition: null, transport},
		events: [{type: 'feed-connecting', at, site: story.site, transport, ...quiet}],
	};
};

/** That events may be missing: after a gap, and of a site that was refused until now. */
export const sayGap = (story: SiteStory, {at, refusal, isAfterGap}: Continuity): Said => {
	const isBack = story.isUnheard && refusal === undefined;
	if (!isAfterGap && !isBack) return {story, events: []};
	return {story: isBack ? {...story, isUnheard: false} : story, events: [{type: 'feed-gap', at, site: story.site}]};
};

/** Live or refused, when that is news. */
export const sayCondition = (story: SiteStory, {at, transport, refusal}: SiteAnswer): Said => {
	if (refusal !== undefined) {
		if (story.condition === 'refused' && story.reason === refusal) return {story, events: []};
		const events = [refusedEvent(story.site, {at, reason: refusal, delayMs: refusedDelayMs})];
		const isUnheard = story.heardAt !== null;
		return {story: {...story, condition: 'refused', reason: refusal, isUnheard}, events};
	}
	const isKnown = story.transport === transport;
	if (story.condition === 'live' && isKnown) return {story, events: []};
	const change = isKnown ? {} : {transport};
	return {
		story: {...story, condition: 'live', transport, heardAt: at},
		events: [{type: 'feed-live', at, site: story.site, ...change}],
	};
};

/** That a service without news is still there is told so often, in milliseconds. */
const signOfLifeMs = 10_000;

/** What arrived; that nothing did only now and then, and not of a site whose token is refused. */
export const sayReceived = (
	story: SiteStory,
	{at, arrivals, clockOffsetMs}: {readonly at: EpochMs; readonly arrivals: Arrivals; readonly clockOffsetMs: number},
): Said => {
	const isEmpty = arrivals.events + arrivals.rejected === 0;
	const wasTold = story.heardAt !== null && Math.abs(at - story.heardAt) < signOfLifeMs;
	if (isEmpty && (wasTold || story.condition === 'refused')) return {story, events: []};
	return {
		story: {...story, heardAt: at},
		events: [{type: 'feed-received', at, site: story.site, ...arrivals, clockOffsetMs}],
	};
};

export const sayFailed = (story: SiteStory, {at, trouble}: {readonly at: EpochMs; readonly trouble: Trouble}): Said => {
	const {failure, reason, delayMs} = trouble;
	const {site} = story;
	const event: BoardEvent =
		failure === 'refused'
			? refusedEvent(site, {at, reason, delayMs})
			: {type: 'feed-failed', at, site, failure, reason, retryAt: epochMs(at + delayMs)};
	return {story: {...story, condition: null}, events: [event]};
};

type Refusal = {readonly at: EpochMs; readonly reason: string; readonly delayMs: number};

const refusedEvent = (site: SiteName, {at, reason, delayMs}: Refusal): BoardEvent => ({
	type: 'feed-refused',
	at,
	site,
	reason,
	retryAt: epochMs(at + delayMs),
});
