import type {Board} from '../../source/domain/board.js';
import {type Caller, noShare, shareOf} from '../../source/domain/caller.js';
import {goneCallersKept, type Queue} from '../../source/domain/queue.js';
import {emptyTally, mergeTallies, recountShare, type Tally, total} from '../../source/domain/tally.js';
import {minutesKept, quartersKept} from '../../source/domain/times.js';
import type {Total} from '../../source/domain/whole-call.js';
import {byStart} from '../helpers/tallies-by-time.js';

/** What is wrong with the counts of a board, a sentence each. */
export const flawsOfFigures = (board: Board): readonly string[] => [
	...flawsOfCounted('all queues', board.total),
	...[...board.queues.values()].flatMap(queue => [
		...flawsOfCounted(`queue ${queue.number}`, queue),
		...flawsOfOffered(queue),
		...(isWholeDayKnown(board, queue) ? flawsOfRecount(queue) : []),
	]),
	...[...board.agents.values()].flatMap(({number, queues: _, ...counts}) => flawsOfCounts(`agent ${number}`, counts)),
	...flawsOfAgentTotals(board),
];

/** In all, and by time: no bucket counts more than there was in all. */
const flawsOfCounted = (where: string, {tally, times}: Total): readonly string[] => [
	...flawsOfTally(where, tally),
	...[...byStart(times.minutes), ...byStart(times.quarters)].flatMap(([start, part]) => [
		...flawsOfTally(`${where} at ${start}`, part),
		...(part.offered <= tally.offered && part.answered <= tally.answered ? [] : [`${where}: too many at ${start}`]),
	]),
	...[...times.peaks].flatMap(([start, most]) => (most > 0 ? [] : [`${where}: ${most} waited at ${start}`])),
	...(byStart(times.minutes).size > minutesKept ? [`${where}: ${byStart(times.minutes).size} minutes`] : []),
	...(byStart(times.quarters).size > quartersKept ? [`${where}: ${byStart(times.quarters).size} quarters`] : []),
];

const flawsOfTally = (where: string, tally: Tally): readonly string[] => {
	const {answerWaits, abandonWaits, otherWaits, ...counts} = tally;
	return [
		...flawsOfCounts(where, counts),
		...[...answerWaits, ...abandonWaits, ...otherWaits].flatMap(([seconds, callers]) =>
			seconds >= 0 && callers > 0 ? [] : [`${where}: ${callers} callers waited ${seconds} s`],
		),
		...(total(answerWaits) <= counts.answered ? [] : [`${where}: more waits than answers`]),
		...(total(abandonWaits) <= counts.abandoned ? [] : [`${where}: more waits than abandoned`]),
		...(total(otherWaits) <= counts.timedOut + counts.noAgent + counts.optedOut
			? []
			: [`${where}: more waits than left otherwise`]),
	];
};

/** Sums of lengths may have fractions, whose rounding is forgiven. */
const flawsOfCounts = (where: string, counts: Readonly<Record<string, number>>): readonly string[] =>
	Object.entries(counts).flatMap(([name, count]) => {
		const isSum = name.endsWith('Ms');
		const isSane = isSum ? Number.isFinite(count) && count > -rounding : Number.isSafeInteger(count) && count >= 0;
		return isSane ? [] : [`${where}: ${name} is ${count}`];
	});

const rounding = 0.01;

const stays = ({callers, gone}: Queue): readonly Caller[] => [...callers.values(), ...gone];

/** Whoever is known to have entered was offered. */
const flawsOfOffered = (queue: Queue): readonly string[] => {
	const entered = stays(queue).filter(({seen}) => seen === 'joined').length;
	return queue.tally.offered >= entered
		? []
		: [`queue ${queue.number}: ${queue.tally.offered} offered, ${entered} entered`];
};

/** Nobody was forgotten, nobody came twice under one identity, and nothing began anew. */
const isWholeDayKnown = ({resetAt}: Board, queue: Queue): boolean =>
	resetAt === null && queue.gone.length < goneCallersKept && stays(queue).every(({stay}) => stay === 1);

/** The counts, which move by differences, are what counting everyone anew gives. */
const flawsOfRecount = (queue: Queue): readonly string[] => {
	const counted = stays(queue)
		.map(shareOf)
		.reduce((tally, after) => recountShare(tally, {before: noShare, after}), emptyTally);
	const [moved, anew] = [queue.tally, counted].map(asText);
	return moved === anew ? [] : [`queue ${queue.number}: counted ${moved}, anew ${anew}`];
};

const asText = ({answerWaits, abandonWaits, otherWaits, ...counts}: Tally): string =>
	JSON.stringify({
		...Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, Math.round(count)])),
		waits: [answerWaits, abandonWaits, otherWaits].map(waits => [...waits].sort(([one], [other]) => one - other)),
	});

/** What all queues counted as answered, agents answered. */
const flawsOfAgentTotals = ({queues, agents, resetAt}: Board): readonly string[] => {
	if (resetAt !== null) return [];
	const day = mergeTallies([...queues.values()].map(({tally}) => tally));
	const answered = [...agents.values()].reduce((sum, agent) => sum + agent.answered, 0);
	return day.answered === answered ? [] : [`queues answered ${day.answered}, agents ${answered}`];
};
