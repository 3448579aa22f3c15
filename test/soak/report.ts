import type {DayRow} from './month.js';
import {daysNeeded, type Trend, type Verdict} from './trend.js';

const mebibyte = 1024 * 1024;

const mib = (bytes: number): string => (bytes / mebibyte).toFixed(2);
const whole = (value: number): string => String(value);

/** The columns of the table: head, width, and what stands in it. */
const columns: readonly (readonly [string, number, (row: DayRow) => string])[] = [
	['day', 3, ({day}) => whole(day)],
	['events', 9, ({events}) => whole(events)],
	['calls', 8, ({calls}) => whole(calls)],
	['offered', 8, ({offered}) => whole(offered)],
	['answered', 9, ({answered}) => whole(answered)],
	['lost', 7, ({lost}) => whole(lost)],
	['heap MiB', 9, ({heap}) => mib(heap)],
	['code MiB', 9, ({code}) => mib(code)],
	['RSS MiB', 9, ({resident}) => mib(resident)],
	['external', 9, ({external}) => mib(external)],
	['handles', 8, ({handles}) => whole(handles)],
	['timers', 7, ({timers}) => whole(timers)],
	['log', 6, ({logged}) => whole(logged)],
	['file KiB', 9, ({fileBytes}) => (fileBytes / 1024).toFixed(0)],
];

export const headLine: string = columns.map(([head, width]) => head.padStart(width)).join(' ');

export const dayLine = (row: DayRow): string => columns.map(([, width, text]) => text(row).padStart(width)).join(' ');

const signed = (bytes: number): string => `${bytes < 0 ? '' : '+'}${mib(bytes)} MiB`;

const trendText = (name: string, {slope, growth, isFlat}: Trend): string =>
	`${name} ${signed(slope)} a day, ${signed(growth)} since day 5: ${isFlat ? 'flat' : 'NOT FLAT'}`;

/** The last line: what the memory of this month says. */
export const verdictLine = (verdict: Verdict | null): string => {
	if (verdict === null) return `no verdict: that takes ${daysNeeded} days`;
	const {data, heap, resident, isFlat} = verdict;
	return [
		isFlat ? 'flat' : 'NOT FLAT',
		trendText('heap without code', data),
		trendText('heap', heap),
		trendText('RSS', resident),
	].join('; ');
};
