import type {Fault, FaultKind} from '../../source/simulator/faults.js';

/** How the service is at present. */
export type Condition = {
	readonly faults: readonly Fault[];
	/** Another token is good, ours is not. */
	readonly isRefusing: boolean;
	/** It does not run; when it does again, it has forgotten all sessions. */
	readonly isClosed: boolean;
	/** It runs, and has forgotten all sessions. */
	readonly hasForgotten: boolean;
};

export const healthy: Condition = {faults: [], isRefusing: false, isClosed: false, hasForgotten: false};

/** From a minute of the local day on, for so many minutes, on every so manieth day. */
export type Trouble = {
	readonly from: number;
	readonly minutes: number;
	readonly everyDays: number;
	readonly makes: Partial<Condition>;
};

const clock = (hour: number, minute = 0): number => hour * 60 + minute;

const fault = (from: number, kind: FaultKind, rate: number): Trouble => ({
	from,
	minutes: 5,
	everyDays: 1,
	makes: {faults: [{kind, rate}]},
});

/** What goes wrong in a month, more than in a bad one. None of it needs true time to pass. */
export const usualTroubles: readonly Trouble[] = [
	{from: clock(2, 15), minutes: 1, everyDays: 1, makes: {hasForgotten: true}},
	{from: clock(4), minutes: 3, everyDays: 7, makes: {isClosed: true}},
	fault(clock(5, 30), 'reset', 0.7),
	{from: clock(8, 20), minutes: 4, everyDays: 1, makes: {isRefusing: true}},
	fault(clock(9, 10), 'http-500', 1),
	fault(clock(9, 40), 'http-502', 0.5),
	fault(clock(10, 40), 'http-429', 0.5),
	fault(clock(11, 20), 'html', 0.5),
	fault(clock(11, 50), 'empty', 0.5),
	fault(clock(12, 20), 'malformed', 0.5),
	fault(clock(13, 10), 'truncated', 0.5),
	fault(clock(13, 50), 'null-answer', 0.5),
	fault(clock(14, 30), 'wrong-types', 0.02),
	fault(clock(15, 10), 'one-bad-event', 0.5),
	fault(clock(15, 50), 'invalid-utf8', 0.5),
	fault(clock(16, 30), 'duplicate', 0.1),
	fault(clock(17, 10), 'reorder', 1),
	fault(clock(17, 50), 'lose', 0.05),
	{from: clock(18, 30), minutes: 3, everyDays: 5, makes: {faults: [{kind: 'huge', rate: 0.3}]}},
	{from: clock(20, 45), minutes: 1, everyDays: 1, makes: {hasForgotten: true}},
];

/** What these troubles come to at an instant on the so manieth day of the play, the first is 1. */
export const conditionAt = (
	troubles: readonly Trouble[],
	{at, day}: {readonly at: number; readonly day: number},
): Condition => {
	const date = new Date(at);
	const minute = date.getHours() * 60 + date.getMinutes();
	const isOn = ({from, minutes, everyDays}: Trouble) =>
		day % everyDays === 0 && minute >= from && minute < from + minutes;
	return Object.assign({}, healthy, ...troubles.filter(isOn).map(({makes}) => makes));
};
