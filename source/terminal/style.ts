import {internPen, type Pen, penFlags, type StyleId} from './pen.js';

export type {StyleId} from './pen.js';

/** The sixteen colours every terminal has, by the names Ink uses. */
export type Colour =
	| 'black'
	| 'red'
	| 'green'
	| 'yellow'
	| 'blue'
	| 'magenta'
	| 'cyan'
	| 'white'
	| 'gray'
	| 'redBright'
	| 'greenBright'
	| 'yellowBright'
	| 'blueBright'
	| 'magentaBright'
	| 'cyanBright'
	| 'whiteBright';

export type Style = {
	readonly color?: Colour;
	readonly backgroundColor?: Colour;
	readonly bold?: boolean;
	readonly dim?: boolean;
	readonly inverse?: boolean;
	readonly underline?: boolean;
	/** What is drawn so leads to the address given to `Screen.setLink`, in terminals that know links. */
	readonly link?: boolean;
};

/** The number that stands for a style when cells are painted. Ask once and keep it: it stays valid for the life of the process. The plain style is 0. */
export const styleId = (style: Style): StyleId =>
	internPen({foreground: penColour(style.color), background: penColour(style.backgroundColor), flags: flagsOf(style)});

const colours: readonly Colour[] = [
	'black',
	'red',
	'green',
	'yellow',
	'blue',
	'magenta',
	'cyan',
	'white',
	'gray',
	'redBright',
	'greenBright',
	'yellowBright',
	'blueBright',
	'magentaBright',
	'cyanBright',
	'whiteBright',
];

const penColour = (colour: Colour | undefined): Pen['foreground'] =>
	colour === undefined ? 0 : colours.indexOf(colour) + 1;

const flagsOf = (style: Style): number =>
	(style.bold ? penFlags.bold : 0) |
	(style.dim ? penFlags.dim : 0) |
	(style.inverse ? penFlags.inverse : 0) |
	(style.underline ? penFlags.underline : 0) |
	(style.link ? penFlags.link : 0);
