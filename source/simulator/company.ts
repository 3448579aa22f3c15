import {busyDesks, lineLabel, queueLabel} from './labels.js';
import {lineNumber, maxLines, maxQueues, queueNumber} from './phone-numbers.js';
import {createRandom, type Random} from './random.js';

/** Who has a telephone, and which queues there are. Nothing of it changes during the play. */
export type Company = {
	readonly lines: readonly Line[];
	readonly queues: readonly Queue[];
	readonly agents: readonly Agent[];
};

/** `id` is the service's internal number, `capacity` how many calls the line holds at a time. */
export type Line = {
	readonly number: string;
	readonly label: string;
	readonly id: string;
	readonly capacity: number;
};

export type Queue = {
	readonly number: string;
	readonly label: string;
	readonly id: string;
	readonly capacity: number;
	readonly type: 'easyHunting' | 'cloudHunting';
	/** `in-order`: the first free agent of the list is called; `ring-all`: all free ones at once. */
	readonly strategy: 'in-order' | 'ring-all';
	readonly maxWaitMs: number;
	/** In the order in which they are called. */
	readonly agents: readonly Agent[];
	/** Closed at night, at noon and in meetings: callers then find no agent. */
	readonly hours: 'always' | 'office';
};

/** `name` as on the wire, `agent_0033…_5101`. `rank` from 0 to 1: agents of low rank work when few are needed. */
export type Agent = {readonly line: Line; readonly name: string; readonly rank: number};

/** Half of the lines are agents'. Throws `RangeError` for sizes that cannot be numbered. */
export const createCompany = ({seed, lines, queues}: CompanySize): Company => {
	if (!isWhole(lines, 2, maxLines)) throw new RangeError(`Expected 2 to ${maxLines} lines, got ${lines}.`);
	if (!isWhole(queues, 0, maxQueues)) throw new RangeError(`Expected 0 to ${maxQueues} queues, got ${queues}.`);
	const random = createRandom(seed);
	const all = Array.from({length: lines}, (_, index) => createLine(index, random));
	const agents = all.slice(lines - Math.floor(lines / 2)).map(createAgent);
	return {lines: all, agents, queues: Array.from({length: queues}, (_, index) => createQueue(index, queues, agents))};
};

export type CompanySize = {readonly seed: number; readonly lines: number; readonly queues: number};

const isWhole = (value: number, from: number, to: number) => Number.isInteger(value) && value >= from && value <= to;

const createLine = (index: number, random: Random): Line => {
	const label = lineLabel(index);
	const capacity = busyDesks.includes(label) ? 4 : random.pick([1, 2, 2, 2, 3]);
	return {number: lineNumber(index), label, id: String(295670 + index), capacity};
};

const createAgent = (line: Line, index: number, lines: readonly Line[]): Agent => ({
	line,
	name: `agent_${line.number}_${5101 + index}`,
	rank: index / lines.length,
});

const createQueue = (index: number, queues: number, agents: readonly Agent[]): Queue => ({
	number: queueNumber(index),
	label: queueLabel(index),
	id: String(410001 + index),
	capacity: 10,
	type: index % 3 === 1 ? 'cloudHunting' : 'easyHunting',
	strategy: index % 3 === 1 ? 'ring-all' : 'in-order',
	maxWaitMs: index % 3 === 2 ? 60_000 : 180_000,
	agents: agentsOf(index, queues, agents),
	hours: index % 3 === 2 ? 'office' : 'always',
});

/** Dealt out like cards; when there are more queues than agents, an agent serves several. */
const agentsOf = (index: number, queues: number, agents: readonly Agent[]) => {
	const dealt = agents.filter((_, agent) => agent % queues === index);
	return dealt.length > 0 ? dealt : agents.slice(index % agents.length, (index % agents.length) + 1);
};
