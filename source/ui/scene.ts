import type {Board} from '../domain/board.js';
import type {BoardEvent} from '../domain/event.js';
import type {ServiceLevelRule} from '../domain/figures.js';
import {minuteMs} from '../domain/times.js';
import type {EpochMs} from '../domain/units.js';
import type {Messages} from '../i18n/en.js';
import type {Contacts} from '../presentation/contacts.js';
import {createNameBook, type NameBook} from '../presentation/name-book.js';
import type {Style} from '../presentation/style.js';
import type {Symbols} from '../presentation/symbols.js';
import type {Clock} from '../runtime/clock.js';
import {serviceTime} from '../runtime/service-time.js';
import type {BoardReader} from '../runtime/store.js';
import {createLooks, type Look} from './look.js';
import type {Theme} from './theme.js';
import type {Ui} from './ui-state.js';

/** What the painters draw from, at one moment. */
export type Moment = {
	/** The board, or the one of the pause. */
	readonly board: Board;
	/** The service's time at the last tick, or at the pause. */
	readonly now: EpochMs;
	/** The board and the time as they really are: feed and clock are shown even in a pause. */
	readonly live: {readonly board: Board; readonly now: EpochMs};
};

/** The board and the time of a pause. */
export type Frozen = {readonly board: Board; readonly now: EpochMs};

export type Scene = {
	readonly messages: Messages;
	readonly symbols: Symbols;
	readonly theme: Theme;
	moment(): Moment;
	/** How rows are made at this moment. */
	style(): Style;
	/** An event as it came over the wire, without its token; undefined when it is not kept any more. */
	rawOf(event: BoardEvent): string | undefined;
	/** The screen's state as React last drew it. */
	ui(): Ui;
	/** Follows the screen's state; a pause freezes the board as it is now. */
	follow(ui: Ui): void;
	/** Reads the clock; ages change at ticks only, so that all tick together. */
	tick(): void;
	/** The listener runs at each new minute: figures over the last minutes move on though nothing happens. */
	onMinute(listener: () => void): () => void;
	/** The names of the board shown; another book when a name changed, so that rows made with the old one are made anew. */
	names(): NameBook;
	/** How tones look now: muted while a feed is not connected, so that nobody takes old figures for the truth. */
	look(): Look;
	/** What the pause holds, for a scene that goes on with it; null when nothing is held. */
	frozen(): Frozen | null;
	/** Events that came since the pause began. */
	hiddenEvents(): number;
};

export type SceneOptions = Pick<Scene, 'messages' | 'symbols' | 'theme' | 'rawOf'> & {
	readonly contacts: Contacts;
	readonly rule: ServiceLevelRule;
	readonly reader: BoardReader;
	readonly clock: Clock;
	readonly ui: Ui;
	/** What a pause holds that another scene began. */
	readonly frozen?: Frozen | null | undefined;
};

const minuteOf = (at: EpochMs): number => Math.floor(at / minuteMs);

/** The one cell between React and the painters: React writes what is wanted, painters read what there is. */
export const createScene = ({reader, clock, messages, symbols, theme, rawOf, ...first}: SceneOptions): Scene => {
	const {contacts, rule} = first;
	let {ui} = first;
	let now = serviceTime(reader.getSnapshot(), clock);
	const minuteListeners = new Set<() => void>();
	const lookWith = createLooks(theme);
	const bookOf = createNameBook();
	const live = (): Frozen => ({board: reader.getSnapshot(), now});
	let frozen = ui.isPaused ? (first.frozen ?? live()) : null;
	return {
		messages,
		symbols,
		theme,
		rawOf,
		ui: () => ui,
		moment: () => ({...(frozen ?? live()), live: live()}),
		style: () => ({messages, symbols, contacts, rule, window: ui.window, ...(frozen ?? live())}),
		follow(next) {
			if (next.isPaused !== ui.isPaused) frozen = next.isPaused ? live() : null;
			ui = next;
		},
		tick() {
			const before = now;
			now = serviceTime(reader.getSnapshot(), clock);
			if (minuteOf(now) !== minuteOf(before)) for (const listener of [...minuteListeners]) listener();
		},
		onMinute(listener) {
			minuteListeners.add(listener);
			return () => minuteListeners.delete(listener);
		},
		names: () => bookOf(frozen?.board ?? reader.getSnapshot()),
		look: () => lookWith(reader.getSnapshot().feeds),
		frozen: () => frozen,
		hiddenEvents: () => (frozen ? reader.getSnapshot().log.total - frozen.board.log.total : 0),
	};
};
