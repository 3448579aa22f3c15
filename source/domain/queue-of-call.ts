/** Which queue brought a line its call. The two know nothing of each other on the wire: numbers and times must tell. */

import type {Board} from './board.js';
import type {Call} from './call.js';
import type {EndedLog} from './ended.js';
import type {Line} from './line.js';
import type {Queue} from './queue.js';
import {type Offer, offersOfCaller, offersOfEnded, type StayRef} from './stay-offers.js';
import {durationMs} from './units.js';

/** Of a call, what it takes to find its queue. */
export type JoinedCall = Pick<Call, 'direction' | 'from' | 'startedAt'>;

/** The stay that brought a line a call; null when none or several could have. */
export type FindStay = (line: Pick<Line, 'number'>, call: JoinedCall) => StayRef | null;

export type QueueFinder = (board: Pick<Board, 'queues' | 'ended'>) => FindStay;

/**
News of lines and of queues come by two ways: lines are up to 1.4 s late, the order is off by about a second, and queues
tell whole seconds.
*/
const toleranceMs = durationMs(3000);

/** Offers by agent and caller's number. */
type Offers = ReadonlyMap<string, readonly Offer[]>;

/**
Finds the queues of calls. A call came from a queue when it is incoming, the queue had this line ring for a caller of the
same number, which is not withheld, and the call began while it did: at most 3 s before the offer, or after its end.
What was made of a queue, and of what ended, is kept for as long as it is the same.
*/
export const createQueueFinder = (): QueueFinder => {
	const ofQueue = new WeakMap<Queue, Offers>();
	const ofEnded = new WeakMap<EndedLog, Offers>();
	let last: {readonly queues: Board['queues']; readonly ended: EndedLog; readonly find: FindStay} | undefined;
	return ({queues, ended}) => {
		if (last?.queues !== queues || last.ended !== ended) {
			last = {queues, ended, find: lazyFind({queues, ended}, {ofQueue, ofEnded})};
		}
		return last.find;
	};
};

type Known = {readonly ofQueue: WeakMap<Queue, Offers>; readonly ofEnded: WeakMap<EndedLog, Offers>};

/** Nothing is looked through before somebody asks. */
const lazyFind = ({queues, ended}: Pick<Board, 'queues' | 'ended'>, {ofQueue, ofEnded}: Known): FindStay => {
	let tables: readonly Offers[] | undefined;
	const makeTables = (): readonly Offers[] => [
		...Array.from(queues.values(), queue => keep(ofQueue, queue, offersInQueue)),
		keep(ofEnded, ended, offersInEnded),
	];
	return ({number}, {direction, from, startedAt}) => {
		if (direction !== 'incoming' || from === '') return null;
		tables ??= makeTables();
		const key = keyOf({agent: number, from});
		let found: Offer | null = null;
		for (const table of tables) {
			for (const offer of table.get(key) ?? []) {
				if (startedAt < offer.from - toleranceMs || startedAt > offer.until + toleranceMs) continue;
				if (found !== null && found.key !== offer.key) return null;
				found ??= offer;
			}
		}
		return found?.stay ?? null;
	};
};

const keep = <Key extends object>(known: WeakMap<Key, Offers>, key: Key, make: (key: Key) => Offers): Offers => {
	const made = known.get(key) ?? make(key);
	known.set(key, made);
	return made;
};

const offersInQueue = (queue: Queue): Offers =>
	byKey([...queue.callers.values(), ...queue.gone].map(caller => offersOfCaller(queue.number, caller)));

const offersInEnded = ({entries}: EndedLog): Offers =>
	byKey(entries.map(({record}) => (record.kind === 'stay' ? offersOfEnded(record) : [])));

const byKey = (lists: readonly (readonly Offer[])[]): Offers => {
	const offers = new Map<string, Offer[]>();
	for (const offer of lists.flat()) {
		const key = keyOf({agent: offer.agent, from: offer.caller});
		const known = offers.get(key);
		if (known) known.push(offer);
		else offers.set(key, [offer]);
	}
	return offers;
};

const keyOf = ({agent, from}: {readonly agent: string; readonly from: string}): string => `${agent}\n${from}`;
