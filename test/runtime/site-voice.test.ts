import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {BoardEvent} from '../../source/domain/event.js';
import {
	newStory,
	type Said,
	sayCondition,
	sayConnecting,
	sayFailed,
	sayReceived,
} from '../../source/runtime/site-voice.js';
import {at, boardAfter, site} from '../helpers/builders.js';

const trouble = {failure: 'timeout', reason: 'no answer', delayMs: 1000} as const;
const arrivals = {events: 0, rejected: 0, lastEventAt: null};

/** What may happen to a connection, as what is said of it, and the condition the board must show then. */
const steps = fc.oneof(
	fc.constant({kind: 'connecting'} as const),
	fc.constant({kind: 'down'} as const),
	fc.constant({kind: 'live'} as const),
	fc.constantFrom('status 401', 'status 403').map(refusal => ({kind: 'refused', refusal}) as const),
);

type Step = typeof steps extends fc.Arbitrary<infer Value> ? Value : never;

const say = (said: Said, step: Step, second: number): Said => {
	const moment = {at: at(second), transport: 'v1'};
	if (step.kind === 'connecting') return sayConnecting(said.story, {...moment, quietAfterMs: undefined});
	if (step.kind === 'down') return sayFailed(said.story, {at: at(second), trouble});
	const refusal = step.kind === 'refused' ? step.refusal : undefined;
	const condition = sayCondition(said.story, {...moment, refusal});
	const received = sayReceived(condition.story, {at: at(second), arrivals, clockOffsetMs: 0});
	return {story: received.story, events: [...condition.events, ...received.events]};
};

describe('the story of a site', () => {
	it('always leaves the board with the condition that holds, and says nothing twice', () => {
		fc.assert(
			fc.property(fc.array(steps, {maxLength: 12}), taken => {
				let said: Said = {story: newStory(site), events: []};
				const events: BoardEvent[] = [];
				for (const [second, step] of taken.entries()) {
					said = say(said, step, second);
					events.push(...said.events);
					expect(boardAfter(...events).feeds.get(site)?.condition.kind).toBe(step.kind);
					const isAnswer = step.kind === 'live' || step.kind === 'refused';
					if (isAnswer) expect(say(said, step, second).events).toEqual([]);
				}
			}),
		);
	});
});

describe('sayReceived', () => {
	it('tells of nothing of a site that is refused', () => {
		const {story} = sayCondition(newStory(site), {at: at(0), transport: 'v1', refusal: 'status 403'});
		expect(sayReceived(story, {at: at(60), arrivals, clockOffsetMs: 0}).events).toEqual([]);
	});

	it('tells of nothing again after a clock was set back', () => {
		const {story} = sayReceived(newStory(site), {at: at(600), arrivals, clockOffsetMs: 0});
		expect(sayReceived(story, {at: at(595), arrivals, clockOffsetMs: 0}).events).toEqual([]);
		expect(sayReceived(story, {at: at(0), arrivals, clockOffsetMs: 0}).events).toHaveLength(1);
	});
});
