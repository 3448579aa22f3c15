import type {Direction} from '../domain/event.js';
import type {FeedStatus} from '../domain/feed.js';
import type {LineStatus} from '../domain/line.js';

/** The marks of the screen. A state is always a shape and a word beside its colour. */
export type Symbols = {
	readonly status: Readonly<Record<LineStatus | 'expired', string>>;
	readonly direction: Readonly<Record<Direction, string>>;
	readonly feed: Readonly<Record<FeedStatus | 'replay', string>>;
	/** Of a lost caller: to call back, or dealt with. */
	readonly loss: Readonly<Record<'open' | 'done', string>>;
	readonly above: string;
	readonly below: string;
	readonly to: string;
	readonly separator: string;
	readonly dot: string;
	readonly dash: string;
	readonly cut: string;
	/** Before another count of the same. */
	readonly nearly: string;
	/** Eight heights of a cell, from the lowest. */
	readonly levels: readonly string[];
	/** Of bars: a whole cell, half of one, and what stands for the lost. */
	readonly bar: {readonly full: string; readonly half: string; readonly lost: string};
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
	loss: {open: '■', done: '✓'},
	above: '▲',
	below: '▼',
	to: '→',
	separator: '│',
	dot: '·',
	dash: '—',
	cut: '…',
	nearly: '≈',
	levels: ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
	bar: {full: '█', half: '▌', lost: '▒'},
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
	loss: {open: '!', done: 'v'},
	above: '^',
	below: 'v',
	to: '>',
	separator: '|',
	dot: '-',
	dash: '-',
	cut: '~',
	nearly: '~',
	levels: ['_', '.', ':', '-', '=', '+', '*', '#'],
	bar: {full: '#', half: '-', lost: 'x'},
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
