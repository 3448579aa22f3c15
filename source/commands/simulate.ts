import {exitStatus} from '../errors.js';
import type {Options} from '../options.js';
import {type Simulator, startSimulator} from '../simulator/simulator.js';
import type {Command} from './command.js';
import {instantOf} from './instants.js';
import {signalled} from './signals.js';

/** `simulate`: an invented call centre as a service of its own. Prints one line, its address and token, and serves. */
export const simulate: Command = async ({options, output}) => {
	const ended = signalled({SIGINT: exitStatus.interrupted, SIGTERM: 0});
	const simulator = await startFor(options);
	// The service goes on when the reader of its address leaves; that is how a script takes the one line it needs.
	output.closed.catch(() => undefined);
	output.line(JSON.stringify({url: simulator.url, token: simulator.token}));
	try {
		return await ended;
	} finally {
		await simulator.close();
	}
};

/** The invented call centre that the flags ask for; a whole day begins at midnight. */
export const startFor = ({period, port, seed, speed, lines, queues, faults}: Options): Promise<Simulator> => {
	const startAt = period.from && instantOf(period.from, {now: Date.now(), begins: 0, daysOn: 0});
	return startSimulator({startAt, port, seed, speed, lines, queues, faults});
};
