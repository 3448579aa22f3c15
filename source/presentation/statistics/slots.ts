import {lost} from '../../domain/figures.js';
import {bucketList, quarterMs} from '../../domain/times.js';
import {type EpochMs, epochMs} from '../../domain/units.js';
import {formatMinute} from '../format.js';
import {type Cover, type Day, firstCounted, isMissedIn} from './day.js';
import {hoursBetween} from './hours.js';

/** The day cut into pieces of one length, from its first hour to the end of the present one. */
export type Axis = {readonly start: EpochMs; readonly sizeMs: number; readonly count: number};

/** What a piece of the day may be long: quarters of an hour. */
const sizes = [1, 2, 4, 8, 16, 32] as const;

/** The finest axis of at most so many pieces; null before anything is known. */
export const axisOf = (times: Day['times'], {since, now}: Cover, most: number): Axis | null => {
	if (since === null) return null;
	const hours = hoursBetween(firstCounted(times, since), now);
	const [first, last] = [hours[0], hours.at(-1)];
	if (!first || !last) return null;
	const quarters = (last.end - first.start) / quarterMs;
	const size = sizes.find(candidate => Math.ceil(quarters / candidate) <= most) ?? 32;
	return {start: first.start, sizeMs: size * quarterMs, count: Math.ceil(quarters / size)};
};

export type Slot = {
	readonly start: EpochMs;
	readonly offered: number;
	readonly lost: number;
	/** The most who waited at once, and the most calls at once. */
	readonly waiting: number;
	readonly calls: number;
	/** False for what lies before counting began, or in the future. */
	readonly isCovered: boolean;
	readonly isMissed: boolean;
};

/** What was counted in each piece of the day. */
export const slotsOf = ({times, load}: Day, {start, sizeMs, count}: Axis, cover: Cover): readonly Slot[] => {
	const slots = Array.from({length: count}, (_, index) => emptySlot(epochMs(start + index * sizeMs), sizeMs, cover));
	const at = (quarter: EpochMs) => slots[Math.floor((quarter - start) / sizeMs)];
	for (const {start: quarter, tally} of bucketList(times.quarters)) {
		const slot = at(quarter);
		if (!slot) continue;
		slot.offered += tally.offered;
		slot.lost += lost(tally);
	}
	for (const [quarter, peak] of times.peaks) raise(at(quarter), 'waiting', peak);
	for (const [quarter, peak] of load?.peaks ?? []) raise(at(quarter), 'calls', peak);
	return slots;
};

type Counting = {-readonly [Key in keyof Slot]: Slot[Key]};

const emptySlot = (start: EpochMs, sizeMs: number, {since, missed, now}: Cover): Counting => {
	const end = epochMs(start + sizeMs);
	return {
		start,
		offered: 0,
		lost: 0,
		waiting: 0,
		calls: 0,
		isCovered: since !== null && end > since && start <= now,
		isMissed: isMissedIn(missed, {start, end}),
	};
};

const raise = (slot: Counting | undefined, key: 'waiting' | 'calls', peak: number): void => {
	if (slot) slot[key] = Math.max(slot[key], peak);
};

/** The hours under pieces of `cells` cells each, as many as do not touch: `08  10  12`. Never wider than the pieces. */
export const axisText = (slots: readonly Pick<Slot, 'start'>[], cells: number): string => {
	let text = '';
	for (const [index, {start}] of slots.entries()) {
		const [hour = '', minute] = formatMinute(start).split(':');
		const at = index * cells;
		const hasRoom = (text === '' || at > text.length) && at + hour.length <= slots.length * cells;
		if (minute === '00' && hasRoom) text = text.padEnd(at) + hour;
	}
	return text;
};
