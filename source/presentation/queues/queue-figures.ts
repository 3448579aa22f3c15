import type {Board} from '../../domain/board.js';
import {lastingDifference, type Queue} from '../../domain/queue.js';
import {byNumber} from '../../domain/rounding.js';
import type {Tally} from '../../domain/tally.js';
import type {Times} from '../../domain/times.js';
import type {EpochMs} from '../../domain/units.js';
import {tallyIn, type Window, windowStart} from '../../domain/window.js';
import {type About, everySite} from '../cells.js';
import type {Style} from '../style.js';
import {earlier, peopleIn, type Since} from './people.js';

/** What the row of a queue is made of, or the row of all of them. */
export type QueueFigures = {
	readonly key: string;
	/** Null: all queues. */
	readonly queue: Queue | null;
	readonly about: About;
	/** False until the service told anything: then no figure is a fact. */
	readonly isKnown: boolean;
	readonly waiting: number;
	/** Callers who may wait as well. */
	readonly inDoubt: number;
	/** The service's own count, where it has differed from ours for a while. */
	readonly reported: number | null;
	readonly longest: Since | null;
	/** What was counted in the window. */
	readonly tally: Tally;
};

/** The key of the row of all queues; no queue has it. */
export const totalKey = '*';

type Asked = Pick<Style, 'board' | 'window' | 'now'>;

/** The figures of each queue, by number: queues stay in their places, whatever happens in them. */
export const queueFigures = (asked: Asked): readonly QueueFigures[] =>
	[...asked.board.queues.values()].sort(byNumber).map(queue => figuresOf(queue, asked));

/** A call that goes through several queues counts once in it. */
export const totalFigures = ({board, window, now}: Asked): QueueFigures => {
	const people = [...board.queues.values()].map(peopleIn);
	return {
		key: totalKey,
		queue: null,
		about: everySite,
		isKnown: board.since !== null,
		waiting: people.reduce((sum, {waiting}) => sum + waiting.length, 0),
		inDoubt: people.reduce((sum, {doubted}) => sum + doubted.waiting.length, 0),
		reported: null,
		longest: people.reduce<Since | null>((first, {waiting}) => earlier(first, waiting[0]?.since ?? null), null),
		tally: countedIn(board.total, window, now),
	};
};

/** How many queues the service has counted otherwise for a while: it changes with time alone. */
export const lastingDifferences = ({queues}: Pick<Board, 'queues'>, now: EpochMs): number => {
	let count = 0;
	for (const queue of queues.values()) if (lastingDifference(queue, now) !== null) count += 1;
	return count;
};

type Made = {readonly tally: Tally; readonly figures: QueueFigures};

const made = new WeakMap<Queue, Made>();

/** The same object as before for a queue of which nothing changed that is shown. */
const figuresOf = (queue: Queue, {window, now}: Asked): QueueFigures => {
	const tally = countedIn(queue, window, now);
	const reported = lastingDifference(queue, now);
	const before = made.get(queue);
	if (before?.tally === tally && before.figures.reported === reported) return before.figures;
	const {waiting, doubted} = peopleIn(queue);
	const figures: QueueFigures = {
		key: queue.number,
		queue,
		about: queue.site,
		isKnown: true,
		waiting: waiting.length,
		inDoubt: doubted.waiting.length,
		reported,
		longest: waiting[0]?.since ?? null,
		tally,
	};
	made.set(queue, {tally, figures});
	return figures;
};

const counted = new WeakMap<Times, {readonly start: EpochMs; readonly tally: Tally}>();

/** The counts of a window, added up once a minute or when something counted: most events count nothing. */
const countedIn = (whole: {readonly tally: Tally; readonly times: Times}, window: Window, now: EpochMs): Tally => {
	const start = windowStart(window, now);
	if (start === null) return whole.tally;
	const known = counted.get(whole.times);
	if (known?.start === start) return known.tally;
	const tally = tallyIn(whole, window, now);
	counted.set(whole.times, {start, tally});
	return tally;
};
