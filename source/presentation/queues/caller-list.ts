import type {Queue} from '../../domain/queue.js';
import {everything, type Filter, findable} from '../filter.js';
import {nameOf} from '../names.js';
import type {Style} from '../style.js';
import {byTime, type People, type Present, peopleIn} from './people.js';

/** Callers of one or all queues, in the order shown: those who are sure, longest first; those in doubt; those given up on. */
export type CallerList = {
	readonly callers: readonly Present[];
	/** How many are sure, and how many may be there as well. */
	readonly sure: number;
	readonly inDoubt: number;
	readonly style: Style;
};

export type CallerKind = 'waiting' | 'talking';

type Wanted = {
	readonly kind: CallerKind;
	/** Only this queue; null: all. */
	readonly queue: Queue | null;
	readonly passes: Filter;
};

/** Those who wait, or who talk. */
export const callerList = ({kind, queue, passes}: Wanted, style: Style): CallerList => {
	const people = (queue === null ? [...style.board.queues.values()] : [queue]).map(peopleIn);
	const find = (callersOf: (one: People) => readonly Present[]): readonly Present[] => {
		const all = people.flatMap(callersOf);
		return passes === everything ? all : all.filter(present => passes(textsOf(present, style)));
	};
	const sure = find(one => one[kind]).toSorted(byTime);
	const doubted = find(({doubted: one}) => one[kind]).toSorted(byTime);
	const expired = find(({expired: one}) => one[kind]).toSorted(byTime);
	return {callers: [...sure, ...doubted, ...expired], sure: sure.length, inDoubt: doubted.length, style};
};

/** What a caller can be found by: number and name, the queue, and the agents who ring or talk. */
const textsOf = ({caller, queue}: Present, style: Style): readonly string[] => {
	const agents = caller.bridge === null ? [...caller.ringing.keys()] : [caller.bridge.agent];
	return [
		...findable(caller.from, style.contacts),
		queue.number,
		nameOf(queue.number, style),
		...agents.flatMap(agent => [agent, nameOf(agent, style)]),
	];
};
