/** What happens at the telephones while everything goes wrong: recorded flows, each with numbers and ids of its own. */
import type {Random} from '../../source/simulator/random.js';
import {flow} from '../helpers/flows.js';
import {flowNames} from '../providers/ovh/wire-events.js';

/** Whom events are for: who listens with the token; without one, everybody. */
export type Audience = {readonly token?: string};

/** An event as text of version 1. */
export type News = Audience & {readonly text: string};

export type Story = {
	/** What is published at once, in order; trouble comes in between. */
	readonly chunks: readonly (readonly News[])[];
	/** Ordinary traffic after all trouble, of numbers that were not heard of before. */
	readonly ending: readonly News[];
	/** The numbers of the lines that the last event for each audience is about: they are heard of when all is. */
	readonly last: readonly string[];
};

export type StoryOptions = {
	readonly random: Random;
	/** Each flow is for one of them. */
	readonly audiences: readonly Audience[];
	/** A chunk is then only what happens within a second, and comes in no order. */
	readonly isBySecond: boolean;
};

const digits = (copy: number, length: number): string => String(copy).padStart(length, '0');

/** The flow with numbers, callers and ids that no other copy has. At most 999 copies. */
const copyOf = (name: string, copy: number): readonly string[] =>
	flow(name).map(text =>
		text
			.replaceAll('0033199000', `0033199${digits(copy, 3)}`)
			.replaceAll('639980', `639${digits(copy, 3)}`)
			.replace(/-186(\d)-/g, `-${digits(copy, 3)}$1-`)
			.replace(/(?<="CallId":")/, `${copy}-`),
	);

/** The line that a copy of `l4` is about. */
const lineOfCopy = (copy: number): string => `0033199${digits(copy, 3)}101`;

const sentAt = (text: string): bigint => BigInt(/"Timestamp":(\d+)/.exec(text)?.[1] ?? 0);

/** In one row, each flow in its own order. */
const interleaved = (flows: readonly (readonly News[])[], random: Random): readonly News[] => {
	const left = flows.map(news => [...news]);
	const row: News[] = [];
	for (let open = left; open.length > 0; open = open.filter(({length}) => length > 0)) {
		const next = random.pick(open).shift();
		if (next) row.push(next);
	}
	return row;
};

const cutAnyhow = (row: readonly News[], random: Random): readonly (readonly News[])[] => {
	const size = Math.ceil(row.length / random.integer(2, 6));
	return Array.from({length: Math.ceil(row.length / size)}, (_, index) => row.slice(index * size, (index + 1) * size));
};

const secondNs = 1_000_000_000n;

const cutBySecond = (row: readonly News[]): readonly (readonly News[])[] => {
	const bySecond = Map.groupBy(row, ({text}) => sentAt(text) / secondNs);
	return [...bySecond].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, news]) => news);
};

export const createStory = ({random, audiences, isBySecond}: StoryOptions): Story => {
	let copies = 0;
	const tell = (name: string): readonly News[] => {
		const audience = random.pick(audiences);
		copies += 1;
		return copyOf(name, copies).map(text => ({text, ...audience}));
	};
	const someFlows = (from: number, to: number): readonly (readonly News[])[] =>
		Array.from({length: random.integer(from, to)}, () => tell(random.pick(flowNames)));
	const row = interleaved(someFlows(2, 5), random);
	const ending = interleaved(someFlows(1, 2), random);
	const ends = audiences.map(audience => {
		copies += 1;
		return {line: lineOfCopy(copies), news: copyOf('l4', copies).map(text => ({text, ...audience}))};
	});
	return {
		chunks: isBySecond ? cutBySecond(row) : cutAnyhow(row, random),
		ending: [...ending, ...ends.flatMap(({news}) => news)],
		last: ends.map(({line}) => line),
	};
};
