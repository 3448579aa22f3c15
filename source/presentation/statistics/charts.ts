import type {Row} from '../cells.js';
import {formatSpan} from '../format.js';
import type {Style} from '../style.js';
import {type ChartOptions, type ChartPlace, chartRows} from './chart.js';
import type {Cover, Day} from './day.js';
import {type Axis, type Slot, slotsOf} from './slots.js';

export type ChartsOptions = {
	readonly style: Style;
	readonly place: Pick<ChartPlace, 'width' | 'rows'>;
	readonly cover: Cover;
	/** The axis of the day with so many pieces at most. */
	readonly axis: (most: number) => Axis | null;
};

/** From this width on two charts stand side by side. */
const twoCharts = 100;
const gap = 4;
/** A bar with its blank. */
const barCells = 3;

/** The day in bars: who was offered and lost, and beside it, where there is room, how much there was at once. */
export const chartsOf = (day: Day, options: ChartsOptions): readonly Row[] => {
	const {style, cover, axis, place} = options;
	const width = place.width < twoCharts ? place.width : Math.floor((place.width - gap) / 2);
	const found = axis(Math.floor(width / barCells));
	if (found === null) return [];
	const slots = slotsOf(day, found, cover);
	const first = chartRows(offeredChart(slots, found, style), {...place, column: 0, width}, style);
	if (place.width < twoCharts) return first;
	const second = chartRows(loadChart(day, slots, style), {...place, column: width + gap, width}, style);
	return first.map((row, index) => [...row, ...(second[index] ?? [])]);
};

const offeredChart = (slots: readonly Slot[], {sizeMs}: Axis, {messages, symbols}: Style): ChartOptions => {
	const most = highest(slots, slot => Math.max(slot.offered, slot.lost));
	const title = messages['statistics.chart.offered'](
		symbols.bar.lost,
		said(most, messages),
		formatSpan(sizeMs, messages),
	);
	return {title, slots, value: ({offered}) => offered, lost: ({lost}) => lost, most, tone: 'accent'};
};

/** Of all queues the calls on all lines, of one queue those who waited. */
const loadChart = ({load}: Day, slots: readonly Slot[], {messages}: Style): ChartOptions => {
	const value = (slot: Slot): number => (load === null ? slot.waiting : slot.calls);
	const most = highest(slots, value);
	const words = said(most, messages);
	if (load === null) return {title: messages['statistics.chart.waiting'](words), slots, value, most, tone: 'ringing'};
	const {calls} = load.capacity;
	const title =
		calls === null ? messages['statistics.chart.calls'](words) : messages['statistics.chart.callsOf'](words, calls);
	return {title, slots, value, most, tone: 'plain'};
};

const highest = (slots: readonly Slot[], value: (slot: Slot) => number): number =>
	slots.reduce((most, slot) => Math.max(most, value(slot)), 0);

const said = (most: number, messages: Style['messages']): string =>
	most === 0 ? messages['figure.none'] : String(most);
