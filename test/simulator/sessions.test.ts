import {describe, expect, it} from 'vitest';
import {createEventLog} from '../../source/simulator/event-log.js';
import {parcelOf} from '../../source/simulator/event-text.js';
import {createSessions} from '../../source/simulator/sessions.js';

const setUp = () => {
	const clock = {time: 0};
	const log = createEventLog({maxEvents: 1000, maxAgeMs: 1e9});
	const sessions = createSessions({log, now: () => clock.time, lifeMs: 60_000});
	return {clock, log, sessions};
};

const event = (name: string) => parcelOf(`{"Event":"${name}","Token":""}`);

const sent = (name: string) => `{"Event":"${name}","Token":"T"}`;

describe('createSessions', () => {
	it('names sessions so that they must be encoded in a URL, and each differently', () => {
		const {sessions} = setUp();
		const ids = [sessions.open('T', 0).id, sessions.open('T', 0).id];
		expect(new Set(ids).size).toBe(2);
		for (const id of ids) expect(encodeURIComponent(id)).toMatch(/%2B.*%2F.*%26.*%3D/);
	});

	it('finds a session only with the token that opened it', () => {
		const {sessions} = setUp();
		const session = sessions.open('T', 0);
		expect(sessions.find(session.id, 'T')).toBe(session);
		expect(sessions.find(session.id, 'U')).toBeUndefined();
	});

	it('forgets a session that is not polled, and keeps one that is', () => {
		const {sessions, clock} = setUp();
		const polled = sessions.open('T', 0);
		const left = sessions.open('T', 0);
		clock.time = 50_000;
		sessions.find(polled.id, 'T');
		clock.time = 100_000;
		expect(sessions.find(polled.id, 'T')).toBe(polled);
		expect(sessions.find(left.id, 'T')).toBeUndefined();
	});

	it('gives every session every event, with its token', () => {
		const {sessions, log} = setUp();
		const one = sessions.open('T', log.end());
		const other = sessions.open('U', log.end());
		log.append([event('a'), event('b')]);
		expect(one.take(10).texts).toEqual([sent('a'), sent('b')]);
		expect(other.take(10).texts).toEqual([sent('a'), sent('b')].map(text => text.replace('"T"', '"U"')));
		expect(one.hasEvents()).toBe(false);
	});

	it('gives again what was put back', () => {
		const {sessions, log} = setUp();
		const session = sessions.open('T', 0);
		log.append([event('a'), event('b'), event('c')]);
		session.putBack(session.take(2));
		expect(session.take(10).texts).toEqual([sent('a'), sent('b'), sent('c')]);
	});

	it('remembers trouble by token', () => {
		const {sessions} = setUp();
		sessions.open('T', 0).noteTrouble();
		expect(sessions.hasTrouble('T')).toBe(true);
		expect(sessions.hasTrouble('U')).toBe(false);
	});
});
