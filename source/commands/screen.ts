// The board on the terminal, for every command that shows one.
import type {Options} from '../options.js';
import type {BoardLook} from '../ui/show-board.js';
import type {Listening} from './listen.js';

export type ScreenOptions = {
	readonly options: Options;
	/** Hears of other options while the board is shown. */
	readonly onOptions?: (listener: (options: Options) => void) => void;
	/** Takes a typed token, or says why not. Absent: there is no token to change. */
	readonly changeToken?: (text: string) => Promise<string | undefined>;
	readonly isToken?: (text: string) => boolean;
};

/** Ink takes about 60 ms to draw the first frame, twice that while the HTTP client is loaded; nobody misses them in an answer. */
export const firstFrameMs = 100;

/** React is loaded here and nowhere else: the other commands start without. May be begun before it is needed. */
export const loadScreen = () => {
	letInkColour();
	return import('../ui/show-board.js');
};

/** Draws the board until the user leaves it. */
export const showListening = async (listening: Listening, screen: ScreenOptions): Promise<number> => {
	const {showBoard} = await loadScreen();
	const {options, onOptions, changeToken, isToken} = screen;
	const {view, filter, onlyActive} = options;
	let look = lookOf(options);
	const board = showBoard({
		...look,
		reader: listening.store,
		clock: listening.clock,
		initial: {view, filter, onlyActive},
		...(isToken ? {isToken} : {}),
		effects: {
			'board.reset': listening.reset,
			'feed.retry': listening.retry,
			...(changeToken ? {'token.change': ({text}: {readonly text: string}) => changeToken(text)} : {}),
		},
	});
	onOptions?.(next => {
		if (JSON.stringify(lookOf(next)) === JSON.stringify(look)) return;
		look = lookOf(next);
		board.restyle(look);
	});
	return Promise.race([board.left, listening.defect]);
};

const lookOf = ({language, ascii, color, theme}: Options): BoardLook => ({
	language,
	ascii,
	theme: color ? theme : 'mono',
});

/**
Libraries read these variables when they are loaded. Ink leaves out backgrounds when colours are off, and dialogs would be
transparent; so they are always on for Ink, and the screen leaves them out. Both variables at once make Node print a warning.
*/
const letInkColour = (): void => {
	const {FORCE_COLOR: forced} = process.env;
	delete process.env.NO_COLOR;
	if (forced === undefined || forced === '0' || forced === 'false') process.env.FORCE_COLOR = '1';
};
