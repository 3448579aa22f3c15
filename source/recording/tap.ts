import type {BoardEvent} from '../domain/event.js';
import {type DurationMs, durationMs, type SiteName} from '../domain/units.js';
import {FeedUnreachableError} from '../errors.js';
import type {Provider} from '../providers/provider.js';
import type {Sink} from '../runtime/store.js';
import type {Connection, Notes} from './notes.js';

/** Where a recorder listens in on the feeds. Both ends belong together. */
export type Tap = {
	/** The provider, with everything it yields written down; it yields and throws the same. */
	wrap(provider: Provider): Provider;
	/**
	The sink, with what only the feeds know written down: where a connection begins, how long a failure is waited out,
	and when exactly the day began.
	*/
	sink(inner: Sink): Sink;
};

/** A provider that is listened in on. `error`: what it threw, until its feed has said so. */
type Line = {readonly provider: Provider; error: unknown};

export const createTap = (notes: Notes): Tap => {
	const lines = new Map<SiteName, Line>();
	const note = (event: BoardEvent): void => {
		if (event.type === 'board-reset') notes.dayBegan();
		if (!('site' in event)) return;
		// Of the sites of a connection, the first one speaks for all.
		const line = lines.get(event.site);
		if (!line) return;
		if (event.type === 'feed-connecting') notes.connecting(connectionOf(line.provider));
		if (event.type === 'feed-failed' || event.type === 'feed-refused') noteFailure(notes, line, delayOf(event));
	};
	return {
		wrap(provider) {
			const line: Line = {provider, error: undefined};
			const [first] = provider.sites;
			if (first !== undefined) lines.set(first, line);
			return {
				sites: provider.sites,
				transport: () => provider.transport(),
				events: signal => recorded(line, {notes, signal}),
			};
		},
		sink: inner => ({
			dispatch(events) {
				for (const event of events) note(event);
				inner.dispatch(events);
			},
		}),
	};
};

const delayOf = ({at, retryAt}: BoardEvent<'feed-failed' | 'feed-refused'>): DurationMs =>
	durationMs(Math.round(retryAt - at));

/** A token may also be refused without an error, as an answer tells then. */
const noteFailure = (notes: Notes, line: Line, delayMs: DurationMs): void => {
	if (line.error === undefined) return;
	notes.failure(line.error, {...connectionOf(line.provider), delayMs});
	line.error = undefined;
};

type Listening = {readonly notes: Notes; readonly signal: AbortSignal};

const recorded = async function* (line: Line, {notes, signal}: Listening): ReturnType<Provider['events']> {
	const {provider} = line;
	line.error = undefined;
	try {
		for await (const batch of provider.events(signal)) {
			notes.answer(batch, connectionOf(provider));
			yield batch;
		}
		throw new FeedUnreachableError('the connection ended', {failure: 'unreachable'});
	} catch (error) {
		if (!signal.aborted) line.error = error;
		throw error;
	}
};

const connectionOf = (provider: Provider): Connection => ({sites: provider.sites, transport: provider.transport()});
