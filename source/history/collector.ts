import type {Share} from '../domain/caller.js';
import type {Tally} from '../domain/tally.js';

/** Adds shares up to a tally, as `addShare` does, for very many of them. */
export type Collector = {
	/** What was offered, what came of it and what was talked may be added each for itself. */
	offer(): void;
	end(outcome: Share['outcome'], waited: Share['waited']): void;
	talk(talked: number): void;
	tally(): Tally;
};

type Outcome = NonNullable<Share['outcome']>;

type Waits = Map<number, number>;

export const createCollector = (): Collector => {
	const counts: Record<Outcome, number> = {answered: 0, abandoned: 0, 'timed-out': 0, 'no-agent': 0, 'opted-out': 0};
	const answerWaits: Waits = new Map();
	const abandonWaits: Waits = new Map();
	const otherWaits: Waits = new Map();
	const waitsOf: Readonly<Partial<Record<Outcome, Waits>>> = {answered: answerWaits, abandoned: abandonWaits};
	let [offered, talks, talkMs, answerWaitMs] = [0, 0, 0, 0];
	return {
		offer() {
			offered += 1;
		},
		end(outcome, waited) {
			if (outcome === null) return;
			counts[outcome] += 1;
			if (waited === null) return;
			if (outcome === 'answered') answerWaitMs += waited;
			count(waitsOf[outcome] ?? otherWaits, Math.ceil(waited / 1000));
		},
		talk(talked) {
			talks += 1;
			talkMs += talked;
		},
		tally: () => ({
			offered,
			answered: counts.answered,
			abandoned: counts.abandoned,
			timedOut: counts['timed-out'],
			noAgent: counts['no-agent'],
			optedOut: counts['opted-out'],
			answerWaits,
			answerWaitMs,
			abandonWaits,
			otherWaits,
			talks,
			talkMs,
		}),
	};
};

const count = (waits: Waits, seconds: number): void => {
	waits.set(seconds, (waits.get(seconds) ?? 0) + 1);
};
