import {readdirSync, readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {WireEvent} from '../../source/providers/ovh/wire.js';
import {createScenario} from '../../source/simulator/scenario.js';
import type {TimedEvent} from '../../source/simulator/stage.js';
import {callStories, datum, hourMs, isLineEvent, isQueueEvent, memberStories, play, tenOClock} from './play.js';

const flows = new URL('../fixtures/ovh/flows/', import.meta.url);

const documented = readdirSync(flows)
	.flatMap(file => readFileSync(new URL(file, flows), 'utf8').trim().split('\n'))
	.map((line): WireEvent => JSON.parse(line));

/** Any company at any time of day. */
const plays = fc.record({
	seed: fc.integer(),
	startAt: fc.integer({min: 0, max: 47}).map(halfHour => tenOClock + (halfHour * hourMs) / 2),
	lines: fc.constantFrom(4, 24, 60),
	queues: fc.integer({min: 1, max: 5}),
	hours: fc.constant(1),
});

const holdsFor = (check: (events: readonly TimedEvent[]) => void) =>
	fc.assert(
		fc.property(plays, options => {
			check(play(options));
		}),
		{numRuns: 8},
	);

describe('createScenario', () => {
	it('gives the same events for the same options, however they are taken', () => {
		fc.assert(
			fc.property(fc.integer(), seed => {
				const scenario = createScenario({seed, startAt: tenOClock});
				const inSteps = Array.from({length: 20}, (_, step) => scenario.takeUntil(tenOClock + step * 60_000)).flat();
				expect(inSteps).toEqual(play({seed, hours: 19 / 60}));
			}),
			{numRuns: 5},
		);
	});

	it('gives other events for another seed', () => {
		expect(play({seed: 1, hours: 0.1})).not.toEqual(play({seed: 2, hours: 0.1}));
	});

	it('says when the next event is due', () => {
		const scenario = createScenario({seed: 1, startAt: tenOClock});
		for (let step = 0; step < 200; step++) {
			const at = scenario.nextAt();
			expect(scenario.takeUntil(at - 0.001)).toEqual([]);
			expect(scenario.takeUntil(at)[0]?.at).toBe(at);
		}
	});

	it('is in order of time, and never ahead of itself', () => {
		holdsFor(events => {
			let last = 0;
			for (const {at, event} of events) {
				expect(at).toBeGreaterThanOrEqual(last);
				expect((event.Timestamp ?? 0) / 1e6).toBeCloseTo(at, 2);
				last = at;
			}
		});
	});

	it('shows every line within the first seconds', () => {
		holdsFor(events => {
			const until = (events[0]?.at ?? 0) + 5000;
			const early = events.filter(({at, event}) => at < until && event.Event === 'registered');
			const lines = new Set(events.filter(({event}) => event.Service === 'sip').map(({event}) => event.Ressource));
			expect(new Set(early.map(({event}) => event.Ressource))).toEqual(lines);
		});
	});

	it('shows something every ten seconds, day and night', () => {
		const day = play({hours: 24, startAt: tenOClock});
		const news = day.filter(({event}) => event.Event !== 'registered').map(({at}) => at);
		const gaps = news.slice(1).map((at, index) => at - (news[index] ?? 0));
		expect(Math.max(...gaps)).toBeLessThan(10_000);
	});

	it('goes on day after day', () => {
		const scenario = createScenario({seed: 1, startAt: tenOClock, lines: 4, queues: 1});
		for (const day of [1, 2, 3]) {
			expect(scenario.takeUntil(tenOClock + day * 24 * hourMs).length).toBeGreaterThan(1000);
		}
	});
});

describe('events of a scenario', () => {
	it('have the keys of the documented ones', () => {
		const known = new Map(documented.map(event => [kindOf(event), shapeOf(event)]));
		const kinds = new Set<string>();
		holdsFor(events => {
			for (const {event} of events) {
				expect(shapeOf(event)).toEqual(known.get(kindOf(event)));
				kinds.add(kindOf(event));
			}
		});
		expect(kinds).toEqual(new Set(known.keys()));
	});

	it('have only text for values, save TsGet', () => {
		holdsFor(events => {
			for (const {event} of events) {
				const {TsGet = 0, ...texts} = event.Data;
				expect(TsGet).toBeTypeOf('number');
				expect(new Set(Object.values(texts).map(value => typeof value))).toEqual(new Set(['string']));
			}
		});
	});

	it('pass from the switch to the collector to the service in 0.1 to 1.5 seconds', () => {
		holdsFor(events => {
			for (const timed of events.filter(({event}) => event.Service === 'sip')) {
				const noted = Number(datum(timed, 'Ts')) * 1000;
				const got = Number(datum(timed, 'TsGet')) / 1e6;
				expect(got - noted).toBeGreaterThan(99);
				expect(timed.at).toBeGreaterThan(got);
				expect(timed.at - noted).toBeLessThan(1500);
			}
		});
	});

	it('name only numbers that nobody has', () => {
		const fiction = /^(0033|\+33|0)(19900|26191|35301|46571|53649|63998)\d{4}$|^(\+|00)442079460\d{3}$|^anonymous$/i;
		const keys = [
			'Billing',
			'Called',
			'Calling',
			'Dialed',
			'Agent',
			'Queue',
			'QueueMemberCIDName',
			'QueueMemberCIDNumber',
		];
		holdsFor(events => {
			const numbers = events.flatMap(timed => [timed.event.Ressource, ...keys.map(key => datum(timed, key))]);
			for (const number of new Set(numbers)) if (number !== '') expect(number).toMatch(fiction);
		});
	});
});

describe('calls of a scenario', () => {
	it('ring, are answered or not, and end, in a legal order', () => {
		holdsFor(events => {
			for (const story of callStories(events).values())
				expect(story).toMatch(/^R?$|^RE?$|^RC$|^RCE(H|HU)?$|^RCE(HU)?X$/);
		});
	});

	it('all end', () => {
		const events = play({hours: 2, seed: 4});
		const begun = callStories(events.filter(({at}) => at < tenOClock + hourMs));
		const told = callStories(events);
		expect(begun.size).toBeGreaterThan(50);
		for (const key of begun.keys()) expect(told.get(key)).toMatch(/^RE$|^RCE(HU)?X$/);
	});

	it('are never more on a line than it holds', () => {
		holdsFor(events => {
			const calls = new Map<string, Set<string>>();
			for (const timed of events.filter(isLineEvent)) {
				const {Ressource, Event, Details} = timed.event;
				const open = calls.get(Ressource) ?? new Set();
				const isOver = Event === 'end_calling' || (Event === 'end_ringing' && datum(timed, 'Body').includes('487'));
				if (isOver) open.delete(datum(timed, 'CallId'));
				else open.add(datum(timed, 'CallId'));
				calls.set(Ressource, open);
				expect(open.size).toBeLessThanOrEqual(Number(Details?.SimultaneousLine));
			}
		});
	});

	it('go out, come in, stay inside, are held, are missed', () => {
		const events = play({hours: 3}).filter(isLineEvent);
		const stories = [...callStories(events).values()];
		for (const story of ['RE', 'RCEX', 'RCEHUX']) expect(stories).toContain(story);
		expect(events.some(timed => datum(timed, 'Calling') === timed.event.Ressource)).toBe(true);
		const legs = new Map(
			events.map(timed => [`${timed.event.Ressource} ${datum(timed, 'CallId')}`, datum(timed, 'CallId')]),
		);
		expect(new Set(legs.values()).size).toBeLessThan(legs.size);
	});
});

describe('callers of a scenario', () => {
	it('wait, are offered, and leave, in a legal order', () => {
		const legal = /^S[OF]*$|^S[OF]*BF*(ET?)?$|^S[OF]*CF*$|^S[OF]*BF*CE?$/;
		holdsFor(events => {
			for (const story of memberStories(events).values()) expect(story).toMatch(legal);
		});
	});

	it('all leave, and every offer to an agent is closed', () => {
		const events = play({hours: 2, seed: 4});
		const told = memberStories(events);
		const begun = memberStories(events.filter(({at}) => at < tenOClock + hourMs));
		expect(begun.size).toBeGreaterThan(100);
		for (const key of begun.keys()) {
			const story = told.get(key) ?? '';
			expect(story).toMatch(/T$|CF*$|CE$/);
			expect(story.replace(/[^O]/g, '').length).toBe(story.replace(/[^FB]/g, '').length);
		}
	});

	it('have a uuid for each stay, and one for their call', () => {
		const starts = play({hours: 24}).filter(({event}) => event.Event === 'member-queue-start');
		const stays = starts.map(timed => datum(timed, 'QueueMemberUUID'));
		const calls = Map.groupBy(starts, timed => datum(timed, 'QueueMemberSessionUUID'));
		expect(new Set(stays).size).toBe(stays.length);
		expect(stays.filter(uuid => calls.has(uuid))).toEqual([]);
		const passedOn = [...calls.values()].filter(parts => parts.length > 1);
		expect(passedOn.length).toBeGreaterThan(0);
		for (const parts of passedOn) {
			expect(new Set(parts.map(({event}) => event.Ressource)).size).toBe(parts.length);
			expect(new Set(parts.map(timed => datum(timed, 'Calling'))).size).toBe(1);
		}
	});

	it('are as many as members-count says', () => {
		holdsFor(events => {
			const waiting = new Map<string, Set<string>>();
			for (const timed of events.filter(isQueueEvent)) {
				const {Ressource, Event} = timed.event;
				const present = waiting.get(Ressource) ?? new Set();
				if (Event === 'member-queue-start') present.add(datum(timed, 'QueueMemberUUID'));
				if (Event === 'bridge-agent-start' || Event === 'member-queue-end')
					present.delete(datum(timed, 'QueueMemberUUID'));
				if (Event === 'members-count') expect(datum(timed, 'Count')).toBe(String(present.size));
				waiting.set(Ressource, present);
			}
		});
	});

	it('meet every ending there is', () => {
		const events = play({hours: 24});
		const values = (key: string) => new Set(events.map(timed => datum(timed, key)).filter(value => value !== ''));
		expect(values('QueueCancelReason')).toEqual(new Set(['BREAK_OUT', 'TIMEOUT', 'NO_AGENT_TIMEOUT', 'NONE']));
		expect(values('QueueHangupCause')).toEqual(
			new Set([
				'SUCCESS',
				'NO_ANSWER',
				'LOSE_RACE',
				'ORIGINATOR_CANCEL',
				'USER_BUSY',
				'USER_NOT_REGISTERED',
				'DESTINATION_OUT_OF_ORDER',
			]),
		);
	});

	it('are answered within 20 seconds at a rate that leaves work to do', () => {
		for (const seed of [1, 2, 3]) {
			const level = serviceLevel(play({seed, hours: 24}));
			expect(level).toBeGreaterThan(0.65);
			expect(level).toBeLessThan(0.9);
		}
	});
});

describe('agents of a scenario', () => {
	it('are called by one caller at a time, and never while they talk', () => {
		holdsFor(events => {
			const busyWith = new Map<string, string>();
			for (const timed of events.filter(isQueueEvent)) {
				const agent = datum(timed, 'Agent');
				const member = datum(timed, 'QueueMemberUUID');
				switch (timed.event.Event) {
					case 'agent-offering':
						expect(busyWith.get(agent)).toBeUndefined();
						busyWith.set(agent, member);
						break;
					case 'bridge-agent-start':
						expect(busyWith.get(agent)).toBe(member);
						break;
					case 'bridge-agent-fail':
					case 'bridge-agent-end':
						expect(busyWith.get(agent)).toBe(member);
						busyWith.delete(agent);
						break;
				}
			}
		});
	});

	it('have a free line when they are called', () => {
		holdsFor(events => {
			const talking = new Map<string, number>();
			const add = (line: string, count: number) => talking.set(line, (talking.get(line) ?? 0) + count);
			for (const timed of events) {
				const {Event, Ressource} = timed.event;
				if (Event === 'start_calling') add(Ressource, 1);
				if (Event === 'end_calling') add(Ressource, -1);
				if (Event === 'agent-offering') expect(talking.get(datum(timed, 'Agent')) ?? 0).toBe(0);
			}
		});
	});

	it('show each answered caller on their line as well', () => {
		holdsFor(events => {
			const last = events.at(-1)?.at ?? 0;
			const answers = events.filter(({event}) => event.Event === 'start_calling');
			for (const bridge of events.filter(({at, event}) => event.Event === 'bridge-agent-start' && at < last - 2000)) {
				const isSame = (answer: TimedEvent) =>
					Math.abs(answer.at - bridge.at) < 2000 &&
					answer.event.Ressource === datum(bridge, 'Agent') &&
					datum(answer, 'Calling') === datum(bridge, 'Calling');
				expect(answers.some(isSame)).toBe(true);
			}
		});
	});
});

const kindOf = ({Event, Data}: WireEvent) => [Event, Data.QueueCause].filter(Boolean).join(' ');

const shapeOf = ({Token: _, ...event}: WireEvent) => ({
	envelope: Object.keys(event).sort(),
	data: Object.keys(event.Data).sort(),
	details: Object.keys(event.Details ?? {}).sort(),
});

/** Answered within 20 s of all, without those who gave up within 5 s. */
const serviceLevel = (events: readonly TimedEvent[]) => {
	const waited = (timed: TimedEvent, end: string) =>
		Number(datum(timed, end)) - Number(datum(timed, 'QueueMemberJoinedTime'));
	const answers = events.filter(({event}) => event.Event === 'bridge-agent-start');
	const losses = events.filter(
		timed => datum(timed, 'QueueCause') === 'Cancel' && datum(timed, 'QueueCancelReason') !== 'NONE',
	);
	const inTime = answers.filter(timed => waited(timed, 'QueueAgentAnsweredTime') <= 20);
	const counted = losses.filter(timed => waited(timed, 'QueueMemberLeavingTime') > 5);
	return inTime.length / (answers.length + counted.length);
};
