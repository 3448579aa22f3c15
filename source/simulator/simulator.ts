// A telephone service for demos and tests. Speaks the wire, not the domain.

import type {Fault} from './faults.js';
import {createPlayer} from './player.js';
import {createScenario} from './scenario.js';
import {startService} from './server.js';

/** The event service of an invented call centre, listening on this machine. */
export type Simulator = {
	readonly url: string;
	/** The first, when there are several. */
	readonly token: string;
	/** Epoch milliseconds of the play; the events' times follow it. */
	now(): number;
	/** Stops the play, ends held polls, and frees the port. */
	close(): Promise<void>;
};

export type SimulatorOptions = {
	/** Default: any free port. */
	readonly port?: number | undefined;
	/** Default: one that is made up. */
	readonly token?: string | undefined;
	/** In the place of `token`, when there are to be several: each gets all events. */
	readonly tokens?: readonly string[] | undefined;
	/** The same seed and `startAt` give the same day. Default 1. */
	readonly seed?: number | undefined;
	/** How many times faster than the true time the play runs. Default 1. */
	readonly speed?: number | undefined;
	readonly lines?: number | undefined;
	readonly queues?: number | undefined;
	/** How many times faster than life everyone rings, talks and waits. Default 1. */
	readonly pace?: number | undefined;
	readonly faults?: readonly Fault[] | undefined;
	/** The true time. Default `Date.now`. */
	readonly now?: (() => number) | undefined;
	/** The time of the play at the beginning, epoch milliseconds. Default: the true time. */
	readonly startAt?: number | undefined;
	/** How much of the play is over already; a new client gets it in its first answers. Default 10. */
	readonly warmUpMinutes?: number | undefined;
};

/** Resolves when it listens. Throws `RangeError` for sizes and speeds that make no sense, else the system's error. */
export const startSimulator = async (options: SimulatorOptions): Promise<Simulator> => {
	const {seed = 1, speed = 1, now = Date.now, warmUpMinutes = 10, lines, queues, pace, port, faults, token} = options;
	const startAt = options.startAt ?? now();
	const scenario = createScenario({seed, startAt: startAt - warmUpMinutes * 60_000, lines, queues, pace});
	const player = createPlayer({scenario, now, startAt, speed});
	const tokens = options.tokens ?? (token === undefined ? undefined : [token]);
	const service = await startService({port, tokens, faults, seed, now, welcome: 'recent', maxEvents: 50_000});
	player.start(service.publish);
	return {
		url: service.url,
		token: service.token,
		now: player.now,
		close: () => {
			player.stop();
			return service.close();
		},
	};
};
