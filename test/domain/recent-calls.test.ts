import {describe, expect, it} from 'vitest';
import {noShare} from '../../source/domain/caller.js';
import {callsInTable, callsKnown, noCalls, staysOn, withCall} from '../../source/domain/recent-calls.js';
import {channelId} from '../../source/domain/units.js';
import {site, support} from '../helpers/builders.js';

const stays = (key: string) => [{key, site, queue: support, share: noShare}];
const named = (index: number) => channelId(`channel-${index}`);
const many = (count: number) =>
	Array.from({length: count}, (_, index) => named(index)).reduce(
		(calls, channel) => withCall(calls, channel, stays(channel)),
		noCalls,
	);

describe('withCall', () => {
	it('remembers calls by their channels, and leaves the former as they were', () => {
		const calls = withCall(noCalls, named(1), stays('a'));
		const more = withCall(withCall(calls, named(2), stays('b')), named(1), stays('c'));
		expect([named(1), named(2), named(3)].map(channel => staysOn(more, channel))).toEqual([
			stays('c'),
			stays('b'),
			null,
		]);
		expect(staysOn(calls, named(1))).toEqual(stays('a'));
		expect(callsKnown(noCalls)).toEqual([]);
	});

	it('remembers the calls of a busy house, and not all for ever', () => {
		expect(callsKnown(many(1000)).length).toBe(1000);
		expect(callsKnown(many(20_000)).length).toBeLessThanOrEqual(4096);
	});

	it('forgets those heard of longest ago first', () => {
		const kept = named(0);
		let calls = noCalls;
		for (let index = 0; index < 20_000; index++) {
			calls = withCall(calls, named(index), stays('other'));
			calls = withCall(calls, kept, stays('kept'));
		}
		expect(staysOn(calls, kept)).toEqual(stays('kept'));
		expect(staysOn(calls, named(1))).toBeNull();
		expect(Math.max(...calls.map(({size}) => size))).toBe(callsInTable);
	});
});
