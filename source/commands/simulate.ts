import {exitStatus} from '../errors.js';
import type {Options} from '../options.js';
import {type Simulator, startSimulator} from '../simulator/simulator.js';
import type {Command} from './command.js';
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

export const startFor = ({port, seed, speed, lines, queues, faults}: Options): Promise<Simulator> =>
	startSimulator({port, seed, speed, lines, queues, faults});
