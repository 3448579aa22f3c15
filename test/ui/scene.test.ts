import {describe, expect, it} from 'vitest';
import type {Board} from '../../source/domain/board.js';
import type {BoardEvent} from '../../source/domain/event.js';
import {defaultServiceLevel} from '../../source/domain/figures.js';
import {messagesFor} from '../../source/i18n/languages.js';
import {noContacts} from '../../source/presentation/contacts.js';
import {unicode} from '../../source/presentation/symbols.js';
import {createStore} from '../../source/runtime/store.js';
import {createScene} from '../../source/ui/scene.js';
import {themes, toneStyles} from '../../source/ui/theme.js';
import {firstUi as running, type Ui} from '../../source/ui/ui-state.js';
import {at, joined, onCall, reset, site, timePassed} from '../helpers/builders.js';
import {createManualClock} from '../helpers/manual-clock.js';

const paused: Ui = {...running, isPaused: true};

const stage = (...events: readonly BoardEvent[]) => {
	const store = createStore(() => {});
	const clock = createManualClock(at(0));
	const happen = (...news: readonly BoardEvent[]): Board => {
		store.dispatch(news);
		store.flush();
		return store.getSnapshot();
	};
	happen(...events);
	const scene = createScene({
		reader: store,
		clock,
		messages: messagesFor('en'),
		symbols: unicode,
		theme: themes.dark,
		ui: running,
		contacts: noContacts,
		rule: defaultServiceLevel,
		rawOf: () => undefined,
	});
	const wait = (milliseconds: number): void => {
		clock.advance(milliseconds);
		scene.tick();
	};
	return {scene, clock, happen, wait};
};

const received = (clockOffsetMs: number): BoardEvent => ({
	type: 'feed-received',
	at: at(0),
	site,
	events: 1,
	rejected: 0,
	lastEventAt: at(0),
	clockOffsetMs,
});
const down: BoardEvent = {
	type: 'feed-failed',
	at: at(0),
	site,
	failure: 'timeout',
	reason: 'no answer',
	retryAt: at(5),
};
const live: BoardEvent = {type: 'feed-live', at: at(0), site};

describe('moment', () => {
	it('is the board as it is and the time of the last tick', () => {
		const {scene, clock, happen, wait} = stage(joined(-5));
		const board = happen(onCall('ringing-started', 0));
		clock.advance(700);
		expect(scene.moment()).toEqual({board, now: at(0), live: {board, now: at(0)}});
		wait(300);
		expect(scene.moment().now).toBe(at(1));
	});

	it("is in the service's time, as far as the feed knows it", () => {
		const {scene, wait} = stage(received(-40_000));
		wait(1000);
		expect(scene.moment().now).toBe(at(41));
	});

	it('stands still in a pause, while feed and clock go on', () => {
		const {scene, happen, wait} = stage(joined(-5));
		const before = scene.moment().board;
		scene.follow(paused);
		const after = happen(onCall('ringing-started', 1));
		wait(3000);
		expect(scene.moment()).toEqual({board: before, now: at(0), live: {board: after, now: at(3)}});
	});

	it('goes on after a pause where the board is by then', () => {
		const {scene, happen, wait} = stage(joined(-5));
		scene.follow(paused);
		const after = happen(onCall('ringing-started', 1));
		wait(3000);
		scene.follow(running);
		expect(scene.moment()).toMatchObject({board: after, now: at(3)});
	});

	it('keeps the board of the pause through other changes of the screen', () => {
		const {scene, happen} = stage(joined(-5));
		const before = scene.moment().board;
		scene.follow(paused);
		happen(onCall('ringing-started', 1));
		scene.follow({...paused, filter: 'bob'});
		expect(scene.moment().board).toBe(before);
		expect(scene.ui().filter).toBe('bob');
	});
});

describe('hiddenEvents', () => {
	it('counts what came to the log since the pause began', () => {
		const {scene, happen} = stage(joined(-5));
		expect(scene.hiddenEvents()).toBe(0);
		scene.follow(paused);
		expect(scene.hiddenEvents()).toBe(0);
		happen(onCall('ringing-started', 1), onCall('talk-started', 2));
		expect(scene.hiddenEvents()).toBe(2);
	});

	it('counts neither repeated news nor time passing', () => {
		const {scene, happen} = stage(joined(-5));
		scene.follow(paused);
		happen(joined(-5), timePassed(2));
		expect(scene.hiddenEvents()).toBe(0);
	});

	it('does not forget what came before a reset in the pause', () => {
		const {scene, happen} = stage(joined(-5));
		scene.follow(paused);
		happen(onCall('ringing-started', 1));
		happen(reset(2));
		expect(scene.hiddenEvents()).toBe(2);
	});

	it('begins anew with the next pause', () => {
		const {scene, happen} = stage(joined(-5));
		scene.follow(paused);
		happen(onCall('ringing-started', 1));
		scene.follow(running);
		expect(scene.hiddenEvents()).toBe(0);
		scene.follow(paused);
		expect(scene.hiddenEvents()).toBe(0);
	});
});

describe('names', () => {
	it('are those of the board shown: in a pause, of the board of the pause', () => {
		const {scene, happen} = stage(joined(-5, {label: 'Support'}));
		scene.follow(paused);
		happen(onCall('ringing-started', 1, {label: 'Accueil'}));
		expect([...scene.names().values()]).toEqual(['Support']);
		scene.follow(running);
		expect([...scene.names().values()].sort()).toEqual(['Accueil', 'Support']);
	});
});

describe('look', () => {
	const fresh = toneStyles(themes.dark, {isStale: false});
	const stale = toneStyles(themes.dark, {isStale: true});

	it('are muted while a feed is down, and only then', () => {
		const {scene, happen} = stage(live);
		expect(scene.look().of(site)).toEqual(fresh);
		happen(down);
		expect(scene.look().of(site)).toEqual(stale);
		happen({...live, at: at(9)});
		expect(scene.look().of(site)).toEqual(fresh);
	});

	it('tell of the feed as it really is, also in a pause', () => {
		const {scene, happen} = stage(live);
		scene.follow(paused);
		happen(down);
		expect(scene.look().of(site)).toEqual(stale);
	});

	it('are the same each time, so that nothing is drawn anew for them', () => {
		const {scene} = stage(live);
		expect(scene.look().of(site)).toBe(scene.look().of(site));
	});
});
