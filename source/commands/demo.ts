import {siteName} from '../domain/units.js';
import {show} from './board.js';
import type {Command} from './command.js';
import {startFor} from './simulate.js';
import {follow} from './tail.js';

/** `demo`: the board on an invented call centre, over real HTTP in one process, in the time of the play. */
export const demo: Command = async context => {
	const simulator = await startFor(context.options);
	const source = {
		endpoint: new URL(simulator.url),
		tokens: [{site: siteName('default'), token: simulator.token}],
		now: simulator.now,
		isOurs: true,
	};
	try {
		return await (context.hasScreen ? show(source, context) : follow(source, context));
	} finally {
		await simulator.close();
	}
};
