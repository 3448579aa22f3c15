import type {Key} from 'ink';
import {describe, expect, it} from 'vitest';
import {createController} from '../../source/ui/controller.js';
import {firstUi as start, type Ui} from '../../source/ui/ui-state.js';
import {aListing} from './a-listing.js';
import {aKey} from './keys.js';

const controllerOn = (initial: Partial<Ui> = {}) => {
	const seen: Ui[] = [];
	const done: string[] = [];
	const note = (what: string) => () => {
		done.push(what);
	};
	const controller = createController({
		initial: {...start, ...initial},
		effects: {
			'board.quit': note('quit'),
			'board.reset': note('reset'),
			'screen.redraw': note('redraw'),
			'feed.retry': note('retry'),
		},
		listing: aListing({keys: () => Array.from({length: 20}, (_, index) => String(index)), pageRows: () => 5}),
		onChange: ui => {
			seen.push(ui);
		},
	});
	return {
		controller,
		seen,
		done,
		press: (typed: string, key: Partial<Key> = {}) => controller.press(typed, aKey(key)),
	};
};

describe('press', () => {
	it('takes keys typed ahead, which come as one text, for as many keys', () => {
		const {controller, press} = controllerOn();
		press('jjjj');
		expect(controller.getSnapshot().cursors.overview).toBe('3');
	});

	it('takes each typed key where the ones before it have led', () => {
		const {controller, done, press} = controllerOn();
		press('/qR');
		expect(controller.getSnapshot()).toEqual({...start, overlay: 'filter', filter: 'qR'});
		expect(done).toEqual([]);
	});

	it('takes a notice away, also with a key that changes nothing else, and tells who draws', () => {
		const {controller, seen, press} = controllerOn({notice: 'saved'});
		press('l', {ctrl: true});
		expect(controller.getSnapshot()).toEqual(start);
		expect(seen).toEqual([start]);
	});

	it('leaves a notice to keys that mean nothing', () => {
		const {controller, seen, press} = controllerOn({notice: 'saved'});
		press('~');
		controller.tell({type: 'feed.retry'});
		expect(controller.getSnapshot().notice).toBe('saved');
		expect(seen).toEqual([]);
	});

	it.each(['[A', '[B', '[5~', '[1;5C', '[200~'])('ignores %s, the rest of a torn escape sequence', rest => {
		const {controller, seen, press} = controllerOn();
		press(rest);
		expect(controller.getSnapshot()).toEqual(start);
		expect(seen).toEqual([]);
		const filtering = controllerOn({overlay: 'filter'});
		filtering.press(rest);
		expect(filtering.controller.getSnapshot().filter).toBe('');
	});

	it('takes a bracket that was typed for a character', () => {
		const {controller, press} = controllerOn({overlay: 'filter'});
		press('[');
		press('[ab]');
		expect(controller.getSnapshot().filter).toBe('[[ab]');
	});

	it('lets a pasted text into the filter, without what cannot be printed', () => {
		const {controller} = controllerOn({overlay: 'filter'});
		controller.paste('Élodie 東\r\n06\u0007 12\u202E\u2028');
		expect(controller.getSnapshot().filter).toBe('Élodie 東06 12');
	});

	it('heeds Enter in the middle of what was typed ahead', () => {
		const {controller, press} = controllerOn();
		press('/abc\rp');
		expect(controller.getSnapshot()).toEqual({...start, filter: 'abc', isPaused: true});
	});

	it('runs a whole command typed ahead', () => {
		const {controller, done, press} = controllerOn();
		press(':log\r:retry\r:filter bob\r');
		expect(controller.getSnapshot()).toEqual({...start, view: 'log', filter: 'bob'});
		expect(done).toEqual(['retry']);
	});

	it('keeps a line that is no command, and says why', () => {
		const {controller, done, press} = controllerOn();
		press(':nope\r');
		expect(controller.getSnapshot()).toMatchObject({
			overlay: 'palette',
			palette: {text: 'nope', problem: {kind: 'unknown', name: 'nope'}},
		});
		press('x');
		expect(controller.getSnapshot().palette).toEqual({text: 'nopex', choice: null, problem: null});
		press('', {escape: true});
		expect([controller.getSnapshot(), done]).toEqual([start, []]);
	});

	it('asks before a reset by name as it does by key', () => {
		const {controller, done, press} = controllerOn();
		press(':reset\r');
		expect([controller.getSnapshot().overlay, done]).toEqual(['reset', []]);
		press('y');
		expect(done).toEqual(['reset']);
	});

	it('lets nothing pasted be taken for keys', () => {
		const {controller, done, seen} = controllerOn();
		controller.paste('qRy');
		const asked = controllerOn({overlay: 'reset'});
		asked.controller.paste('y');
		expect([done, seen, asked.done]).toEqual([[], [], []]);
	});

	it('gives each effect its turn', () => {
		const {done, press} = controllerOn();
		press('l', {ctrl: true});
		press('R');
		press('y');
		press('q');
		expect(done).toEqual(['redraw', 'reset', 'quit']);
	});

	it('does nothing on a key without a meaning', () => {
		const {seen, done, press} = controllerOn();
		press('z');
		press('x', {meta: true});
		expect([seen, done]).toEqual([[], []]);
	});
});

describe('subscribe', () => {
	it('tells of one change for one text, however many keys are in it', () => {
		const {controller, press} = controllerOn();
		let told = 0;
		controller.subscribe(() => {
			told += 1;
		});
		press('jjjj');
		expect(told).toBe(1);
		press('z');
		expect(told).toBe(1);
	});

	it('tells after the new state has reached those who draw', () => {
		const {controller, seen, press} = controllerOn();
		const states: unknown[] = [];
		controller.subscribe(() => states.push([seen.at(-1), controller.getSnapshot()]));
		press('p');
		expect(states).toEqual([
			[
				{...start, isPaused: true},
				{...start, isPaused: true},
			],
		]);
	});

	it('tells no more once it is ended, also when that happens meanwhile', () => {
		const {controller, press} = controllerOn();
		const told: string[] = [];
		const end = controller.subscribe(() => {
			told.push('first');
			end();
		});
		controller.subscribe(() => told.push('second'));
		press('p');
		press('p');
		expect(told).toEqual(['first', 'second', 'second']);
	});
});
