import {quarterOf} from '../../domain/times.js';
import {createFilter, everything, findable} from '../../presentation/filter.js';
import {nameOf} from '../../presentation/names.js';
import {allQueues, type Cover, type Day, dayOf} from '../../presentation/statistics/day.js';
import {type HourRow, hourRows} from '../../presentation/statistics/hour-rows.js';
import {hoursOfAll, hoursOfQueue} from '../../presentation/statistics/hours-table.js';
import {type Axis, axisOf} from '../../presentation/statistics/slots.js';
import type {Style} from '../../presentation/style.js';
import {sortRows} from '../../presentation/table/sort.js';
import type {Sorting, Table} from '../../presentation/table/table.js';
import {createMemory} from '../remember.js';
import type {Scene} from '../scene.js';

/** The hours as they are shown. */
export type HoursShown = {
	/** Without the row of the day. */
	readonly rows: readonly HourRow[];
	readonly day: HourRow;
	readonly table: Table<HourRow>;
	readonly sorting: Sorting | null;
	readonly style: Style;
};

/** What the panels of the statistics are made of; the same objects as before while nothing changed that they show. */
export type StatisticsParts = {
	/** What can be selected: all queues, then those the filter lets through, by number. */
	keys(): readonly string[];
	selected(): Day;
	hours(): HoursShown;
	/** The day in so many pieces at most, one for all queues, so that times stand below one another. */
	axis(most: number): Axis | null;
	cover(): Cover;
};

export const createStatisticsParts = (scene: Scene): StatisticsParts => {
	const keysOf = createMemory<readonly string[]>();
	const hoursOf = createMemory<HoursShown>();
	const axisFor = createAxes(scene);
	const selected = (): Day => dayOf(scene.moment().board, scene.ui().cursors.statistics ?? allQueues);
	return {
		keys() {
			const {queues} = scene.moment().board;
			return keysOf([queues, scene.names(), scene.ui().filter], () => [allQueues, ...foundQueues(scene)]);
		},
		selected,
		hours() {
			const day = selected();
			const sorting = scene.ui().sortings.statistics ?? null;
			return hoursOf([...basisOf(scene), ...dayBasis(day), sorting], () => show(scene, day, sorting));
		},
		axis: axisFor,
		cover: () => coverOf(scene),
	};
};

const coverOf = (scene: Scene): Cover => {
	const {board, now} = scene.moment();
	return {since: board.since, missed: board.missed, now};
};

/** What all that is told depends on; time moves it on by the quarter of an hour. */
export const basisOf = (scene: Scene): readonly unknown[] => {
	const {board, now} = scene.moment();
	return [board.since, board.missed, quarterOf(now)];
};

/** What a day's figures depend on. */
export const dayBasis = ({key, tally, times, load}: Day): readonly unknown[] => [
	key,
	tally,
	times.quarters,
	times.peaks,
	load?.peaks,
	load?.capacity.calls,
	load?.capacity.known,
	load?.capacity.lines,
];

const createAxes = (scene: Scene): StatisticsParts['axis'] => {
	const known = new Map<number, ReturnType<typeof createMemory<Axis | null>>>();
	return most => {
		const {times} = scene.moment().board.total;
		const memory = known.get(most) ?? createMemory<Axis | null>();
		known.set(most, memory);
		return memory([...basisOf(scene), times.quarters], () => axisOf(times, coverOf(scene), most));
	};
};

const foundQueues = (scene: Scene): readonly string[] => {
	const style = scene.style();
	const passes = createFilter(scene.ui().filter);
	const numbers = [...style.board.queues.keys()].sort((one, other) => (one < other ? -1 : 1));
	if (passes === everything) return numbers;
	return numbers.filter(number => passes([nameOf(number, style), ...findable(number, style.contacts)]));
};

const show = (scene: Scene, day: Day, sorting: Sorting | null): HoursShown => {
	const style = scene.style();
	const table = day.queue === null ? hoursOfAll : {...hoursOfQueue, name: `hours-${day.key}`};
	const {hours, day: whole} = hourRows(day, coverOf(scene));
	return {rows: sortRows(hours, {table, sorting, style}), day: whole, table, sorting, style};
};
