import type {BoardEvent} from '../domain/event.js';
import {type DurationMs, type EpochMs, epochMs, type SiteName, siteName} from '../domain/units.js';
import {WireFormatError} from '../errors.js';
import {readAnswer} from '../providers/ovh/answer.js';
import type {Batch} from '../providers/provider.js';
import {createFeedVoice, type FeedVoice} from '../runtime/feed-voice.js';
import {errorOf} from './failures.js';
import type {Answer, Connecting, Entry, Failure, Header, Origin} from './format.js';

/** What a connection said, or was said of it. */
export type Utterance = Connecting | Answer | Failure;

/** Makes the events of a recording as the live feeds did. */
export type ReplayVoices = {
	/** True for the header of a further part of the same run, after which everything goes on as before. */
	isFurther(entry: Entry): boolean;
	/** Another run of the program, whose connections are all new. */
	begin(header: Header): void;
	eventsOf(entry: Utterance): readonly BoardEvent[];
	/** All that were heard of so far. */
	sites(): readonly SiteName[];
};

export type ReplayVoicesOptions = {
	readonly header: Header;
	readonly quietAfterMs: DurationMs;
	readonly isRepeated: (event: BoardEvent) => boolean;
	/** What the feeds say they listen by, in place of what they did: on a screen nothing may pass for live. */
	readonly shownTransport?: string | undefined;
	/** Hears of every answer before its events are told. */
	readonly remember?: ((batch: Batch, transport: string) => void) | undefined;
};

/** `transport`: how it listened last. */
type Speaker = {readonly voice: FeedVoice; transport: string};

export const createReplayVoices = ({header, remember, ...options}: ReplayVoicesOptions): ReplayVoices => {
	const speakers = new Map<string, Speaker>();
	const sites = new Set<SiteName>();
	let run = header;
	const speakerOf = ({sites: names, transport}: Origin): {readonly speaker: Speaker; readonly isNew: boolean} => {
		const key = names.join('\n');
		const known = speakers.get(key);
		const speaker = known ?? newSpeaker(names.map(siteName), {...options, transport});
		speaker.transport = transport;
		speakers.set(key, speaker);
		for (const name of names) sites.add(siteName(name));
		return {speaker, isNew: !known};
	};
	return {
		isFurther(entry) {
			if (entry.kind !== 'header' || entry.begun !== run.begun || entry.part !== run.part + 1) return false;
			run = entry;
			return true;
		},
		begin(next) {
			run = next;
			speakers.clear();
		},
		eventsOf(entry) {
			const {speaker, isNew} = speakerOf(entry);
			// A further part only repeats it for whoever has that part alone.
			if (entry.kind === 'connecting' && entry.again && !isNew) return [];
			return speak(speaker.voice, entry, {header: run, remember});
		},
		sites: () => [...sites],
	};
};

type Speech = Omit<ReplayVoicesOptions, 'header' | 'remember'> & {readonly transport: string};

const newSpeaker = (sites: readonly SiteName[], {transport, shownTransport, ...options}: Speech): Speaker => {
	const speaker: Speaker = {
		transport,
		voice: createFeedVoice({...options, sites, transport: () => shownTransport ?? speaker.transport}),
	};
	return speaker;
};

const speak = (
	voice: FeedVoice,
	entry: Utterance,
	{header, remember}: Pick<ReplayVoicesOptions, 'header' | 'remember'>,
): readonly BoardEvent[] => {
	const now = instantOf(entry.at);
	if (entry.kind === 'connecting') return voice.connecting(now);
	if (entry.kind === 'failure') {
		return voice.failed(errorOf(entry), {now, random: 0}).events.map(event => withDelay(event, entry));
	}
	const read = readBatch(entry, header);
	if (read instanceof WireFormatError) return voice.failed(read, {now, random: 0}).events;
	remember?.(read, entry.transport);
	return voice.heard(read);
};

/** Chance had a part in when the next attempt was due. */
const withDelay = (event: BoardEvent, {delayMs}: Failure): BoardEvent =>
	'retryAt' in event ? {...event, retryAt: epochMs(event.at + delayMs)} : event;

/** What was recorded was read once; a recording changed by hand may not be readable. */
const readBatch = (entry: Answer, header: Header): Batch | WireFormatError => {
	const receivedAt = instantOf(entry.receivedAt ?? entry.at);
	try {
		const {events, origins, lastSentAt} = readAnswer(entry.body, {
			form: entry.transport,
			siteOf: siteFinder(entry, header),
			receivedAt,
		});
		return {
			events,
			origins,
			raw: entry.body,
			receivedAt,
			sentAt: entry.prompt ? lastSentAt : null,
			...(entry.gap ? {isAfterGap: true} : {}),
			...(entry.refused ? {refused: bySite(entry.refused)} : {}),
		};
	} catch (error) {
		if (error instanceof WireFormatError) return error;
		throw error;
	}
};

/** As the live connection does: by the token, and the first site for one that is not known. */
const siteFinder = ({sites}: Answer, header: Header): ((token: string | undefined) => SiteName) => {
	const first = siteName(sites[0] ?? 'default');
	return token => {
		const site = header.sites.find(entry => entry.token === token)?.site;
		return site !== undefined && sites.includes(site) ? siteName(site) : first;
	};
};

const bySite = (refused: Readonly<Record<string, string>>): ReadonlyMap<SiteName, string> =>
	new Map(Object.entries(refused).map(([site, reason]) => [siteName(site), reason]));

export const instantOf = (time: string): EpochMs => epochMs(Date.parse(time));
