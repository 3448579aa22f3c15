import {describe, expect, it} from 'vitest';
import {type Caller, shareOf} from '../../source/domain/caller.js';
import {shareOfEnded} from '../../source/domain/ended-share.js';
import type {BoardEvent} from '../../source/domain/event.js';
import {alice, at, boardAfter, bridged, joined, left, offered, queueIn, reset, unbridged} from '../helpers/builders.js';

const endedAfter = (...events: readonly BoardEvent[]) => {
	const board = boardAfter(...events);
	const records = board.ended.entries.flatMap(({record}) => (record.kind === 'stay' ? [record] : []));
	return {shares: records.map(shareOfEnded), callers: queueIn(board).gone};
};

describe('shareOfEnded', () => {
	it.each<readonly [string, readonly BoardEvent[]]>([
		['who was answered', [joined(0), bridged(8), unbridged(60, {answeredAt: at(8)})]],
		[
			'who was answered, as only the end told',
			[joined(0), left(60, {outcome: 'served', agent: alice, answeredAt: at(8)})],
		],
		['whose answer has no time', [joined(0), unbridged(60)]],
		['who gave up', [joined(0), left(25)]],
		['who opted out', [joined(0), left(25, {outcome: 'opted-out'})]],
		['whose joining is not known', [offered(5), left(25)]],
		['who gave up in the moment of the answer', [joined(0), bridged(8), left(9)]],
		['who talked already when the board began', [unbridged(67, {answeredAt: at(8), joinedAt: at(0)})]],
	])('is what the caller counts for on the board, %s', (_, events) => {
		const {shares, callers} = endedAfter(...events);
		expect(shares).toHaveLength(1);
		expect(shares).toEqual(callers.map((caller: Caller) => shareOf(caller)));
	});

	it('counts the offer and the answer of a stay that went over a reset', () => {
		const {shares} = endedAfter(joined(0), bridged(8), reset(20), unbridged(30, {answeredAt: at(8)}));
		expect(shares).toMatchObject([{offered: true, outcome: 'answered', waited: 8000, talked: 22_000, agent: alice}]);
	});
});
