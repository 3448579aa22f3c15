import type {Board} from '../domain/board.js';
import type {EpochMs} from '../domain/units.js';
import type {Messages} from '../i18n/en.js';
import {isStale} from '../presentation/header.js';
import {createNameBook, type NameBook} from '../presentation/name-book.js';
import type {Symbols} from '../presentation/symbols.js';
import type {Clock} from '../runtime/clock.js';
import {serviceTime} from '../runtime/service-time.js';
import type {BoardReader} from '../runtime/store.js';
import type {Ui} from './commands.js';
import {type Theme, type ToneStyles, toneStyles} from './theme.js';

/** What the painters draw from, at one moment. */
export type Moment = {
	/** The board, or the one of the pause. */
	readonly board: Board;
	/** The service's time at the last tick, or at the pause. */
	readonly now: EpochMs;
	/** The board and the time as they really are: feed and clock are shown even in a pause. */
	readonly live: {readonly board: Board; readonly now: EpochMs};
};

export type Scene = {
	readonly messages: Messages;
	readonly symbols: Symbols;
	readonly theme: Theme;
	moment(): Moment;
	/** The screen's state as React last drew it. */
	ui(): Ui;
	/** Follows the screen's state; a pause freezes the board as it is now. */
	follow(ui: Ui): void;
	/** Reads the clock; ages change at ticks only, so that all tick together. */
	tick(): void;
	/** The names of the board shown; another book when a name changed, so that rows made with the old one are made anew. */
	names(): NameBook;
	/** How tones look now: muted while a feed is down, so that nobody takes stale figures for the truth. */
	styles(): ToneStyles;
	/** Events that came since the pause began. */
	hiddenEvents(): number;
};

export type SceneOptions = Pick<Scene, 'messages' | 'symbols' | 'theme'> & {
	readonly reader: BoardReader;
	readonly clock: Clock;
	readonly ui: Ui;
};

/** The one cell between React and the painters: React writes what is wanted, painters read what there is. */
export const createScene = ({reader, clock, messages, symbols, theme, ui: firstUi}: SceneOptions): Scene => {
	let ui = firstUi;
	let now = serviceTime(reader.getSnapshot(), clock);
	const fresh = toneStyles(theme, {isStale: false});
	const stale = toneStyles(theme, {isStale: true});
	let frozen: {readonly board: Board; readonly now: EpochMs} | null = null;
	const bookOf = createNameBook();
	const live = () => ({board: reader.getSnapshot(), now});
	return {
		messages,
		symbols,
		theme,
		ui: () => ui,
		moment: () => ({...(frozen ?? live()), live: live()}),
		follow(next) {
			if (next.isPaused !== ui.isPaused) frozen = next.isPaused ? live() : null;
			ui = next;
		},
		tick() {
			now = serviceTime(reader.getSnapshot(), clock);
		},
		names: () => bookOf(frozen?.board ?? reader.getSnapshot()),
		styles: () => (isStale(reader.getSnapshot()) ? stale : fresh),
		hiddenEvents: () => (frozen ? reader.getSnapshot().log.total - frozen.board.log.total : 0),
	};
};
