import type {BoardEvent} from '../domain/event.js';
import {type DurationMs, type EpochMs, epochMs, later, type SiteName} from '../domain/units.js';
import type {Batch} from '../providers/provider.js';
import {createClockOffset} from './clock-offset.js';
import {
	type Arrivals,
	newStory,
	type Said,
	type SiteStory,
	sayCondition,
	sayConnecting,
	sayFailed,
	sayGap,
	sayReceived,
} from './site-voice.js';
import {troubleOf} from './trouble.js';

/** Turns what a connection gives into events of the feeds of its sites. Used by the live feed and by a replay alike. */
export type FeedVoice = {
	/** The first words, and those after the machine woke. `now`: this machine's clock, here and below. */
	connecting(now: EpochMs): readonly BoardEvent[];
	/** What an answer says: its events, without those heard before, and how the feeds are. */
	heard(batch: Batch): readonly BoardEvent[];
	/** What a failure says, and how long to wait. Throws errors that are none of the service's. */
	failed(error: unknown, attempt: {readonly now: EpochMs; readonly random: number}): Failure;
};

export type Failure = {readonly events: readonly BoardEvent[]; readonly delayMs: number};

export type VoiceOptions = {
	readonly sites: readonly SiteName[];
	readonly transport: () => string;
	readonly quietAfterMs?: DurationMs;
	/** True for an event that was heard before, on this connection or another. */
	readonly isRepeated: (event: BoardEvent) => boolean;
};

/** Speaks for one connection, which may serve several sites. */
export const createFeedVoice = (options: VoiceOptions): FeedVoice => {
	const {sites, transport, quietAfterMs} = options;
	const offset = createClockOffset();
	const serviceTime = (now: EpochMs): EpochMs => epochMs(now - offset.value());
	const stories = createStories(sites);
	let failures = 0;
	return {
		connecting(now) {
			failures = 0;
			const beginning = {at: serviceTime(now), transport: transport(), quietAfterMs};
			return stories.say(story => sayConnecting(story, beginning));
		},
		heard(batch) {
			failures = 0;
			if (batch.sentAt !== null) offset.observe({arrivedAt: batch.receivedAt, sentAt: batch.sentAt});
			const moment = {at: serviceTime(batch.receivedAt), clockOffsetMs: offset.value()};
			return sayAnswer(batch, {...options, ...moment, stories});
		},
		failed(error, {now, random}) {
			failures += 1;
			const trouble = troubleOf(error, {failures, random});
			const events = stories.say(story => sayFailed(story, {at: serviceTime(now), trouble}));
			return {events, delayMs: trouble.delayMs};
		},
	};
};

type Moment = VoiceOptions & {readonly at: EpochMs; readonly clockOffsetMs: number; readonly stories: Stories};

const sayAnswer = (batch: Batch, {stories, sites, isRepeated, ...moment}: Moment): readonly BoardEvent[] => {
	const {at, clockOffsetMs} = moment;
	const {isAfterGap = false, refused} = batch;
	const refusalOf = ({site}: SiteStory): string | undefined => refused?.get(site);
	const transport = moment.transport();
	const events = batch.events.filter(event => !isRepeated(event));
	const arrivals = countBySite(events, sites);
	return [
		// First, while the board still knows when the feed was heard of last.
		...stories.say(story => sayGap(story, {at, isAfterGap, refusal: refusalOf(story)})),
		...stories.say(story => sayCondition(story, {at, transport, refusal: refusalOf(story)})),
		...events,
		...stories.say(story => sayReceived(story, {at, clockOffsetMs, arrivals: arrivals.get(story.site) ?? none})),
	];
};

type Stories = {say(speak: (story: SiteStory) => Said): readonly BoardEvent[]};

/** What was said of each site; `say` goes through them in order. */
const createStories = (sites: readonly SiteName[]): Stories => {
	let stories: readonly SiteStory[] = sites.map(newStory);
	return {
		say(speak) {
			const said = stories.map(speak);
			stories = said.map(({story}) => story);
			return said.flatMap(({events}) => events);
		},
	};
};

const none: Arrivals = {events: 0, rejected: 0, lastEventAt: null};

/** Events of a site that is none of the connection's count for its first. */
const countBySite = (events: readonly BoardEvent[], sites: readonly SiteName[]): ReadonlyMap<SiteName, Arrivals> => {
	const counts = new Map<SiteName, Arrivals>();
	for (const event of events) {
		const site = 'site' in event && sites.includes(event.site) ? event.site : sites[0];
		if (site !== undefined) counts.set(site, count(counts.get(site) ?? none, event));
	}
	return counts;
};

const count = (arrivals: Arrivals, event: BoardEvent): Arrivals =>
	event.type === 'event-rejected'
		? {...arrivals, rejected: arrivals.rejected + 1}
		: {...arrivals, events: arrivals.events + 1, lastEventAt: later(arrivals.lastEventAt, event.at)};
