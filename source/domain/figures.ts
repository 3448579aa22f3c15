import {meanMs, type Tally, total, within} from './tally.js';
import type {DurationMs} from './units.js';

/** How the service level is reckoned: which share must be answered within which time. */
export type ServiceLevelRule = {
	readonly formula: keyof typeof formulas;
	/** T: answered within so many seconds. */
	readonly thresholdSeconds: number;
	/** p: the share aimed at, 0–1. */
	readonly target: number;
	/** S: who gives up within so many seconds dialled wrong, and does not count. */
	readonly shortAbandonSeconds: number;
};

type Parts = {
	readonly answered: number;
	readonly lost: number;
	readonly answeredInTime: number;
	readonly abandonedInTime: number;
	readonly abandonedShort: number;
};

/** The formulas in use, from counts to numerator and denominator. F6 is the board's default; sources differ, so it is always named. */
export const formulas = {
	F1: (parts: Parts) => [parts.answeredInTime + parts.abandonedInTime, parts.answered + parts.lost],
	F2: (parts: Parts) => [parts.answeredInTime, parts.answered],
	F3: (parts: Parts) => [parts.answeredInTime, parts.answered + parts.lost],
	F4: (parts: Parts) => [parts.answeredInTime, parts.answered + parts.lost - parts.abandonedInTime],
	F5: (parts: Parts) => [parts.answeredInTime + parts.abandonedShort, parts.answered + parts.lost],
	F6: (parts: Parts) => [parts.answeredInTime, parts.answered + parts.lost - parts.abandonedShort],
} as const satisfies Record<string, (parts: Parts) => readonly [number, number]>;

export const defaultServiceLevel: ServiceLevelRule = {
	formula: 'F6',
	thresholdSeconds: 20,
	target: 0.8,
	shortAbandonSeconds: 5,
};

/** Callers lost: abandoned, timed out, or no agent was there. Those who opted out by a key are none of them. */
export const lost = (tally: Tally): number => tally.abandoned + tally.timedOut + tally.noAgent;

/** Answered of all whose waiting ended, 0–1; null without any. */
export const answerRate = (tally: Tally): number | null => ratio(tally.answered, tally.answered + lost(tally));

/** Callers who abandoned so soon that they count as misdialled. */
export const shortAbandons = (tally: Tally, rule: ServiceLevelRule): number =>
	within(tally.abandonWaits, rule.shortAbandonSeconds);

/** Abandoned of those offered, both without the short ones, 0–1; null without any. */
export const abandonRate = (tally: Tally, rule: ServiceLevelRule): number | null => {
	const short = shortAbandons(tally, rule);
	return ratio(tally.abandoned - short, tally.offered - short);
};

/** Mean wait of the answered callers whose joining is known. */
export const averageSpeedOfAnswer = (tally: Tally): DurationMs | null =>
	meanMs(tally.answerWaitMs, total(tally.answerWaits));

/** Mean length of the conversations that ended. */
export const averageTalk = (tally: Tally): DurationMs | null => meanMs(tally.talkMs, tally.talks);

/** The service level by the given rule, 0–1; null while nothing can be said. */
export const serviceLevel = (tally: Tally, rule: ServiceLevelRule): number | null => {
	const [numerator, denominator] = formulas[rule.formula]({
		answered: tally.answered,
		lost: lost(tally),
		answeredInTime: within(tally.answerWaits, rule.thresholdSeconds),
		abandonedInTime: within(tally.abandonWaits, rule.thresholdSeconds),
		abandonedShort: shortAbandons(tally, rule),
	});
	return ratio(numerator, denominator);
};

/** A share between 0 and 1; null when the whole is nothing. */
const ratio = (part: number, whole: number): number | null =>
	whole <= 0 ? null : Math.min(1, Math.max(0, part / whole));
