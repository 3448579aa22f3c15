import {describe, expect, it} from 'vitest';
import {createSessionState} from '../../../source/providers/ovh/session-state.js';

describe('createSessionState', () => {
	it('says once that something may be missing after a session was lost', () => {
		const state = createSessionState<string>();
		state.goOnWith('one');
		state.takeMark();
		state.lose();
		expect(state.current()).toBeUndefined();
		expect([state.takeMark(), state.takeMark()]).toEqual([{isAfterGap: true}, {}]);
	});

	it("says so of no provider's first batch", () => {
		const state = createSessionState<string>();
		state.goOnWith('one');
		state.lose();
		state.miss();
		expect(state.takeMark()).toEqual({});
	});

	it('says nothing when there was no session to lose', () => {
		const state = createSessionState<string>();
		state.takeMark();
		state.lose();
		expect(state.takeMark()).toEqual({});
	});

	it('does not forget a gap because of another failure', () => {
		const state = createSessionState<string>();
		state.goOnWith('one');
		state.takeMark();
		state.lose();
		state.lose();
		state.failed('gone');
		expect(state.takeMark()).toEqual({isAfterGap: true});
	});

	it('gives the session up when the policy says so', () => {
		const state = createSessionState<string>();
		state.goOnWith('one');
		state.failed('refusal');
		state.failed('refusal');
		expect(state.current()).toBe('one');
		state.failed('refusal');
		expect(state.current()).toBeUndefined();
	});

	it('tells of something missed while the session goes on', () => {
		const state = createSessionState<string>();
		state.goOnWith('one');
		state.takeMark();
		state.miss();
		expect(state.current()).toBe('one');
		expect(state.takeMark()).toEqual({isAfterGap: true});
	});
});
