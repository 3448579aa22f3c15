import {describe, expect, it} from 'vitest';
import type {StayRef} from '../../../source/domain/stay-offers.js';
import {callerId, callId, durationMs, type EpochMs, lineNumber} from '../../../source/domain/units.js';
import type {CallRow} from '../../../source/presentation/calls/call-list.js';
import {lengthOf, secondsOf, spanCell, talkOf, timeOf, waitOf} from '../../../source/presentation/calls/call-times.js';
import {unicode} from '../../../source/presentation/symbols.js';
import {at, customer, site, support} from '../../helpers/builders.js';

/** A call that began at 0, was answered and ended then; null: not. */
const call = (state: CallRow['state'], [answered, ended]: readonly [number | null, number | null]): CallRow => {
	const instant = (seconds: number | null): EpochMs | null => (seconds === null ? null : at(seconds));
	const parties = {direction: 'incoming', from: customer, to: customer, dialled: customer} as const;
	const place = {key: 'k', site, line: lineNumber(customer), id: callId('k')};
	return {...place, ...parties, state, startedAt: at(0), answeredAt: instant(answered), endedAt: instant(ended)};
};

const stay: StayRef = {queue: support, callerId: callerId('c'), stay: 1, joinedAt: at(-30), waited: durationMs(34_000)};
const unheard: StayRef = {...stay, joinedAt: null, waited: null};

describe('the times of a call', () => {
	it.each([
		['that rings', call('ringing', [null, null]), {time: 60, talk: null, wait: 60, joined: 90, unjoined: 60}],
		['in progress', call('in-call', [4, null]), {time: 56, talk: 56, wait: 4, joined: 34, unjoined: 4}],
		['never seen to ring', call('in-call', [0, null]), {time: 60, talk: 60, wait: null, joined: 34, unjoined: null}],
		['answered', call('answered', [4, 10]), {time: 6, talk: 6, wait: 4, joined: 34, unjoined: 4}],
		['missed', call('missed', [null, 10]), {time: 10, talk: null, wait: 10, joined: 10, unjoined: 10}],
		['in doubt', call('unknown', [4, null]), {time: null, talk: null, wait: 4, joined: 34, unjoined: 4}],
		[
			'in doubt while it rang',
			call('unknown', [null, null]),
			{time: null, talk: null, wait: null, joined: null, unjoined: null},
		],
		['expired', call('expired', [4, null]), {time: null, talk: null, wait: 4, joined: 34, unjoined: 4}],
	] as const)('%s', (_, row, wanted) => {
		const now = at(60);
		const waits = (found: StayRef | null) => secondsOf(waitOf(row, found), now);
		expect({
			time: secondsOf(timeOf(row), now),
			talk: secondsOf(talkOf(row), now),
			wait: waits(null),
			joined: waits({...stay, waited: row.answeredAt === null ? null : stay.waited}),
			unjoined: waits(unheard),
		}).toEqual(wanted);
	});

	it('are never negative, and are told to the millisecond', () => {
		expect(lengthOf({ms: -5}, at(0))).toBe(0);
		expect(lengthOf({since: at(5)}, at(0))).toBe(0);
		expect(secondsOf({ms: 1234.5678}, at(0))).toBe(1.235);
	});

	it('run on the screen while they go on', () => {
		const style = {tone: 'plain', symbols: unicode} as const;
		expect(spanCell({since: at(0)}, style)).toMatchObject({kind: 'since', since: at(0)});
		expect(spanCell({ms: 65_000}, style)).toEqual({kind: 'text', text: '01:05', tone: 'plain'});
		expect(spanCell(null, style)).toEqual({kind: 'text', text: '—', tone: 'muted'});
	});
});
