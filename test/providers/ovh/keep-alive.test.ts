import {describe, expect, it} from 'vitest';
import {keepAlive} from '../../../source/providers/ovh/keep-alive.js';
import {createPatience} from '../../../source/providers/ovh/patience.js';
import {createManualTimers} from './manual-timers.js';

const setUp = ({silence = 60_000} = {}) => {
	const timers = createManualTimers();
	const seen: string[] = [];
	const note = (what: string) => () => {
		seen.push(`${what} ${timers.now() / 1000}`);
	};
	const patience = createPatience(silence);
	const begin = () =>
		keepAlive({timers, times: {ping: 25_000}, patience, ping: note('ping'), pulse: note('pulse'), died: note('dead')});
	return {timers, seen, begin, life: begin()};
};

describe('keepAlive', () => {
	it('pings every 25 s, and takes a connection for dead that is silent for 60', () => {
		const {timers, seen} = setUp();
		timers.advance(300_000);
		expect(seen).toEqual(['ping 25', 'ping 50', 'dead 60']);
		expect(timers.pending).toEqual([]);
	});

	it('pulses after each pong when nothing else comes', () => {
		const {timers, seen, life} = setUp();
		for (let count = 0; count < 4; count += 1) {
			timers.advance(25_000);
			timers.advance(1000);
			life.heard();
		}
		expect(seen.filter(what => what.startsWith('pulse'))).toHaveLength(4);
		expect(seen.some(what => what.startsWith('dead'))).toBe(false);
	});

	it('does not pulse for what is told of anyhow, nor for each of many bytes', () => {
		const {timers, seen, life} = setUp();
		timers.advance(10_000);
		life.told();
		life.heard();
		for (let count = 0; count < 20; count += 1) {
			timers.advance(100);
			life.heard();
		}
		expect(seen).toEqual([]);
		timers.advance(500);
		life.heard();
		expect(seen).toEqual(['pulse 12.5']);
	});

	it('counts silence from the last thing heard', () => {
		const {timers, seen, life} = setUp();
		timers.advance(59_000);
		life.heard();
		timers.advance(59_000);
		expect(seen.some(what => what.startsWith('dead'))).toBe(false);
		timers.advance(20_000);
		expect(seen).toContain('dead 133');
	});

	it('waits longer on the next connection, for a service that never answers a ping', () => {
		const {timers, seen, begin} = setUp();
		timers.advance(60_000);
		begin();
		timers.advance(120_000);
		expect(seen.filter(what => what.startsWith('dead'))).toEqual(['dead 60', 'dead 180']);
	});

	it('does nothing more when stopped', () => {
		const {timers, seen, life} = setUp();
		life.stop();
		timers.advance(300_000);
		expect(seen).toEqual([]);
		expect(timers.pending).toEqual([]);
	});
});
