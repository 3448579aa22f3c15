import type {Tone} from '../presentation/cells.js';
import {type Style, type StyleId, styleId} from '../terminal/style.js';

/** What each tone looks like. The only place in `ui` where colours have names. */
export type Theme = Readonly<Record<Tone, Style>> & {readonly overlay: Style; readonly border: Style};

const dark: Theme = {
	plain: {},
	muted: {color: 'gray'},
	strong: {bold: true},
	accent: {color: 'cyan'},
	free: {color: 'green'},
	ringing: {color: 'yellow', bold: true},
	busy: {color: 'redBright'},
	held: {color: 'magentaBright'},
	warning: {color: 'yellow', bold: true},
	alarm: {color: 'redBright', bold: true, inverse: true},
	selected: {bold: true, inverse: true},
	border: {color: 'gray'},
	overlay: {color: 'white', backgroundColor: 'black'},
};

const light: Theme = {
	plain: {},
	muted: {color: 'gray'},
	strong: {bold: true},
	accent: {color: 'blue'},
	free: {color: 'green'},
	ringing: {color: 'magenta', bold: true},
	busy: {color: 'red'},
	held: {color: 'blue'},
	warning: {color: 'magenta', bold: true},
	alarm: {color: 'red', bold: true, inverse: true},
	selected: {bold: true, inverse: true},
	border: {color: 'gray'},
	overlay: {color: 'black', backgroundColor: 'white'},
};

/** Without colours; what must be seen is bold, underlined or inverse. */
const mono: Theme = {
	plain: {},
	muted: {dim: true},
	strong: {bold: true},
	accent: {bold: true},
	free: {},
	ringing: {bold: true, underline: true},
	busy: {bold: true},
	held: {underline: true},
	warning: {bold: true, underline: true},
	alarm: {bold: true, inverse: true},
	selected: {inverse: true},
	border: {dim: true},
	overlay: {color: 'white', backgroundColor: 'black'},
};

export const themes = {dark, light, mono} as const;

export type ThemeName = keyof typeof themes;

export type ToneStyles = Readonly<Record<Tone, StyleId>>;

/** The theme as the painters need it. Stale: everything is muted, so that nobody takes it for the truth of now. */
export const toneStyles = (theme: Theme, {isStale}: {readonly isStale: boolean}): ToneStyles => {
	const styleOf = (tone: Tone): StyleId => styleId(isStale ? theme.muted : theme[tone]);
	return {
		plain: styleOf('plain'),
		muted: styleOf('muted'),
		strong: styleOf('strong'),
		accent: styleOf('accent'),
		free: styleOf('free'),
		ringing: styleOf('ringing'),
		busy: styleOf('busy'),
		held: styleOf('held'),
		warning: styleOf('warning'),
		alarm: styleOf('alarm'),
		selected: styleId(theme.selected),
	};
};

/** A style as Ink's Text takes it. */
export const inkProps = ({dim, ...style}: Style) => ({...style, ...(dim ? {dimColor: true} : {})});
