// What a pop leaves on the screen, until its call ends or somebody puts it away.
import type {Board} from '../domain/board.js';
import type {BoardReader} from '../runtime/store.js';
import {type CallCourse, type CallKey, courseOf} from './facts.js';
import type {Timers} from './timers.js';

/** Something shown for a call; `call` null: for a made-up one, which does not end. */
export type Shown = {readonly call: CallKey | null};

export type Shelf<Item extends Shown> = {
	/** The newest; null: nothing is shown. */
	top(): Item | null;
	/** How many are kept, that one among them. */
	count(): number;
	put(item: Item): void;
	/** Puts the newest away; the one before it is shown again. */
	dismiss(): void;
	close(): void;
};

/** Earlier ones come back when the newest ends; nobody goes through more of them. */
const mostKept = 5;

/** The end of a ringing may be told a moment before the answer: only a call that stays ended takes its page along. */
export const endedForMs = 3000;

export const createShelf = <Item extends Shown>(
	{reader, timers}: {readonly reader: BoardReader; readonly timers: Timers},
	changed: () => void,
): Shelf<Item> => {
	let items: readonly Item[] = [];
	const set = (next: readonly Item[]): void => {
		for (const item of items) if (!next.includes(item)) ends.spare(item);
		items = next;
		changed();
	};
	const ends = createEnds<Item>(timers, ended => set(items.filter(item => item !== ended)));
	const look = (): void => {
		for (const item of items) ends.look(item, reader.getSnapshot());
	};
	const unsubscribe = reader.subscribe(look);
	return {
		top: () => items.at(-1) ?? null,
		count: () => items.length,
		put(item) {
			set([...items, item].slice(-mostKept));
			look();
		},
		dismiss: () => set(items.slice(0, -1)),
		close() {
			unsubscribe();
			set([]);
		},
	};
};

/** Says when the call of an item has been over for a while. */
const createEnds = <Item extends Shown>(timers: Timers, ended: (item: Item) => void) => {
	const seen = new WeakSet<Item>();
	const waits = new Map<Item, () => void>();
	const spare = (item: Item): void => {
		waits.get(item)?.();
		waits.delete(item);
	};
	const look = (item: Item, board: Board): void => {
		if (item.call === null) return;
		const course = courseOf(item.call, board);
		if (course !== 'unknown') seen.add(item);
		if (!isOver(course, seen.has(item))) spare(item);
		else if (!waits.has(item)) {
			waits.set(
				item,
				timers.after(endedForMs, () => ended(item)),
			);
		}
	};
	return {look, spare};
};

/** A call that the board has not heard of yet is not over; one that it has forgotten is. */
const isOver = (course: CallCourse, wasSeen: boolean): boolean =>
	course === 'ended' || (course === 'unknown' && wasSeen);
