/** Callers who gave up, and whether somebody has dealt with them since. */

import type {Share} from './caller.js';
import {type DurationMs, type EpochMs, later, type QueueNumber, type SiteName} from './units.js';

/** How a caller can be lost. Who opted out by a key is none of them. */
export const lossOutcomes = ['abandoned', 'timed-out', 'no-agent'] as const;

export type LossOutcome = (typeof lossOutcomes)[number];

/** Who dealt with a lost caller: a later call of theirs was answered, somebody called them, or somebody says so. */
export type Settlement = {
	readonly by: 'answered' | 'called-back' | 'hand';
	readonly at: EpochMs;
	/** The line or agent that reached the caller; null by hand. */
	readonly who: string | null;
};

/** A call that was lost, in the last queue it went through. */
export type Loss = {
	/** Of the call, the same for as long as it is known. */
	readonly key: string;
	readonly site: SiteName;
	readonly queue: QueueNumber;
	/** Empty when withheld: such a caller cannot be recognised. */
	readonly from: string;
	readonly at: EpochMs;
	/** Null when the joining is not known. */
	readonly waited: DurationMs | null;
	readonly outcome: LossOutcome;
	readonly settled: Settlement | null;
};

/** By key, in the order they were lost. */
export type Losses = ReadonlyMap<string, Loss>;

/** How many are remembered. */
export const lossesKept = 1000;

const isLoss = (outcome: Share['outcome']): outcome is LossOutcome => lossOutcomes.some(known => known === outcome);

/** What became of a call, in the last queue it went through. */
type CallEnd = Pick<Loss, 'key' | 'site' | 'queue' | 'from' | 'waited'> & {
	readonly outcome: Share['outcome'];
	readonly at: EpochMs | null;
};

/** The losses after news of a call: one more, one corrected, or one less. Null: it does not count as a call any more. */
export const recountLosses = (
	losses: Losses,
	{key, loss}: {readonly key: string; readonly loss: CallEnd | null},
): Losses => {
	const known = losses.get(key);
	const found = loss && asLoss(loss, known?.settled ?? null);
	if (found === null) return known ? without(losses, key) : losses;
	if (known && isSame(known, found)) return losses;
	const changed = new Map(losses).set(key, found);
	for (const oldest of changed.keys()) {
		if (changed.size <= lossesKept) break;
		changed.delete(oldest);
	}
	return changed;
};

/** Who was dealt with before they were lost, in a queue the call went on to, is not dealt with. */
const asLoss = ({outcome, at, ...call}: CallEnd, settled: Settlement | null): Loss | null => {
	if (!isLoss(outcome) || at === null) return null;
	return {...call, at, outcome, settled: settled !== null && settled.at >= at ? settled : null};
};

const isSame = (one: Loss, other: Loss): boolean =>
	one.at === other.at &&
	one.outcome === other.outcome &&
	one.waited === other.waited &&
	one.from === other.from &&
	one.queue === other.queue;

const without = (losses: Losses, key: string): Losses => {
	const others = new Map(losses);
	others.delete(key);
	return others;
};

/** A call with this number that was answered: when it began, and by whom it was answered. */
type Reached = {readonly from: string; readonly begunAt: EpochMs; readonly settled: Settlement};

/** Somebody reached this number: all its losses before that call are dealt with. */
export const settleLosses = (losses: Losses, {from, begunAt, settled}: Reached): Losses =>
	changeLosses(losses, loss =>
		from !== '' && loss.from === from && loss.settled === null && isBefore(loss, {begunAt, settled})
			? {...loss, settled}
			: loss,
	);

/**
An agent may answer in the moment in which the caller gives up, and queues tell whole seconds: such a call is no later
one. Who waited too long may go straight on to another number.
*/
const isBefore = ({at, outcome}: Loss, {begunAt, settled}: Pick<Reached, 'begunAt' | 'settled'>): boolean =>
	at <= settled.at && (outcome === 'abandoned' ? at + 1000 : at) <= begunAt;

/** The number was not reached after all: what that settled is open again. */
export const reopenLosses = (losses: Losses, from: string, {by, at, who}: Settlement): Losses =>
	changeLosses(losses, loss => {
		const {settled} = loss;
		const isMeant = loss.from === from && settled?.by === by && settled.at === at && settled.who === who;
		return isMeant ? {...loss, settled: null} : loss;
	});

const changeLosses = (losses: Losses, change: (loss: Loss) => Loss): Losses => {
	let changed: Map<string, Loss> | undefined;
	for (const loss of losses.values()) {
		const next = change(loss);
		if (next === loss) continue;
		changed ??= new Map(losses);
		changed.set(loss.key, next);
	}
	return changed ?? losses;
};

/**
Somebody says that a lost caller is dealt with, or after all is not: that goes for all losses of their number. Taken back
is what settled the last of them, whoever did.
*/
export const tickLoss = (
	losses: Losses,
	{key, isDone, at}: {readonly key: string; readonly isDone: boolean; readonly at: EpochMs},
): Losses => {
	const caller = lossesOfCaller(losses, key);
	const last = lastOf(caller)?.settled ?? null;
	const isMeant = ({settled}: Loss): boolean =>
		isDone ? settled === null : settled !== null && isAlike(settled, last);
	// This machine's clock may be behind: nobody is dealt with before they are lost.
	const doneAt = later(lastOf(caller)?.at ?? null, at);
	const settled: Settlement | null = isDone ? {by: 'hand', at: doneAt, who: null} : null;
	return changeLosses(losses, loss => (caller.includes(loss) && isMeant(loss) ? {...loss, settled} : loss));
};

const isAlike = ({by, at, who}: Settlement, other: Settlement | null): boolean =>
	other?.by === by && other.at === at && other.who === who;

/** All losses of the caller who was lost under that key; of a withheld number only the one. */
export const lossesOfCaller = (losses: Losses, key: string): readonly Loss[] => {
	const loss = losses.get(key);
	if (!loss) return [];
	return loss.from === '' ? [loss] : [...losses.values()].filter(({from}) => from === loss.from);
};

/** The latest of some losses. */
export const lastOf = (losses: readonly Loss[]): Loss | undefined => {
	let last: Loss | undefined;
	for (const loss of losses) if (!last || loss.at >= last.at) last = loss;
	return last;
};

/** How often each number was lost, by number; withheld ones cannot be told apart and are not in it. */
export const triesOf = (losses: Losses): ReadonlyMap<string, number> => {
	const tries = new Map<string, number>();
	for (const {from} of losses.values()) if (from !== '') tries.set(from, (tries.get(from) ?? 0) + 1);
	return tries;
};
