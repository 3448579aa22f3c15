import type {Agent, Queue} from './company.js';
import {frenchTime} from './french-time.js';
import {mixed} from './random.js';

/** How lively the day is at `at`, epoch milliseconds: 1 at the busiest, never 0. Local time of France. */
export const intensityAt = (at: number): number => {
	const {hour} = frenchTime(at);
	const after = day.findIndex(([time]) => time > hour);
	const [fromHour, from] = day[after - 1] ?? [0, quiet];
	const [toHour, to] = day[after] ?? [24, quiet];
	return from + ((to - from) * (hour - fromHour)) / (toHour - fromHour);
};

/** How many times more callers a queue gets: now and then, for a few minutes, everyone calls at once. */
export const rushAt = (at: number, seed: number): number => {
	const slot = Math.floor(at / rushEveryMs);
	const isRush = mixed(seed, slot) % 3 === 0 && at % rushEveryMs < rushMs;
	return isRush ? rushFactor : 1;
};

/** Whether anyone at all works for the queue. */
export const isOpen = (queue: Queue, at: number, seed: number): boolean =>
	queue.hours === 'always' || (isOfficeHour(frenchTime(at).hour) && !isInMeeting(queue, at, seed));

/** Whether the agent is at work: as many are as the hour needs, and a little more. */
export const isAtWork = (agent: Agent, at: number): boolean => agent.rank <= intensityAt(at) + 0.2;

const quiet = 0.22;

/** Hour and intensity; straight lines between them. */
const day: readonly (readonly [number, number])[] = [
	[0, quiet],
	[6.5, quiet],
	[8, 0.5],
	[9, 0.8],
	[10, 1],
	[12, 1],
	[12.75, 0.6],
	[13.5, 0.6],
	[14, 0.95],
	[15, 1],
	[17, 1],
	[18, 0.65],
	[19.5, 0.4],
	[22, quiet],
	[24.01, quiet],
];

/** The most that `rushAt` gives. */
export const rushFactor = 2.6;

const rushEveryMs = 20 * 60_000;
const rushMs = 4 * 60_000;

const isOfficeHour = (hour: number) => (hour >= 8 && hour < 12.5) || (hour >= 13.5 && hour < 19);

const meetingEveryMs = 30 * 60_000;
const meetingMs = 4 * 60_000;

const isInMeeting = (queue: Queue, at: number, seed: number) => {
	const slot = Math.floor(at / meetingEveryMs);
	return mixed(seed, slot, Number(queue.id)) % 4 === 0 && at % meetingEveryMs < meetingMs;
};
