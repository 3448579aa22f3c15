import type {BoardEventType} from '../../source/domain/event.js';
import {afterMidnight, type Day, stepsOf} from './calendar.js';
import type {Consumer} from './consumer.js';
import {type Footprint, footprint} from './footprint.js';
import type {Habit} from './habits.js';
import type {Play} from './play.js';
import type {SimulatedTime} from './simulated-time.js';
import {type Totals, totalsOf} from './totals.js';
import type {Wall} from './wall.js';

/** What is known of one day, a second before its end. */
export type DayRow = Footprint &
	Totals & {
		readonly day: number;
		/** Of the service, heard, and the calls among them that began to ring. */
		readonly events: number;
		readonly calls: number;
		readonly logged: number;
		readonly fileBytes: number;
	};

export type MonthOptions = {
	readonly play: Play;
	readonly time: SimulatedTime;
	readonly consumer: Consumer;
	/** Absent: nothing is drawn. */
	readonly wall?: Wall;
	readonly days: readonly Day[];
	readonly stepMs: number;
	readonly habits: ReadonlyMap<number, Habit>;
};

const minuteMs = 60_000;

/** Plays the days through. Yields a row at the end of each, before its midnight; there the figures begin anew, and the board changes its look. */
export async function* playMonth(options: MonthOptions): AsyncGenerator<DayRow> {
	const {days, consumer, wall} = options;
	// Whoever comes later gets nothing of before.
	if (days[0]) await step(options, {at: days[0].from, isAnew: false});
	let before = heardBy(consumer);
	for (const day of days) {
		await playDay(options, day);
		const fileBytes = await consumer.writeDay();
		const after = heardBy(consumer);
		const board = consumer.store.getSnapshot();
		yield {
			day: day.number,
			events: after.events - before.events,
			calls: after.calls - before.calls,
			...totalsOf(board),
			logged: board.log.entries.length,
			fileBytes,
			...(await footprint()),
		};
		before = after;
		await step(options, {at: afterMidnight(day), isAnew: false});
		await wall?.restyle();
	}
}

const playDay = async (options: MonthOptions, day: Day): Promise<void> => {
	const {consumer, wall, habits, stepMs} = options;
	let isAnew = false;
	for (const at of stepsOf(day, stepMs)) {
		await step(options, {at, isAnew});
		const {keys, size, renews = false} = habits.get((at - day.from) / minuteMs) ?? {};
		if (keys !== undefined) wall?.type(keys);
		if (size) wall?.resize(size);
		if (renews) consumer.renew();
		isAnew = renews;
	}
};

type Step = {readonly at: number; readonly isAnew: boolean};

/** What the service tells up to this instant is heard, the clock ticks once, a frame is drawn. */
const step = async ({play, time, consumer, wall}: MonthOptions, {at, isAnew}: Step): Promise<void> => {
	// News comes when it is told, not later: by its delay the board learns how far the clocks are apart.
	const {lastAt, isChange} = await play.prepare(at);
	time.moveTo(lastAt);
	if (isChange) await play.change();
	time.endPauses();
	await Promise.race([play.advance(at, {isAnew}), time.paused()]);
	time.moveTo(at);
	time.tick();
	consumer.store.flush();
	await wall?.draw();
};

const notOfTheService = /^(feed|board|time|settings)-/;

const heardBy = ({heard}: Consumer) => {
	const ofService = ([type]: readonly [BoardEventType, number]): boolean => !notOfTheService.test(type);
	return {
		events: [...heard].filter(ofService).reduce((sum, [, count]) => sum + count, 0),
		calls: heard.get('ringing-started') ?? 0,
	};
};
