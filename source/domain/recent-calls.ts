/** The last calls through queues, by the channel they came on: what makes one call of stays in several queues. */

import type {ChannelId} from './units.js';
import type {Stay} from './whole-call.js';

type Calls = ReadonlyMap<ChannelId, readonly Stay[]>;

/** Spread over small tables, since each is copied when a call in it changes. */
export type RecentCalls = readonly Calls[];

const tables = 256;

/** How many calls a table remembers; together some four thousand. */
export const callsInTable = 16;

export const noCalls: RecentCalls = Array.from({length: tables}, () => new Map());

/** Any spread will do. Source: FNV-1a, whose prime this is. */
const tableOf = (channel: ChannelId): number => {
	let hash = 0;
	for (let index = 0; index < channel.length; index++) hash = Math.imul(hash ^ channel.charCodeAt(index), 0x01000193);
	return ((hash ^ (hash >>> 15)) >>> 0) % tables;
};

/** The stays of a call; null when it is not known, or forgotten. */
export const staysOn = (calls: RecentCalls, channel: ChannelId): readonly Stay[] | null =>
	calls[tableOf(channel)]?.get(channel) ?? null;

/** The calls with the stays of one of them; those that were heard of longest ago are forgotten. */
export const withCall = (calls: RecentCalls, channel: ChannelId, stays: readonly Stay[]): RecentCalls => {
	const index = tableOf(channel);
	const changed = new Map(calls[index]);
	changed.delete(channel);
	changed.set(channel, stays);
	const [oldest] = changed.keys();
	if (changed.size > callsInTable && oldest !== undefined) changed.delete(oldest);
	return calls.with(index, changed);
};

/** All that are remembered, in no order that says anything. */
export const callsKnown = (calls: RecentCalls): readonly (readonly [ChannelId, readonly Stay[]])[] =>
	calls.flatMap(table => [...table]);
