import {setTimeout as delay} from 'node:timers/promises';
import {isDeepStrictEqual} from 'node:util';
import {eventText} from '../../source/simulator/event-text.js';
import {createScenario, type ScenarioOptions} from '../../source/simulator/scenario.js';
import {startService} from '../../source/simulator/server.js';
import {daysFrom} from './calendar.js';
import {type Condition, conditionAt, healthy, type Trouble} from './troubles.js';

/** The real service, over real HTTP, whose time passes when it is told to. */
export type Play = {
	readonly url: string;
	readonly token: string;
	/** The first of three calls for each step. Nothing that a client would notice happens. */
	prepare(to: number): Promise<Coming>;
	/** The second, when the client's clock shows that instant: troubles begin and end. */
	change(): Promise<void>;
	/**
	The third, when the client asks again if it is time for that. Plays on until this instant as soon as a client waits, and
	resolves once it has taken all there is and asks on. Never resolves when none comes, or when the next step begins before:
	what was to go out then goes out with nobody there.
	*/
	advance(to: number, client?: Client): Promise<void>;
	close(): Promise<void>;
};

/** What a step will bring. */
export type Coming = {
	/** When its last event goes out; its end when there is none. */
	readonly lastAt: number;
	/** Troubles begin or end: otherwise the second call can be left out. */
	readonly isChange: boolean;
};

/** `isAnew`: the client has dropped its request since it was last waited for, and makes another. */
export type Client = {readonly isAnew: boolean};

export type PlayOptions = ScenarioOptions & {readonly troubles: readonly Trouble[]};

const token = '1738D072-64A1-4E2B-9C3D-0123456789AB';
const otherToken = '5A0E3C4B-8D21-4F6A-B7C8-9876543210FE';

/** Room for all that a long step publishes at once. */
const limits = {
	batchDelayMs: 0,
	maxBatch: 20_000,
	maxEvents: 200_000,
	maxAgeMs: 2 * 3_600_000,
	sessionLifeMs: 2 * 3_600_000,
};

export const startPlay = async ({troubles, ...options}: PlayOptions): Promise<Play> => {
	let now = options.startAt;
	let condition = healthy;
	let coming = healthy;
	let orders = 0;
	let heard = 0;
	let unsent: readonly string[] = [];
	const script = createScript(options);
	const dayAt = createDays(options.startAt);
	const open = (port = 0) => startService({...limits, port, tokens: [token], seed: options.seed, now: () => now});
	let service = await open();
	const {url} = service;
	const change = async (next: Condition): Promise<void> => {
		const before = condition;
		condition = next;
		if (next.isClosed && !before.isClosed) await service.close();
		if (!next.isClosed && before.isClosed) service = await open(Number(new URL(url).port));
		if (next.isRefusing !== before.isRefusing) service.setTokens([next.isRefusing ? otherToken : token]);
		if (next.hasForgotten && !before.hasForgotten) service.forgetSessions();
		service.setFaults(next.faults);
	};
	const send = (): void => {
		if (!condition.isClosed) service.publishTexts(unsent);
		unsent = [];
	};
	/** Waits until it is so; never ends when another order comes before. The next events are written in the meantime. */
	const until = async (isSo: () => boolean): Promise<void> => {
		const order = orders;
		while (!isSo()) {
			if (service.heldPolls() === 0) script.writeAhead();
			await delay(1);
			if (order !== orders) await never();
		}
	};
	return {
		url,
		token,
		async prepare(to) {
			orders += 1;
			send();
			now = to;
			coming = conditionAt(troubles, {at: to, day: dayAt(to)});
			return {lastAt: script.lastUpTo(to) ?? to, isChange: !isDeepStrictEqual(coming, condition)};
		},
		change: () => change(coming),
		async advance(to, {isAnew} = {isAnew: false}) {
			unsent = script.takeUntil(to);
			if (condition.isClosed) return never();
			await until(() => service.heldPolls() > 0 && (!isAnew || service.requests() > heard));
			send();
			await until(service.isDrained);
			heard = service.requests();
			script.writeAhead();
		},
		close: () => (condition.isClosed ? Promise.resolve() : service.close()),
	};
};

/** One for each who waits: a shared one would remember them all. */
const never = (): Promise<never> => new Promise(() => {});

/** The scenario as JSON texts, written a step ahead where there is time for it. */
const createScript = (options: ScenarioOptions) => {
	const scenario = createScenario(options);
	let ahead: readonly {readonly at: number; readonly text: string}[] = [];
	let taken = {from: options.startAt, to: options.startAt};
	let written = options.startAt;
	const write = (to: number): void => {
		if (to <= written) return;
		written = to;
		ahead = [...ahead, ...scenario.takeUntil(to).map(({at, event}) => ({at, text: eventText(event)}))];
	};
	return {
		lastUpTo(to: number): number | undefined {
			write(to);
			return ahead.findLast(({at}) => at <= to)?.at;
		},
		takeUntil(to: number): readonly string[] {
			write(to);
			taken = {from: taken.to, to};
			const due = ahead.filter(({at}) => at <= to);
			ahead = ahead.slice(due.length);
			return due.map(({text}) => text);
		},
		/** As far as the last step went. */
		writeAhead: () => write(taken.to + (taken.to - taken.from)),
	};
};

/** Which day of the play an instant is on, for instants that come in order. */
const createDays = (startAt: number): ((at: number) => number) => {
	let today = daysFrom(startAt, 1)[0];
	let count = 1;
	return at => {
		while (today && at >= today.to) {
			today = daysFrom(today.to, 1)[0];
			count += 1;
		}
		return count;
	};
};
