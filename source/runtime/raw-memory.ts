import type {BoardEvent} from '../domain/event.js';
import type {Batch, Provider} from '../providers/provider.js';

/** Where an event was found: the answer it came in, how that was listened for, and the event's place in the answer. */
export type Origin = {readonly raw: string; readonly transport: string; readonly index: number};

/** Remembers how the last events came over the wire. */
export type RawMemory = {
	/** The provider, with what it yields remembered; it yields and throws the same. */
	wrap(provider: Provider): Provider;
	/** Remembers an answer that came otherwise, such as one of a recording. */
	note(batch: Batch, transport: string): void;
	/** Where an event came from; undefined when that is forgotten, or was never heard. */
	find(event: BoardEvent): Origin | undefined;
};

export type RawMemoryOptions = {
	/** How many events are remembered, and how many characters of answers; what is older is forgotten. */
	readonly mostEvents?: number;
	readonly mostCharacters?: number;
};

const defaultEvents = 2000;
const defaultCharacters = 4 * 1024 * 1024;

/** An answer and its events. They are forgotten together: a part of an answer costs as much memory as all of it. */
type Kept = {readonly batch: Batch; readonly transport: string};

/** Events keep their identity on their way to the board, so that the event itself is the key. */
export const createRawMemory = ({
	mostEvents = defaultEvents,
	mostCharacters = defaultCharacters,
}: RawMemoryOptions = {}): RawMemory => {
	const places = new Map<BoardEvent, Origin>();
	const answers: Kept[] = [];
	let characters = 0;
	const forgetOldest = (): void => {
		const oldest = answers.shift();
		if (!oldest) return;
		characters -= oldest.batch.raw.length;
		for (const event of oldest.batch.events) places.delete(event);
	};
	const note = (batch: Batch, transport: string): void => {
		const {events, raw, origins} = batch;
		if (events.length === 0) return;
		for (const [index, event] of events.entries()) {
			places.set(event, {raw, transport, index: origins?.[index] ?? index});
		}
		answers.push({batch, transport});
		characters += raw.length;
		while (answers.length > 0 && (places.size > mostEvents || characters > mostCharacters)) forgetOldest();
	};
	return {
		wrap: provider => ({...provider, transport: () => provider.transport(), events: heard(provider, note)}),
		note,
		find: event => places.get(event),
	};
};

const heard = (provider: Provider, note: RawMemory['note']): Provider['events'] =>
	async function* (signal) {
		for await (const batch of provider.events(signal)) {
			note(batch, provider.transport());
			yield batch;
		}
	};
