import {describe, expect, it} from 'vitest';
import {createEventLog} from '../../source/simulator/event-log.js';
import {parcelOf} from '../../source/simulator/event-text.js';
import {createSessions} from '../../source/simulator/sessions.js';

const setUp = () => {
	const clock = {time: 0};
	const log = createEventLog({maxEvents: 1000, maxAgeMs: 1e9});
	const sessions = createSessions({log, accepts: () => true, now: () => clock.time, lifeMs: 60_000});
	/** A new one with this token. */
	const subscribed = (token: string) => {
		const session = sessions.open('v2');
		session.subscribe(token, log.end());
		return session;
	};
	return {clock, log, sessions, subscribed};
};

describe('createSessions', () => {
	it('finds a session by its name', () => {
		const {sessions} = setUp();
		const [one, other] = [sessions.open('v1'), sessions.open('v2')];
		expect(sessions.find(one.id)).toBe(one);
		expect(sessions.find(other.id)).toBe(other);
		expect(sessions.find('')).toBeUndefined();
	});

	it('forgets a session that nobody asks for, and keeps one that somebody does', () => {
		const {sessions, clock} = setUp();
		const [polled, left] = [sessions.open('v1'), sessions.open('v1')];
		clock.time = 50_000;
		sessions.find(polled.id);
		clock.time = 100_000;
		expect(sessions.find(polled.id)).toBe(polled);
		expect(sessions.find(left.id)).toBeUndefined();
	});

	it('keeps a session that a client waits on, and counts its life from when that one leaves', () => {
		const {sessions, clock} = setUp();
		const session = sessions.open('v2');
		const leave = session.attend();
		clock.time = 500_000;
		sessions.open('v2');
		leave();
		clock.time = 550_000;
		expect(sessions.find(session.id)).toBe(session);
		clock.time = 620_000;
		expect(sessions.find(session.id)).toBeUndefined();
	});

	it('remembers trouble by token, for a while', () => {
		const {sessions, subscribed, clock} = setUp();
		subscribed('T').noteTrouble();
		expect(sessions.hasTrouble('T')).toBe(true);
		expect(sessions.hasTrouble('U')).toBe(false);
		clock.time = 100_000;
		sessions.open('v1');
		expect(sessions.hasTrouble('T')).toBe(false);
	});

	it('counts it as trouble to be forgotten', () => {
		const {sessions, subscribed} = setUp();
		const session = subscribed('T');
		subscribed('U');
		sessions.forget(session);
		expect(sessions.find(session.id)).toBeUndefined();
		expect(sessions.hasTrouble('T')).toBe(true);
		expect(sessions.hasTrouble('U')).toBe(false);
		sessions.forgetAll();
		expect(sessions.hasTrouble('U')).toBe(true);
		expect(sessions.current()).toEqual([]);
	});
});

describe('the current sessions', () => {
	it('are without one that a newer one of its token has taken the place of', () => {
		const {sessions, subscribed} = setUp();
		const [first, other, second] = [subscribed('T'), subscribed('U'), subscribed('T')];
		expect(sessions.current()).toEqual([other, second]);
		sessions.find(first.id);
		expect(sessions.current()).toEqual([first, other, second]);
	});

	it('are with every one that a client waits on', () => {
		const {sessions, subscribed} = setUp();
		const first = subscribed('T');
		const leave = first.attend();
		const second = subscribed('T');
		expect(sessions.current()).toEqual([first, second]);
		leave();
		expect(sessions.current()).toEqual([first, second]);
		subscribed('T');
		expect(sessions.current()).not.toContain(first);
	});
});

describe('sessions of one log', () => {
	it('get every event, each with its token', () => {
		const {subscribed, log} = setUp();
		const [one, other] = [subscribed('T'), subscribed('U')];
		log.append(['a', 'b'].map(name => parcelOf(`{"Event":"${name}","Token":""}`)));
		expect(one.take(10).texts).toEqual(['{"Event":"a","Token":"T"}', '{"Event":"b","Token":"T"}']);
		expect(other.take(10).texts).toEqual(['{"Event":"a","Token":"U"}', '{"Event":"b","Token":"U"}']);
	});
});
