// The screen pop of a command that shows a board: loaded when there is something to open.
import {isDeepStrictEqual} from 'node:util';
import {epochMs} from '../domain/units.js';
import type {Options} from '../options.js';
import {serviceTime} from '../runtime/service-time.js';
import type {BoardStore, Sink} from '../runtime/store.js';
import {isPopOn} from '../screen-pop/rule.js';
import type {ScreenPop} from '../screen-pop/screen-pop.js';
import type {Source} from './command.js';

type PopOptions = Pick<Options, 'pop'>;

export type Pops = {
	/** Where the events of `listen` go. Until the screen pop is loaded, a moment after it is asked for, nothing fires. */
	readonly sink: (store: BoardStore) => Sink;
	/** Goes on by these options. */
	readonly follow: (options: PopOptions) => Promise<void>;
	/** Loads it if need be, for a key that tries it or fires for the selected call. Undefined before `sink` was called. */
	readonly screenPop: () => Promise<ScreenPop | undefined>;
	/** What is loaded already, for a screen that shows its page. */
	readonly loaded: () => ScreenPop | undefined;
	/** The listener hears when it is loaded, and whenever page or offer changed; the result ends that. */
	readonly subscribe: (listener: () => void) => () => void;
	readonly close: () => Promise<void>;
};

export const startPops = ({pop}: PopOptions, {now}: Pick<Source, 'now'>): Pops => {
	let rule = pop;
	let board: BoardStore | undefined;
	let loading: Promise<void> | undefined;
	const listeners = new Set<() => void>();
	const changed = (): void => {
		for (const listener of [...listeners]) listener();
	};
	let made: {readonly screenPop: ScreenPop; readonly sink: Sink} | undefined;
	const load = async (): Promise<ScreenPop | undefined> => {
		if (board === undefined) return undefined;
		const store = board;
		loading ??= create({rule, store, now}).then(screenPop => {
			screenPop.change(rule);
			made = {screenPop, sink: screenPop.sink(store)};
			screenPop.subscribe(changed);
			changed();
		});
		await loading;
		return made?.screenPop;
	};
	return {
		sink: store => {
			board = store;
			if (isPopOn(rule)) void load();
			return {dispatch: events => (made?.sink ?? store).dispatch(events)};
		},
		async follow({pop: next}) {
			if (isDeepStrictEqual(next, rule)) return;
			rule = next;
			made?.screenPop.change(rule);
			if (isPopOn(rule)) await load();
		},
		screenPop: load,
		loaded: () => made?.screenPop,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		close: async () => {
			await loading;
			await made?.screenPop.close();
		},
	};
};

type Making = {readonly rule: Options['pop']; readonly store: BoardStore; readonly now: Source['now']};

const create = async ({rule, store, now}: Making): Promise<ScreenPop> => {
	const [{createScreenPop}, {hasDisplay, openInBrowser}] = await Promise.all([
		import('../screen-pop/screen-pop.js'),
		import('../screen-pop/browser.js'),
	]);
	const {env: environment, platform} = process;
	return createScreenPop({
		rule,
		reader: store,
		dispatch: store.dispatch,
		at: () => serviceTime(store.getSnapshot(), {now: () => epochMs(now())}),
		openUrl: hasDisplay({environment, platform}) ? openInBrowser : undefined,
	});
};
