import type {Direction} from '../domain/event.js';
import type {FeedStatus} from '../domain/feed.js';
import type {LineStatus} from '../domain/line.js';

/** The marks of the screen. A state is always a shape and a word beside its colour. */
export type Symbols = {
	readonly status: Readonly<Record<LineStatus | 'expired', string>>;
	readonly direction: Readonly<Record<Direction, string>>;
	readonly feed: Readonly<Record<FeedStatus | 'replay', string>>;
	readonly above: string;
	readonly below: string;
	readonly to: string;
	readonly separator: string;
	readonly dot: string;
	readonly dash: string;
	readonly cut: string;
	readonly keys: {readonly up: string; readonly down: string; readonly left: string; readonly right: string};
	readonly border: {
		readonly topLeft: string;
		readonly top: string;
		readonly topRight: string;
		readonly right: string;
		readonly bottomRight: string;
		readonly bottom: string;
		readonly bottomLeft: string;
		readonly left: string;
	};
};

export const unicode: Symbols = {
	status: {'in-call': '●', 'on-hold': '‖', ringing: '◐', free: '○', unknown: '·', expired: '×'},
	direction: {incoming: '←', outgoing: '→', internal: '↔', unknown: '·'},
	feed: {live: '●', quiet: '◌', connecting: '…', down: '×', refused: '!', replay: '▷'},
	above: '▲',
	below: '▼',
	to: '→',
	separator: '│',
	dot: '·',
	dash: '—',
	cut: '…',
	keys: {up: '↑', down: '↓', left: '←', right: '→'},
	border: {
		topLeft: '╭',
		top: '─',
		topRight: '╮',
		right: '│',
		bottomRight: '╯',
		bottom: '─',
		bottomLeft: '╰',
		left: '│',
	},
};

/** For consoles without these glyphs. */
export const ascii: Symbols = {
	status: {'in-call': '#', 'on-hold': '=', ringing: '*', free: 'o', unknown: '.', expired: 'x'},
	direction: {incoming: '<', outgoing: '>', internal: '-', unknown: '.'},
	feed: {live: '*', quiet: 'o', connecting: '.', down: 'x', refused: '!', replay: '>'},
	above: '^',
	below: 'v',
	to: '>',
	separator: '|',
	dot: '-',
	dash: '-',
	cut: '~',
	keys: {up: 'Up', down: 'Down', left: 'Left', right: 'Right'},
	border: {
		topLeft: '+',
		top: '-',
		topRight: '+',
		right: '|',
		bottomRight: '+',
		bottom: '-',
		bottomLeft: '+',
		left: '|',
	},
};
