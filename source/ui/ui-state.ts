import type {LineNumber} from '../domain/units.js';
import type {ViewName} from '../presentation/views.js';

/** What may lie over the view and take the keys. */
export const overlays = ['filter', 'palette', 'token', 'reset', 'help'] as const;

export type Overlay = (typeof overlays)[number];

/** The overlays that are typed into. */
export const prompts: readonly Overlay[] = ['filter', 'palette', 'token'];

/** Why a line of the palette cannot be run: no such command, or something stands after one that takes nothing. */
export type PaletteProblem = {readonly kind: 'unknown' | 'surplus'; readonly name: string};

export type PaletteState = {
	readonly text: string;
	/** Which of the matching commands is chosen; null: none yet. */
	readonly choice: number | null;
	readonly problem: PaletteProblem | null;
};

/** What is wrong with a token: its form, or what was said when it was tried. */
export type TokenProblem = {readonly kind: 'form'} | {readonly kind: 'refused'; readonly sentence: string};

/** Of a token that is being typed nobody but the controller knows more than its length. */
export type TokenState = {readonly length: number; readonly isTrying: boolean; readonly problem: TokenProblem | null};

/** What only the screen needs to know. */
export type Ui = {
	readonly view: ViewName;
	readonly overlay: Overlay | null;
	readonly filter: string;
	readonly onlyActive: boolean;
	/** The selected line; null before the first move. */
	readonly selected: LineNumber | null;
	/** The newest log entry shown, by sequence; null follows the newest there is. */
	readonly logAnchor: number | null;
	readonly isPaused: boolean;
	readonly palette: PaletteState;
	readonly token: TokenState;
};

export const emptyPalette: PaletteState = {text: '', choice: null, problem: null};

export const emptyToken: TokenState = {length: 0, isTrying: false, problem: null};

/** How a board begins, before anybody wished for anything. */
export const firstUi: Ui = {
	view: 'overview',
	overlay: null,
	filter: '',
	onlyActive: false,
	selected: null,
	logAnchor: null,
	isPaused: false,
	palette: emptyPalette,
	token: emptyToken,
};
