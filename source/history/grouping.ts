import type {Share} from '../domain/caller.js';
import type {Tally} from '../domain/tally.js';
import type {QueueNumber} from '../domain/units.js';
import {type Collector, createCollector} from './collector.js';
import {byQuarter, dayStartOf, hourStart} from './local-time.js';

export type Grouping = 'hour' | 'day' | 'queue' | 'agent';

/** Puts what is counted where it belongs. */
export type Sorter = {
	/** A stay, with its conversation. */
	stay(share: Share, queue: QueueNumber): void;
	/** A call, with the queues it went through as one, without conversations. */
	call(share: Share): void;
	rows(): ReadonlyMap<number | string, Tally>;
};

export type SorterOptions = {
	/** Null: nowhere. */
	readonly by: Grouping | null;
	/** When days begin, minutes after midnight. */
	readonly dayBegins: number;
};

export const createSorter = ({by, dayBegins}: SorterOptions): Sorter => {
	const shelf = createShelves<number | string>();
	const nothing = (): void => undefined;
	const rows = shelf.tallies;
	const sorters: Readonly<Record<Grouping, () => Omit<Sorter, 'rows'>>> = {
		hour: () => byTime(byQuarter(at => shelf.at(hourStart(at)))),
		day: () => byTime(byQuarter(at => shelf.at(dayStartOf(at, dayBegins)))),
		queue: () => ({stay: (share, queue) => addAll(shelf.at(queue), share), call: nothing}),
		agent: () => ({stay: share => addToAgent(shelf, share), call: nothing}),
	};
	return by === null ? {stay: nothing, call: nothing, rows} : {...sorters[by](), rows};
};

type Shelves<Key> = {
	at(key: Key): Collector;
	/** In order of their keys. */
	tallies(): ReadonlyMap<Key, Tally>;
};

const createShelves = <Key extends number | string>(): Shelves<Key> => {
	const shelves = new Map<Key, Collector>();
	return {
		at(key) {
			const known = shelves.get(key);
			if (known) return known;
			const fresh = createCollector();
			shelves.set(key, fresh);
			return fresh;
		},
		tallies: () =>
			new Map(
				[...shelves]
					.sort(([one], [other]) => (one < other ? -1 : 1))
					.map(([key, collector]) => [key, collector.tally()]),
			),
	};
};

/** Each part of a share counts at its own time. */
const byTime = (at: (instant: number) => Collector): Omit<Sorter, 'rows'> => ({
	stay({talked, talkEndedAt}) {
		if (talked !== null && talkEndedAt !== null) at(talkEndedAt).talk(talked);
	},
	call({offered, joinedAt, outcome, waitEndedAt, waited}) {
		if (offered && joinedAt !== null) at(joinedAt).offer();
		if (outcome !== null && waitEndedAt !== null) at(waitEndedAt).end(outcome, waited);
	},
});

const addAll = (collector: Collector, {offered, outcome, waited, talked}: Share): void => {
	if (offered) collector.offer();
	collector.end(outcome, waited);
	if (talked !== null) collector.talk(talked);
};

/** Who is known for an answer or a conversation in the period has a row. */
const addToAgent = (shelf: Shelves<number | string>, share: Share): void => {
	const {agent, outcome, talked} = share;
	if (agent === null || (outcome !== 'answered' && talked === null)) return;
	addAll(shelf.at(agent), {...share, offered: false, outcome: outcome === 'answered' ? outcome : null});
};
