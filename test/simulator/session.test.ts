import {describe, expect, it} from 'vitest';
import {createEventLog} from '../../source/simulator/event-log.js';
import {createSession} from '../../source/simulator/session.js';

const setUp = () => {
	const happened: string[] = [];
	const session = createSession({
		id: 'S',
		form: 'v2',
		log: createEventLog({maxEvents: 1000, maxAgeMs: 1e9}),
		accepts: () => true,
		seen: () => happened.push('seen'),
		noteTrouble: tokens => happened.push(`trouble of ${tokens}`),
	});
	return {session, happened};
};

describe('createSession', () => {
	it('is attended from when a client comes until the last one has left', () => {
		const {session, happened} = setUp();
		const leave = [session.attend(), session.attend()];
		leave[0]?.();
		leave[0]?.();
		expect(session.isAttended()).toBe(true);
		leave[1]?.();
		expect(session.isAttended()).toBe(false);
		expect(happened).toEqual(['seen', 'seen']);
	});

	it('has trouble with all its tokens', () => {
		const {session, happened} = setUp();
		session.subscribe('A', 0);
		session.subscribe('B', 0);
		session.noteTrouble();
		expect(happened).toEqual(['trouble of A,B']);
	});
});
