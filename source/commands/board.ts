import {readTokens} from '../token-text.js';
import {type Command, type CommandContext, type Source, serviceSource} from './command.js';
import {openDay} from './day.js';
import {settledBeforeReset, startHistory, withEnded} from './history-keeping.js';
import {listen} from './listen.js';
import {followSettings} from './live-settings.js';
import {boardPopDialog} from './pop-dialog.js';
import {createRawEvents} from './raw-events.js';
import {firstFrameMs, loadScreen, showListening} from './screen.js';
import {startPops} from './screen-pop.js';
import {createSession} from './session.js';
import {follow} from './tail.js';

/**
The board; where there is no screen to draw it on, the events as lines. What asks for tokens and tries them brings the HTTP
client along, and is loaded when somebody is asked.
*/
export const board: Command = async context => {
	const source = await serviceSource(context, async terminal => {
		const {firstRun} = await import('./first-run.js');
		return firstRun(context)(terminal);
	});
	return context.hasScreen ? show(source, context) : follow(source, context);
};

/** Draws the board until the user leaves it: with the day as it was kept, and with settings and token that may change. */
const show = async (source: Source, context: CommandContext): Promise<number> => {
	const {options} = context;
	// The day comes from the disk while the screen is loaded.
	const [day] = await Promise.all([openDay(source, options), loadScreen()]);
	const raw = createRawEvents();
	const {board: known, begun} = day;
	const initial = known && withEnded(known, source, options);
	const pops = startPops(options, source);
	const listening = listen({
		source,
		policy: options,
		initial,
		begun,
		raw,
		sink: store => pops.sink(settledBeforeReset(store)),
		headStartMs: firstFrameMs,
	});
	const end = new AbortController();
	day.keep(listening);
	const session = createSession({source, options}, {listening, day});
	const history = startHistory(source, {listening, options});
	session.onOptions(next => history.follow(session.source(), next));
	session.onOptions(pops.follow);
	followSettings(context, {session, listening, signal: end.signal});
	try {
		return await showListening(listening, {
			options,
			onOptions: session.onOptions,
			changeToken: async text => (await import('./token-change.js')).tokenChanger(context, session)(text),
			rawOf: raw.rawOf,
			pops,
			...boardPopDialog(context, {session, pops}),
			isToken: text => !('fault' in readTokens(text)),
		});
	} finally {
		end.abort();
		await listening.stop();
		await pops.close();
		history.close();
		await day.close();
	}
};
