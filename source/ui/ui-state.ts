import type {Window} from '../domain/window.js';
import type {Subject} from '../presentation/details/subject.js';
import type {LogKind} from '../presentation/log-kinds.js';
import {noPops, type ShownPops} from '../presentation/pop/pops.js';
import type {Sorting} from '../presentation/table/table.js';
import type {ViewName} from '../presentation/views.js';
import type {PopForm} from './pop-form.js';

/** What may lie over the view and take the keys. */
export const overlays = ['filter', 'palette', 'token', 'reset', 'help', 'details', 'pop', 'page'] as const;

export type Overlay = (typeof overlays)[number];

/** The overlays that are typed into. */
export const prompts: readonly Overlay[] = ['filter', 'palette', 'token', 'pop'];

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

/** Details as they are shown. */
export type Details = {
	readonly subject: Subject;
	/** The chosen step of the ladder, from 0; null: the first, or the one that the subject means. */
	readonly step: number | null;
	/** The event of that step as it came over the wire. */
	readonly isRaw: boolean;
	/** Rows of that scrolled away; absent: none. */
	readonly scroll?: number;
};

/** What only the screen needs to know. */
export type Ui = {
	readonly view: ViewName;
	readonly overlay: Overlay | null;
	readonly filter: string;
	readonly onlyActive: boolean;
	/** What is selected in each view, by its key; absent before the first move. */
	readonly cursors: Readonly<Partial<Record<ViewName, string>>>;
	/** How the table of a view is sorted; absent: as the table wants it. */
	readonly sortings: Readonly<Partial<Record<ViewName, Sorting>>>;
	/** How far back the figures of queues reach. */
	readonly window: Window;
	/** The newest log entry shown, by sequence; null follows the newest there is. */
	readonly logAnchor: number | null;
	readonly logKind: LogKind;
	/** Whether telephones that register stand among the other entries. */
	readonly hasRegistered: boolean;
	/** Null unless the overlay is `details`. */
	readonly details: Details | null;
	/** What the screen pop has to show; its page opens the overlay `page` as soon as no other is open. */
	readonly pops: ShownPops;
	/** Rows of that page scrolled away. */
	readonly pageTop: number;
	readonly isPaused: boolean;
	/** What came of something asked for; until the next key. */
	readonly notice: string | null;
	readonly palette: PaletteState;
	readonly token: TokenState;
	/** The settings of the screen pop as they are edited; null unless the overlay is `pop`. */
	readonly pop: PopForm | null;
};

export const emptyPalette: PaletteState = {text: '', choice: null, problem: null};

export const emptyToken: TokenState = {length: 0, isTrying: false, problem: null};

/** How a board begins, before anybody wished for anything. */
export const firstUi: Ui = {
	view: 'overview',
	overlay: null,
	filter: '',
	onlyActive: false,
	cursors: {},
	sortings: {},
	window: 'today',
	logAnchor: null,
	logKind: 'all',
	hasRegistered: false,
	details: null,
	pops: noPops,
	pageTop: 0,
	isPaused: false,
	notice: null,
	palette: emptyPalette,
	token: emptyToken,
	pop: null,
};
