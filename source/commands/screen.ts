// The board on the terminal, for every command that shows one.
import {isDeepStrictEqual} from 'node:util';
import {epochMs} from '../domain/units.js';
import type {Language} from '../i18n/languages.js';
import type {Options} from '../options.js';
import type {Effects} from '../ui/controller.js';
import type {PopSettings} from '../ui/pop-entry.js';
import type {BoardLook} from '../ui/show-board.js';
import type {BoardView} from '../ui/start-board.js';
import {contactsOf} from './contacts.js';
import type {Listening} from './listen.js';
import {popsOnScreen} from './pops-on-screen.js';
import type {Pops} from './screen-pop.js';

export type ScreenOptions = {
	readonly options: Options;
	/** Hears of other options while the board is shown. */
	readonly onOptions?: (listener: (options: Options) => void | Promise<void>) => void;
	/** Takes a typed token, or says why not. Absent: there is no token to change. */
	readonly changeToken?: (text: string) => Promise<string | undefined>;
	readonly isToken?: (text: string) => boolean;
	/** The screen pop; absent: nothing is fired. */
	readonly pops?: Pops;
	/** The settings of the screen pop, where they can be edited. */
	readonly popSettings?: PopSettings;
	readonly popEffects?: Pick<Effects, 'pop.try' | 'pop.save'>;
	/** An event as it came over the wire, without its token. */
	readonly rawOf?: BoardView['rawOf'];
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
	const {options, onOptions, changeToken, isToken, rawOf, pops, popSettings, popEffects} = screen;
	const {view, filter, onlyActive, registered} = options;
	let look = await lookOf(options);
	let {exportTo} = options;
	const board = showBoard({
		...look,
		reader: listening.store,
		clock: listening.clock,
		initial: {view, filter, onlyActive, hasRegistered: registered},
		...(isToken ? {isToken} : {}),
		...(rawOf ? {rawOf} : {}),
		...(pops ? {pops: popsOnScreen(pops)} : {}),
		...(popSettings ? {popSettings} : {}),
		effects: {
			...popEffects,
			'board.reset': listening.reset,
			'feed.retry': listening.retry,
			'loss.set': ({key, isDone}) => listening.tick(key, isDone),
			'table.save': saveTo(() => ({folder: exportTo, language: look.language})),
			...(changeToken ? {'token.change': ({text}: {readonly text: string}) => changeToken(text)} : {}),
		},
	});
	onOptions?.(async next => {
		exportTo = next.exportTo;
		const nextLook = await lookOf(next);
		if (isDeepStrictEqual(nextLook, look)) return;
		look = nextLook;
		board.restyle(look);
	});
	return Promise.race([board.left, listening.defect]);
};

/** Writes a table into a folder; what that takes is loaded at the first time. */
const saveTo =
	(wishes: () => {readonly folder: string; readonly language: Language}): NonNullable<Effects['table.save']> =>
	async ({table, form}) => {
		const {exportTable} = await import('./export-table.js');
		return exportTable({table, form}, {...wishes(), now: epochMs(Date.now())});
	};

/** Throws OptionsError for names of numbers that cannot be read. */
const lookOf = async (options: Options): Promise<BoardLook> => {
	const {language, ascii, color, theme, rule} = options;
	return {language, ascii, rule, contacts: await contactsOf(options), theme: color ? theme : 'mono'};
};

/**
Libraries read these variables when they are loaded. Ink leaves out backgrounds when colours are off, and dialogs would be
transparent; so they are always on for Ink, and the screen leaves them out. Both variables at once make Node print a warning.
*/
const letInkColour = (): void => {
	const {FORCE_COLOR: forced} = process.env;
	delete process.env.NO_COLOR;
	if (forced === undefined || forced === '0' || forced === 'false') process.env.FORCE_COLOR = '1';
};
