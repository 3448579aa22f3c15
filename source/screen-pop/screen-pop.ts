/**
Opens the caller's record when a call comes in: one more sink of the feed. What it does goes on beside the feed and is told by events;
nothing that a target does holds either up.
*/
import type {EpochMs} from '../domain/units.js';
import type {BoardReader, Sink} from '../runtime/store.js';
import {beginningOf, type CallKey, courseOf, keyOf} from './facts.js';
import {madeUpCall} from './made-up-call.js';
import type {Outcome, PopOffer, PopPage} from './outcome.js';
import {createOnce, isFresh, isPicked, isTrigger, timeOf} from './picks.js';
import {isPopOn, type PopRule, type PopTrigger} from './rule.js';
import {createShelf} from './shelf.js';
import {createShooter, type ShooterOptions} from './shooter.js';
import {realTimers, type Timers} from './timers.js';

export type ScreenPop = {
	/** Passes events on at once, and fires for those that are news. */
	sink(inner: Sink): Sink;
	/**
	Fires for an event, or a call that the board shows, whatever the rule says of events, direction and numbers. What is shown
	for a call that is over already stays until somebody puts it away.
	*/
	fire(subject: PopTrigger | CallKey): Promise<Outcome>;
	/** Fires for a made-up call, by this rule if one is given. */
	try(by?: PopRule): Promise<Outcome>;
	/** Goes on by another rule. */
	change(rule: PopRule): void;
	/** The page to show now, until its call ends; null: none. The same object until it changes. */
	page(): PopPage | null;
	/** The address to offer now, likewise. */
	offer(): PopOffer | null;
	/** How many there are of them, those behind the one that is shown too. */
	count(what: 'page' | 'offer'): number;
	/** Puts page or offer away; the one before it is shown again. */
	dismiss(what: 'page' | 'offer'): void;
	/** The listener hears when page or offer changed; the result ends that. */
	subscribe(listener: () => void): () => void;
	/** Gives up what goes on, and says what was dropped. */
	close(): Promise<void>;
};

export type ScreenPopOptions = {
	readonly rule: PopRule;
	readonly reader: BoardReader;
	readonly dispatch: Sink['dispatch'];
	/** The service's time. */
	readonly at: () => EpochMs;
	/** Opens the system's browser; undefined: none would be seen. */
	readonly openUrl: ShooterOptions['openUrl'];
	readonly timers?: Timers;
};

export const createScreenPop = (options: ScreenPopOptions): ScreenPop => {
	const {reader, at, timers = realTimers} = options;
	let {rule} = options;
	const {changed, subscribe} = createListeners();
	const pages = createShelf<PopPage>({reader, timers}, changed);
	const offers = createShelf<PopOffer>({reader, timers}, changed);
	const shelves = {page: pages, offer: offers};
	const shooter = createShooter({...options, timers, showPage: pages.put, showOffer: offers.put});
	const begin = (event: PopTrigger, call: CallKey | null) => shooter.begin({event, rule, call});
	return {
		sink: inner => popSink(inner, {reader, at, rule: () => rule, begin: event => void begin(event, keyOf(event))}),
		async fire(subject) {
			const board = reader.getSnapshot();
			const event = 'type' in subject ? subject : beginningOf(subject, {board, at: at()});
			if (event === undefined) return {type: 'unknown-call'};
			const call = keyOf(event);
			return begin(event, courseOf(call, board) === 'ended' ? null : call);
		},
		try: (by = rule) => shooter.begin({event: madeUpCall(by, at()), rule: by, call: null}),
		change(next) {
			rule = next;
		},
		page: pages.top,
		offer: offers.top,
		count: what => shelves[what].count(),
		dismiss: what => shelves[what].dismiss(),
		subscribe,
		async close() {
			await shooter.close();
			pages.close();
			offers.close();
		},
	};
};

type Watch = Pick<ScreenPopOptions, 'reader' | 'at'> & {
	readonly rule: () => PopRule;
	readonly begin: (event: PopTrigger) => void;
};

const popSink = (inner: Sink, {reader, at, rule, begin}: Watch): Sink => {
	const isFirst = createOnce();
	return {
		dispatch(events) {
			inner.dispatch(events);
			if (!isPopOn(rule())) return;
			const triggers = events.filter(isTrigger);
			if (triggers.length === 0) return;
			const [now, board] = [timeOf(events) ?? at(), reader.getSnapshot()];
			for (const event of triggers) {
				if (isPicked(event, rule(), board) && isFresh(event, now) && isFirst(event)) begin(event);
			}
		},
	};
};

const createListeners = () => {
	const listeners = new Set<() => void>();
	return {
		changed: (): void => {
			for (const listener of [...listeners]) listener();
		},
		subscribe: (listener: () => void): (() => void) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
};
