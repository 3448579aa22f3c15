/** Many runs, several at a time, since most of their time is waiting. */
import {setFlagsFromString} from 'node:v8';
import {runInNewContext} from 'node:vm';
import {judge} from './judge.js';
import {until} from './patience.js';
import type {Plan} from './plan.js';
import {type Outcome, perform} from './run.js';

export type Campaign = {
	/** Of every thousand runs of the normal command. */
	readonly share: number;
	readonly planOf: (seed: number) => Plan;
};

export type Report = {
	readonly runs: number;
	/** A sentence for each run that went wrong: what was wrong, and how to see it again. */
	readonly failures: readonly string[];
	/** What nobody caught. */
	readonly uncaught: readonly string[];
	/** Sockets, servers and timers that are left, by kind. */
	readonly left: Readonly<Record<string, number>>;
	/** In use after a fifth of the runs, and after all of them, in MiB. */
	readonly heap: readonly [early: number, late: number];
	readonly figures: Figures;
};

type Figures = {answers: number; failures: number; requests: number; waits: number; waitedHours: number; gaps: number};

const atATime = 6;
const usual = 1000;

/** `CHAOS_RUNS` for all files together; `CHAOS_SEED` for one run again in each. */
export const runsOf = ({share}: Campaign): number =>
	process.env.CHAOS_SEED === undefined ? Math.ceil((Number(process.env.CHAOS_RUNS ?? usual) * share) / 1000) : 1;

const firstSeed = Number(process.env.CHAOS_SEED ?? 1);

/** So long may a campaign take, in milliseconds. */
export const timeoutOf = (campaign: Campaign): number => 60_000 + 300 * runsOf(campaign);

export const wage = async (campaign: Campaign): Promise<Report> => {
	const runs = runsOf(campaign);
	const failures: string[] = [];
	const figures: Figures = {answers: 0, failures: 0, requests: 0, waits: 0, waitedHours: 0, gaps: 0};
	const one = async (seed: number): Promise<void> => {
		const plan = campaign.planOf(seed);
		const outcome = await perform(plan);
		add(figures, outcome);
		const complaints = judge(plan, outcome);
		if (complaints.length > 0) failures.push(describe(plan, complaints));
	};
	const watch = watchUncaught();
	const before = activeNow();
	const early = Math.ceil(runs / 5);
	await severally(firstSeed, early, one);
	const heapBefore = heapInUse();
	await severally(firstSeed + early, runs - early, one);
	const heap = [heapBefore, heapInUse()] as const;
	await until(() => Object.keys(leftSince(before)).length === 0, []);
	return {runs, failures, uncaught: watch.end(), left: leftSince(before), heap, figures};
};

const severally = async (from: number, count: number, one: (seed: number) => Promise<void>): Promise<void> => {
	let next = from;
	const work = async (): Promise<void> => {
		while (next < from + count) {
			next += 1;
			await one(next - 1);
		}
	};
	await Promise.all(Array.from({length: atATime}, work));
};

const describe = ({way, cast, seed, kinds, interludes}: Plan, complaints: readonly string[]): string => {
	const struck = interludes.map(({faults, blow}) =>
		[...faults.map(({kind, rate}) => `${kind}:${rate}`), ...(blow ? [blow] : [])].join(' '),
	);
	const [first = '', ...others] = complaints.map(words => words.slice(0, 2000));
	return `CHAOS_SEED=${seed} (${cast}, ${way}; ${kinds.join(', ')}; ${struck.join(' | ')}): ${first}${others.length > 0 ? ` … and ${others.length} more: ${others.slice(0, 3).join('; ')}` : ''}`;
};

const add = (figures: Figures, {stations, events}: Outcome): void => {
	for (const {counts, tap} of stations) {
		figures.answers += counts.answers;
		figures.failures += counts.failures;
		figures.requests += tap.requests();
		figures.waits += counts.waits;
		figures.waitedHours += counts.waitedMs / 3_600_000;
	}
	figures.gaps += events.filter(({type}) => type === 'feed-gap').length;
};

const watchUncaught = () => {
	const uncaught: string[] = [];
	const note = (error: unknown): void => void uncaught.push(String(error));
	const kinds = ['unhandledRejection', 'uncaughtExceptionMonitor'] as const;
	for (const kind of kinds) process.on(kind, note);
	return {
		end: () => {
			for (const kind of kinds) process.off(kind, note);
			return uncaught;
		},
	};
};

type Active = ReadonlyMap<string, number>;

/** What keeps the process running, by kind. */
const activeNow = (): Active =>
	new Map([...Map.groupBy(process.getActiveResourcesInfo(), kind => kind)].map(([kind, all]) => [kind, all.length]));

const kept = ['TCPSocketWrap', 'TCPServerWrap', 'Timeout', 'ConnectWrap'];

const leftSince = (before: Active): Readonly<Record<string, number>> =>
	Object.fromEntries(
		[...activeNow()]
			.map(([kind, count]) => [kind, count - (before.get(kind) ?? 0)] as const)
			.filter(([kind, more]) => kept.includes(kind) && more > 0),
	);

const collectGarbage: () => void = (() => {
	setFlagsFromString('--expose-gc');
	return runInNewContext('gc');
})();

const heapInUse = (): number => {
	collectGarbage();
	return process.memoryUsage().heapUsed / 1024 / 1024;
};
