import {siteName} from '../domain/units.js';
import type {Command, CommandContext, Source} from './command.js';
import {listen} from './listen.js';
import {demoPopDialog} from './pop-dialog.js';
import {createRawEvents} from './raw-events.js';
import {firstFrameMs, showListening} from './screen.js';
import {startPops} from './screen-pop.js';
import {startFor} from './simulate.js';
import {follow} from './tail.js';

/** `demo`: the board on an invented call centre, over real HTTP in one process, in the time of the play. */
export const demo: Command = async context => {
	const simulator = await startFor(context.options);
	const source: Source = {
		endpoint: new URL(simulator.url),
		tokens: [{site: siteName('default'), token: simulator.token}],
		transport: 'v1',
		now: simulator.now,
		isOurs: true,
	};
	try {
		return await (context.hasScreen ? play(source, context) : follow(source, context));
	} finally {
		await simulator.close();
	}
};

const play = async (source: Source, context: CommandContext): Promise<number> => {
	const {options} = context;
	const raw = createRawEvents();
	const pops = startPops(options, source);
	const listening = listen({source, policy: options, raw, sink: pops.sink, headStartMs: firstFrameMs});
	try {
		return await showListening(listening, {options, rawOf: raw.rawOf, pops, ...demoPopDialog(context, pops)});
	} finally {
		await listening.stop();
		await pops.close();
	}
};
