import {describe, expect, it, onTestFinished} from 'vitest';
import type {WireAnswer} from '../../source/providers/ovh/wire.js';
import {type SimulatorOptions, startSimulator} from '../../source/simulator/simulator.js';
import {tenOClock} from './play.js';

const simulate = async (options: SimulatorOptions = {}) => {
	const simulator = await startSimulator({startAt: tenOClock, ...options});
	onTestFinished(simulator.close);
	return simulator;
};

type Simulated = {readonly url: string; readonly token: string};

const poll = async ({url, token}: Simulated, session?: string): Promise<WireAnswer> => {
	const echo = session === undefined ? '' : `&session=${encodeURIComponent(session)}`;
	const response = await fetch(`${url}/?token=${token}${echo}`);
	return (await response.json()) as WireAnswer;
};

/** Everything a new client gets until it has caught up with `at`. */
const catchUp = async (simulated: Simulated, at: number) => {
	let answer = await poll(simulated);
	const events = [...answer.Events];
	while ((events.at(-1)?.Timestamp ?? 0) / 1e6 < at) {
		answer = await poll(simulated, answer.Session);
		events.push(...answer.Events);
	}
	return events;
};

describe('startSimulator', () => {
	it('shows a new client every line and a call centre at work, from its first answers', async () => {
		const simulator = await simulate();
		const events = await catchUp(simulator, tenOClock - 10_000);
		const lines = new Set(events.filter(event => event.Service === 'sip').map(event => event.Ressource));
		expect(lines.size).toBe(24);
		const names = new Set(events.map(event => event.Event));
		for (const name of ['start_ringing', 'start_calling', 'end_calling', 'bridge-agent-start', 'member-queue-end']) {
			expect(names).toContain(name);
		}
	});

	it('repeats the day of a seed', async () => {
		const days = [await simulate({seed: 7}), await simulate({seed: 7}), await simulate({seed: 8})];
		const firsts = await Promise.all(days.map(day => poll(day)));
		const [one, same, other] = firsts.map(({Events}) => Events.map(({Token: _, ...event}) => event));
		expect(one).toEqual(same);
		expect(one).not.toEqual(other);
	});

	it('goes on publishing, at its own speed', async () => {
		const simulator = await simulate({speed: 600});
		const events = await catchUp(simulator, tenOClock + 60_000);
		expect(events.at(-1)?.Data.Ts).not.toBe(events[0]?.Data.Ts);
		expect(simulator.now()).toBeGreaterThan(tenOClock + 60_000);
	});

	it('is as large as wanted', async () => {
		const simulator = await simulate({lines: 300, queues: 20, warmUpMinutes: 2});
		const events = await catchUp(simulator, tenOClock - 5000);
		const numbers = (service: string) =>
			new Set(events.filter(event => event.Service === service).map(event => event.Ressource));
		expect(numbers('sip').size).toBe(300);
		expect(numbers('queues').size).toBe(20);
	});

	it('takes a token and faults', async () => {
		const token = 'ABCDEFAB-CDEF-ABCD-EFAB-CDEFABCDEFAB';
		const simulator = await simulate({token, faults: [{kind: 'http-503', rate: 1}]});
		expect(simulator.token).toBe(token);
		expect((await fetch(`${simulator.url}/?token=${token}`)).status).toBe(503);
	});

	it('takes several tokens, each for everything', async () => {
		const simulator = await simulate({tokens: ['A', 'B']});
		expect(simulator.token).toBe('A');
		const [one, other] = [await poll(simulator), await poll({...simulator, token: 'B'})];
		expect(one.Events.length).toBeGreaterThan(0);
		expect(other.Events[0]).toEqual({...one.Events[0], Token: 'B'});
	});

	it('leaves its port when it closes', async () => {
		const simulator = await startSimulator({startAt: tenOClock});
		const port = Number(new URL(simulator.url).port);
		await simulator.close();
		expect((await simulate({port})).url).toBe(simulator.url);
	});

	it('refuses a company that cannot be, and a speed', async () => {
		await expect(startSimulator({lines: 0})).rejects.toThrow(RangeError);
		await expect(startSimulator({speed: 0})).rejects.toThrow(RangeError);
	});
});
