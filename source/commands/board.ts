import {readTokens} from '../token-text.js';
import {type Command, type CommandContext, type Source, serviceSource} from './command.js';
import {openDay} from './day.js';
import {firstRun} from './first-run.js';
import {listen} from './listen.js';
import {followSettings} from './live-settings.js';
import {firstFrameMs, showListening} from './screen.js';
import {createSession} from './session.js';
import {follow} from './tail.js';
import {tokenChanger} from './token-change.js';

/** The board; where there is no screen to draw it on, the events as lines. */
export const board: Command = async context => {
	const source = await serviceSource(context, firstRun(context));
	return context.hasScreen ? show(source, context) : follow(source, context);
};

/** Draws the board until the user leaves it: with the day as it was kept, and with settings and token that may change. */
const show = async (source: Source, context: CommandContext): Promise<number> => {
	const {options} = context;
	const day = await openDay(source, options);
	const listening = listen({source, policy: options, initial: day.board, begun: day.begun, headStartMs: firstFrameMs});
	const end = new AbortController();
	day.keep(listening);
	const session = createSession({source, options}, {listening, day});
	followSettings(context, {session, listening, signal: end.signal});
	try {
		return await showListening(listening, {
			options,
			onOptions: session.onOptions,
			changeToken: tokenChanger(context, session),
			isToken: text => !('fault' in readTokens(text)),
		});
	} finally {
		end.abort();
		await listening.stop();
		await day.close();
	}
};
