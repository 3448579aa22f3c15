import {isoTime} from '../domain/iso-time.js';
import type {DurationMs, EpochMs} from '../domain/units.js';
import type {Batch} from '../providers/provider.js';
import {factsOf} from './failures.js';
import {
	type Answer,
	type Connecting,
	type Entry,
	type Header,
	type Origin,
	programName,
	schema,
	type Transport,
	tokenPlaceholder,
} from './format.js';
import {createScrubber, type Scrubber} from './scrub.js';

/** What is recorded. */
export type Subject = {
	/** The tokens are not in the recording: they are told to be taken out. */
	readonly sites: readonly {readonly site: string; readonly token: string}[];
	/** Of this program. */
	readonly version: string;
};

/** Which connection something came over. */
export type Connection = {readonly sites: readonly string[]; readonly transport: string};

/** Makes entries of what happens. */
export type Notes = {
	connecting(connection: Connection): void;
	answer(batch: Batch, connection: Connection): void;
	/** An error of the service, and how long it is waited out; other errors are none of a recording's business. */
	failure(error: unknown, connection: Connection & {readonly delayMs: DurationMs}): void;
	/** To be called at each tick of the clock, after all others: tells of ticks that were left out. */
	tick(): void;
	/** A tick began the day anew. Ticks are some milliseconds late, and here these show. */
	dayBegan(): void;
	end(): void;
	/** How a further file says which connections there are. */
	connections(at: string): readonly Connecting[];
	counts(): {readonly answers: number; readonly events: number};
};

export type NotesOptions = Subject & {
	readonly begunAt: EpochMs;
	readonly now: () => EpochMs;
	readonly write: (entry: Entry) => void;
};

export const createNotes = ({sites, begunAt, now, write}: NotesOptions): Notes => {
	const scrubber = createScrubber(sites.map(({token}) => token));
	const known = new Map<string, Connecting>();
	let tickedAt = begunAt;
	let answers = 0;
	let events = 0;
	const remember = (connection: Connection, at: EpochMs): Connecting => {
		const entry: Connecting = {kind: 'connecting', ...originOf(connection, at)};
		known.set(connection.sites.join('\n'), entry);
		return entry;
	};
	const jump = (): void => {
		const from = isoTime(tickedAt);
		tickedAt = now();
		write({kind: 'jump', from, at: isoTime(tickedAt)});
	};
	return {
		connecting: connection => write(remember(connection, now())),
		answer(batch, connection) {
			answers += 1;
			events += batch.events.length;
			write(answerOf(batch, originOf(connection, now()), scrubber));
		},
		failure(error, connection) {
			const facts = factsOf(error);
			if (!facts) return;
			const message = scrubber.message(facts.message);
			write({kind: 'failure', ...originOf(connection, now()), ...facts, message, delayMs: connection.delayMs});
		},
		tick() {
			const seconds = secondOf(now()) - secondOf(tickedAt);
			if (seconds > 1 || seconds < 0) jump();
			else tickedAt = now();
		},
		dayBegan: jump,
		end: () => write({kind: 'end', at: isoTime(now())}),
		connections: at => [...known.values()].map(entry => ({...entry, at, again: true})),
		counts: () => ({answers, events}),
	};
};

const secondOf = (at: EpochMs): number => Math.floor(at / 1000);

const originOf = ({sites, transport}: Connection, at: EpochMs): Origin => ({
	at: isoTime(at),
	sites,
	transport: transport as Transport,
});

const answerOf = (batch: Batch, origin: Origin, scrubber: Scrubber): Answer => ({
	kind: 'answer',
	...origin,
	...(isoTime(batch.receivedAt) === origin.at ? {} : {receivedAt: isoTime(batch.receivedAt)}),
	...(batch.sentAt === null ? {} : {prompt: true}),
	...(batch.isAfterGap ? {gap: true} : {}),
	...(batch.refused && batch.refused.size > 0 ? {refused: Object.fromEntries(batch.refused)} : {}),
	body: scrubber.answer(batch.raw),
});

type Place = Pick<Header, 'begun' | 'at' | 'part'>;

export const headerOf = ({sites, version}: Subject, place: Place): Header => ({
	schema,
	kind: 'header',
	program: programName,
	version,
	...place,
	sites: sites.map(({site}, index) => ({site, token: tokenPlaceholder(index + 1)})),
	anonymised: false,
	timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
});
