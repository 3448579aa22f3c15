import {describe, expect, it} from 'vitest';
import {endedCallsKept, foremostCall, lastEndedAt, lineStatus, newLine, openCalls} from '../../source/domain/line.js';
import {callId} from '../../source/domain/units.js';
import {accueil, at, boardAfter, firstCall, gap, lineIn, onCall, site, timePassed} from '../helpers/builders.js';

describe('lineStatus', () => {
	it('is unknown for a line known from before and not heard of', () => {
		expect(lineStatus(newLine(accueil, site))).toBe('unknown');
	});
});

describe('foremostCall', () => {
	it('is a call of the status the line has', () => {
		const second = {callId: callId('2')};
		const board = boardAfter(onCall('ringing-started', 1), onCall('talk-started', 2, second));
		expect(foremostCall(lineIn(board))?.id).toBe('2');
	});

	it('is nothing on a line at rest', () => {
		expect(foremostCall(newLine(accueil, site))).toBeUndefined();
	});
});

describe('openCalls', () => {
	it('keeps the order in which calls were first heard of', () => {
		const board = boardAfter(
			onCall('ringing-started', 1),
			onCall('ringing-started', 2, {callId: callId('2')}),
			onCall('talk-started', 3),
		);
		expect(openCalls(lineIn(board)).map(({id}) => id)).toEqual([firstCall, '2']);
	});
});

describe('putCall', () => {
	it('remembers the trail of the last call that ended; the others have theirs in the record of what ended', () => {
		const events = ['1', '2'].flatMap((id, index) => [
			onCall('ringing-started', 10 * index, {callId: callId(id)}),
			onCall('talk-ended', 10 * index + 5, {callId: callId(id)}),
		]);
		const board = boardAfter(...events);
		expect(lineIn(board).ended.map(({trail}) => trail.length)).toEqual([0, 2]);
		expect(board.ended.entries.map(({record}) => record.trail.length)).toEqual([2, 2]);
	});

	it('remembers the last calls that ended, and no more', () => {
		const events = Array.from({length: 20}, (_, index) => onCall('talk-ended', index, {callId: callId(`${index}`)}));
		const {ended} = lineIn(boardAfter(...events));
		expect(ended).toHaveLength(endedCallsKept);
		expect(ended.at(-1)?.id).toBe('19');
	});
});

describe('lastEndedAt', () => {
	it('does not take a call that was given up for one that ended', () => {
		const ended = [onCall('talk-started', 1), onCall('talk-ended', 9)];
		const doubted = [onCall('talk-started', 20, {callId: callId('2')}), gap(30), timePassed(4000)];
		expect(lastEndedAt(lineIn(boardAfter(...ended, ...doubted)))).toBe(at(9));
	});

	it('is the end of the last call, null before any', () => {
		expect(lastEndedAt(newLine(accueil, site))).toBeNull();
		expect(lastEndedAt(lineIn(boardAfter(onCall('talk-started', 1), onCall('talk-ended', 9))))).toBe(at(9));
	});
});
