import type {Board} from '../../source/domain/board.js';
import type {BoardEvent} from '../../source/domain/event.js';
import {callerId, callId, lineNumber, type QueueNumber, queueNumber} from '../../source/domain/units.js';
import {at, boardAfter, bridged, joined, left, onCall, site, support, unbridged} from './builders.js';
import {heard, live} from './sites.js';

const hour = 3600;

/** Seconds from `at(0)`, 10:15, to a time of that day. */
export const clock = (hours: number, minutes = 0): number => (hours - 10) * hour + (minutes - 15) * 60;

/** Callers by hour of the day. */
const profile: ReadonlyMap<number, number> = new Map([
	[8, 6],
	[9, 14],
	[10, 23],
	[11, 19],
	[12, 4],
	[14, 17],
	[15, 21],
	[16, 12],
	[17, 5],
]);

type Place = {readonly number: QueueNumber; readonly label: string; readonly every: number; readonly lostEvery: number};

export const sales = queueNumber('0033199000200');

const places: readonly Place[] = [
	{number: support, label: 'Support', every: 1, lostEvery: 6},
	{number: sales, label: 'Ventes', every: 3, lostEvery: 9},
	{number: queueNumber('0033199000300'), label: 'Comptabilité générale et fournisseurs', every: 7, lostEvery: 2},
];

/** One caller: every so many are lost after three quarters of a minute, the others answered sooner or later. */
const stay = ({number, label, lostEvery}: Place, index: number, joins: number): readonly BoardEvent[] => {
	const facts = {callerId: callerId(`${number}-${joins}-${index}`), number, label};
	if (index % lostEvery === 1) {
		return [joined(joins, facts), left(joins + 45, {...facts, joinedAt: at(joins)})];
	}
	const answered = joins + 4 + (index % 5) * 6;
	const ends = answered + 150;
	return [
		joined(joins, facts),
		bridged(answered, facts),
		unbridged(ends, {...facts, answeredAt: at(answered)}),
		left(ends, {...facts, outcome: 'served', answeredAt: at(answered)}),
	];
};

const stays = places.flatMap(place =>
	[...profile].flatMap(([start, count]) => {
		const some = Math.ceil(count / place.every);
		const room = start === 17 ? 0.6 : 0.9;
		return Array.from({length: some}, (_, index) =>
			stay(place, index, clock(start) + Math.round((index * hour * room) / some) + 20),
		).flat();
	}),
);

const lines = Array.from({length: 24}, (_, index): BoardEvent => {
	const number = lineNumber(`003319900${1101 + index}`);
	const known = index === 23 ? {} : {simultaneousLines: 2};
	return {
		type: 'line-registered',
		at: at(clock(7, 43)),
		site,
		service: 'line',
		number,
		label: `Poste ${index}`,
		...known,
	};
});

const calls = [...profile].flatMap(([start, count]) =>
	Array.from({length: count}, (_, index): readonly BoardEvent[] => {
		const facts = {callId: callId(`${start}-${index}`), number: lineNumber(`003319900${1101 + (index % 24)}`)};
		const begins = clock(start, 5) + index * 20;
		return [onCall('talk-started', begins, facts), onCall('talk-ended', begins + 150, facts)];
	}).flat(),
);

/** Reset at 07:42, seen at 17:40; from 13:05 to 13:25 nobody listened. */
export const dayEvents: readonly BoardEvent[] = [
	{type: 'feed-connecting', at: at(clock(7, 41)), site, transport: 'v1'},
	live(clock(7, 41)),
	{type: 'board-reset', at: at(clock(7, 42))},
	...lines,
	...stays,
	...calls,
	{type: 'board-restored', at: at(clock(13, 25)), savedAt: at(clock(13, 5))},
	heard(clock(17, 39)),
];

export const dayEnd = clock(17, 40);

/** A working day with three queues. */
export const dayBoard = (): Board => boardAfter(...[...dayEvents].sort((one, other) => one.at - other.at));
