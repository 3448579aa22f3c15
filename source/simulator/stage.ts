import type {WireEvent} from '../providers/ovh/wire.js';
import {createAgenda} from './agenda.js';
import type {Line} from './company.js';
import {createRandom, type Random} from './random.js';

/** An event and when the service sends it: its `Timestamp`, in epoch milliseconds with fraction. */
export type TimedEvent = {readonly at: number; readonly event: WireEvent};

/** Where the play takes place: its time, its chance, its telephone lines, and the way out for events. */
export type Stage = {
	readonly seed: number;
	readonly random: Random;
	/** Epoch milliseconds of the play. */
	now(): number;
	/** Lets something happen after a while, `ms` of a life of ordinary pace. */
	after(ms: number, action: () => void): void;
	/** How long ago `time` is, in the same `ms` as `after`. */
	since(time: number): number;
	/** Sends the event at its time. */
	emit(timed: TimedEvent): void;
	/** When the last event went out that people would notice: any but `registered`. */
	lastNews(): number;
	readonly switchboard: Switchboard;
};

/** How many calls each line holds. The one place that knows, so that no line ever holds more than it can. */
export type Switchboard = {
	callsOn(line: Line): number;
	hasRoom(line: Line): boolean;
	/** Throws `RangeError` when the line has no room. */
	seize(line: Line): void;
	release(line: Line): void;
	/** When a call on this line ended last; 0 when none did. */
	lastUse(line: Line): number;
};

/** `next` plays on until an event goes out. */
export const createStage = ({seed, startAt, pace}: StageOptions): Stage & {next(): TimedEvent} => {
	const agenda = createAgenda(startAt);
	const sent: TimedEvent[] = [];
	let lastNews = startAt;
	const send = (timed: TimedEvent) => {
		sent.push(timed);
		if (timed.event.Event !== 'registered') lastNews = timed.at;
	};
	return {
		seed,
		random: createRandom(seed),
		now: agenda.now,
		after: (ms, action) => agenda.at(agenda.now() + ms / pace, action),
		since: time => (agenda.now() - time) * pace,
		emit: timed => agenda.at(timed.at, () => send(timed)),
		lastNews: () => lastNews,
		switchboard: createSwitchboard(agenda.now),
		next: () => {
			while (sent.length === 0) agenda.step();
			return sent.shift() ?? nothingSent();
		},
	};
};

/** `pace`: how many times faster than life people ring, talk and wait. */
export type StageOptions = {readonly seed: number; readonly startAt: number; readonly pace: number};

const createSwitchboard = (now: () => number): Switchboard => {
	const calls = new Map<Line, number>();
	const released = new Map<Line, number>();
	const callsOn = (line: Line) => calls.get(line) ?? 0;
	const hasRoom = (line: Line) => callsOn(line) < line.capacity;
	return {
		callsOn,
		hasRoom,
		seize: line => {
			if (!hasRoom(line)) throw new RangeError(`Line ${line.number} has no room for another call.`);
			calls.set(line, callsOn(line) + 1);
		},
		release: line => {
			calls.set(line, callsOn(line) - 1);
			released.set(line, now());
		},
		lastUse: line => released.get(line) ?? 0,
	};
};

const nothingSent = (): never => {
	throw new RangeError('No event was sent.');
};
