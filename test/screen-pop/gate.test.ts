import {describe, expect, it} from 'vitest';
import {createGate, paces, saidEveryMs} from '../../source/screen-pop/gate.js';
import {createManualTimers} from './manual-timers.js';

const setUp = () => {
	const timers = createManualTimers();
	const said: number[] = [];
	return {timers, said, gate: createGate(timers, count => said.push(count))};
};

describe('createGate', () => {
	it('lets so many in at once', () => {
		const {gate} = setUp();
		const {atOnce} = paces.silent;
		const entered = Array.from({length: atOnce + 2}, () => gate.enter('silent'));
		expect(entered.filter(isIn => isIn)).toHaveLength(atOnce);
		gate.leave();
		expect(gate.enter('silent')).toBe(true);
	});

	it('lets so many in within a second', () => {
		const {gate, timers} = setUp();
		const enterAndLeave = (): boolean => {
			const isIn = gate.enter('silent');
			if (isIn) gate.leave();
			return isIn;
		};
		const {perSecond} = paces.silent;
		expect(Array.from({length: 1000}, enterAndLeave).filter(isIn => isIn)).toHaveLength(perSecond);
		timers.advance(999);
		expect(enterAndLeave()).toBe(false);
		timers.advance(1);
		expect(enterAndLeave()).toBe(true);
	});

	it('says how many were left out, together, and at the end the rest', () => {
		const {gate, timers, said} = setUp();
		for (let index = 0; index < 10; index++) gate.enter('popup');
		timers.advance(saidEveryMs - 1);
		expect(said).toEqual([]);
		timers.advance(1);
		expect(said).toEqual([10 - paces.popup.atOnce]);
		gate.enter('popup');
		gate.close();
		expect(said).toEqual([10 - paces.popup.atOnce, 1]);
		expect(timers.waiting()).toBe(0);
	});

	it('says nothing when nothing was left out', () => {
		const {gate, said} = setUp();
		gate.enter('exec');
		gate.close();
		expect(said).toEqual([]);
	});
});
