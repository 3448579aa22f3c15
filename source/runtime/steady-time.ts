/** A time that goes on evenly when somebody, or the network, sets this machine's clock. */
import {type EpochMs, epochMs} from '../domain/units.js';

export type SteadyTime = {
	now(): EpochMs;
	/** Compares the clock with the time since the machine started. To be called every second or so. */
	check(): void;
};

export type TimeSources = {
	/** What the clock shows, epoch milliseconds. */
	readonly now: () => number;
	/** Seconds since the machine started, sleep included; may be coarse. Absent: the clock is believed. */
	readonly uptime?: () => number;
};

/** The two may differ by so much, for one of them may count in whole seconds. */
const toleratedMs = 2000;

/**
The clock, less by how much it was set since the beginning. A machine that slept moves on both, so that is no setting. Each
check is against the one before, so that a clock that drifts slowly, or is set by little, is simply followed.
*/
export const createSteadyTime = ({now, uptime}: TimeSources): SteadyTime => {
	if (!uptime) return {now: () => epochMs(now()), check() {}};
	const look = () => ({shown: now(), running: uptime() * 1000});
	let last = look();
	let correction = 0;
	const check = (): void => {
		const next = look();
		const setBy = next.shown - last.shown - (next.running - last.running);
		if (Math.abs(setBy) > toleratedMs) correction -= setBy;
		last = next;
	};
	return {
		check,
		now() {
			const shown = now();
			// Not to show a jump even for the moment until the next check.
			if (shown >= last.shown && shown <= last.shown + toleratedMs) return epochMs(shown + correction);
			check();
			return epochMs(last.shown + correction);
		},
	};
};
