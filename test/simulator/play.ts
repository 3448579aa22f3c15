import {createScenario, type ScenarioOptions} from '../../source/simulator/scenario.js';
import type {TimedEvent} from '../../source/simulator/stage.js';

export const hourMs = 3_600_000;

/** A Monday morning in winter. */
export const tenOClock = Date.parse('2026-11-23T10:00:00+01:00');

export type Play = Partial<ScenarioOptions> & {readonly hours: number};

/** What a scenario gives in some hours, from ten in the morning unless told otherwise. */
export const play = ({hours, ...options}: Play): readonly TimedEvent[] => {
	const startAt = options.startAt ?? tenOClock;
	return createScenario({seed: 1, ...options, startAt}).takeUntil(startAt + hours * hourMs);
};

/** A value of `Data`; what is absent is the empty text. */
export const datum = ({event}: TimedEvent, key: string): string => String(event.Data[key] ?? '');

export const isLineEvent = ({event}: TimedEvent): boolean => event.Service === 'sip' && event.Event !== 'registered';

export const isQueueEvent = ({event}: TimedEvent): boolean => event.Service === 'queues';

/** One caller's events, as one letter each: Start Offering Fail Bridge End Terminated Cancelled. */
export const memberStories = (events: readonly TimedEvent[]): ReadonlyMap<string, string> =>
	stories(
		events.filter(timed => isQueueEvent(timed) && timed.event.Event !== 'members-count'),
		timed => datum(timed, 'QueueMemberUUID'),
	);

/** One line's part of one call: Ringing Calling End-of-ringing Hold resUmed X (hung up). */
export const callStories = (events: readonly TimedEvent[]): ReadonlyMap<string, string> =>
	stories(events.filter(isLineEvent), timed => `${timed.event.Ressource} ${datum(timed, 'CallId')}`);

export const letterOf = (timed: TimedEvent): string => {
	const name = timed.event.Event;
	if (name === 'member-queue-end') return datum(timed, 'QueueCause') === 'Cancel' ? 'C' : 'T';
	return letters[name] ?? '?';
};

const letters: Readonly<Record<string, string>> = {
	'member-queue-start': 'S',
	'agent-offering': 'O',
	'bridge-agent-fail': 'F',
	'bridge-agent-start': 'B',
	'bridge-agent-end': 'E',
	start_ringing: 'R',
	start_calling: 'C',
	end_ringing: 'E',
	start_hold: 'H',
	end_hold: 'U',
	end_calling: 'X',
};

const stories = (events: readonly TimedEvent[], keyOf: (timed: TimedEvent) => string) => {
	const told = new Map<string, string>();
	for (const timed of events) told.set(keyOf(timed), (told.get(keyOf(timed)) ?? '') + letterOf(timed));
	return told;
};
