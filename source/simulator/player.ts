import type {WireEvent} from '../providers/ovh/wire.js';
import type {Scenario} from './scenario.js';

/** Sends a scenario's events when they are due. */
export type Player = {
	/** Epoch milliseconds of the play; its clock runs from the beginning, started or not. */
	now(): number;
	/** Sends at once all that is due, and from then on the rest. Does not keep the process alive. */
	start(publish: (events: readonly WireEvent[]) => void): void;
	stop(): void;
};

export type PlayerOptions = {
	readonly scenario: Pick<Scenario, 'nextAt' | 'takeUntil'>;
	/** The true time in milliseconds; only differences matter. */
	readonly now: () => number;
	/** The time of the play at the beginning, and how many times faster than the true time it runs. */
	readonly startAt: number;
	readonly speed: number;
};

/** Throws `RangeError` for a speed that is not above 0. */
export const createPlayer = ({scenario, now, startAt, speed}: PlayerOptions): Player => {
	if (!(speed > 0 && speed < Number.POSITIVE_INFINITY)) throw new RangeError(`Expected a speed above 0, got ${speed}.`);
	const begunAt = now();
	const playNow = () => startAt + (now() - begunAt) * speed;
	let timer: NodeJS.Timeout | undefined;
	const play = (publish: (events: readonly WireEvent[]) => void) => {
		const due = scenario.takeUntil(playNow());
		if (due.length > 0) publish(due.map(({event}) => event));
		// Counted from the play's clock each time, so that late timers do not add up.
		const waitMs = Math.max(0, (scenario.nextAt() - playNow()) / speed);
		timer = setTimeout(play, Math.min(Math.ceil(waitMs), maxWaitMs), publish).unref();
	};
	return {now: playNow, start: play, stop: () => clearTimeout(timer)};
};

/** A machine that slept, or whose clock was set, is noticed this soon. */
const maxWaitMs = 1000;
