import type {Command, CommandContext, Source} from './command.js';
import {listen} from './listen.js';
import {follow} from './tail.js';

/** The board; where there is no screen to draw it on, the events as lines. */
export const board: Command = async context => {
	const source = {endpoint: context.options.endpoint, tokens: await context.tokens(), now: Date.now, isOurs: false};
	return context.hasScreen ? show(source, context) : follow(source, context);
};

/** Draws the board until the user leaves it. React is loaded here and nowhere else: the other commands start without. */
export const show = async (source: Source, {options}: CommandContext): Promise<number> => {
	letInkColour();
	const {showBoard} = await import('../ui/show-board.js');
	const listening = listen({...source, headStartMs: firstFrameMs});
	const {language, ascii, color, view, filter, onlyActive} = options;
	try {
		return await Promise.race([
			showBoard({
				reader: listening.store,
				clock: listening.clock,
				language,
				theme: color ? options.theme : 'mono',
				ascii,
				initial: {view, filter, onlyActive},
				effects: {reset: listening.reset},
			}),
			listening.defect,
		]);
	} finally {
		await listening.stop();
	}
};

/** Ink takes about 60 ms to draw the first frame, twice that while the HTTP client is loaded; nobody misses them in an answer. */
const firstFrameMs = 100;

/**
Libraries read these variables when they are loaded. Ink leaves out backgrounds when colours are off, and dialogs would be
transparent; so they are always on for Ink, and the screen leaves them out. Both variables at once make Node print a warning.
*/
const letInkColour = (): void => {
	const {FORCE_COLOR: forced} = process.env;
	delete process.env.NO_COLOR;
	if (forced === undefined || forced === '0' || forced === 'false') process.env.FORCE_COLOR = '1';
};
