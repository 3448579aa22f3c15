import {setImmediate} from 'node:timers/promises';
import type {Key} from 'ink';
import {describe, expect, it} from 'vitest';
import {createController} from '../../source/ui/controller.js';
import {emptyToken, firstUi, type Ui} from '../../source/ui/ui-state.js';
import {aListing} from './a-listing.js';
import {aKey} from './keys.js';

const token = '1738D072-64A1-4E2B-9C3D-0123456789AB';

/** A controller that asks for a token; each attempt waits until the test settles it. */
const asking = () => {
	const seen: Ui[] = [];
	const tried: string[] = [];
	const settles: ((outcome: string | undefined) => void)[] = [];
	let drawn = 0;
	const controller = createController({
		initial: {...firstUi, overlay: 'token'},
		effects: {
			'token.change': ({text}) =>
				new Promise(resolve => {
					tried.push(text);
					settles.push(resolve);
				}),
		},
		isToken: text => text.toUpperCase() === token,
		listing: aListing(),
		onChange: ui => {
			seen.push(ui);
		},
	});
	controller.subscribe(() => {
		drawn += 1;
	});
	return {
		controller,
		seen,
		tried,
		press: (typed: string, key: Partial<Key> = {}) => controller.press(typed, aKey(key)),
		state: () => controller.getSnapshot().token,
		drawn: () => drawn,
		async settle(attempt: number, outcome?: string) {
			settles[attempt]?.(outcome);
			await setImmediate();
		},
	};
};

describe('typing a token', () => {
	it('tells the screen how long it is, and nobody what it is', async () => {
		const {controller, seen, press, settle} = asking();
		press(token.slice(0, 20));
		press(token.slice(20));
		expect(controller.getSnapshot().token.length).toBe(token.length);
		press('', {return: true});
		await settle(0, 'refused by the service');
		press(token);
		press('', {escape: true});
		const told = JSON.stringify(seen);
		expect(seen.length).toBeGreaterThan(token.length);
		for (let start = 0; start + 5 <= token.length; start++) expect(told).not.toContain(token.slice(start, start + 5));
	});

	it('takes letters that are keys elsewhere, and rubs out whole characters and everything', () => {
		const {press, state, tried} = asking();
		press('q?é😀');
		expect(state().length).toBe(4);
		press('', {backspace: true});
		expect(state().length).toBe(3);
		press('u', {ctrl: true});
		expect(state()).toEqual(emptyToken);
		press(`${token}\r`);
		expect(tried).toEqual([token]);
	});

	it.each([
		['typed ahead with Enter', `${token}\r`, [token]],
		['in small letters', `${token.toLowerCase()}\r`, [token.toLowerCase()]],
		['with blanks around', `  ${token} \r`, [token]],
		['without Enter', token, []],
	])('tries one %s', (_, chunk, tried) => {
		const asked = asking();
		asked.press(chunk);
		expect(asked.tried).toEqual(tried);
	});

	it('takes a pasted one whole, its line feed too, and waits for Enter', () => {
		const {controller, state, tried, press} = asking();
		controller.paste(`${token}\r\n`);
		expect([state().length, tried]).toEqual([token.length, []]);
		press('\r', {return: true});
		expect(tried).toEqual([token]);
	});

	it('puts commas between pasted lines', () => {
		const {controller, state} = asking();
		controller.paste('\na\r\nb\n\nc\n');
		expect(state().length).toBe('a,b,c'.length);
	});

	it.each(['', 'nonsense', `${token}0`])('says that %j has not the form, forgets it and goes on asking', text => {
		const {controller, tried, press, state} = asking();
		press(text);
		press('', {return: true});
		expect(tried).toEqual([]);
		expect(controller.getSnapshot().overlay).toBe('token');
		expect(state()).toEqual({...emptyToken, problem: {kind: 'form'}});
		press(`${token}\r`);
		expect(tried).toEqual([token]);
	});

	it('forgets what was typed on Escape', () => {
		const {controller, tried, press} = asking();
		press(token);
		press('', {escape: true});
		expect(controller.getSnapshot()).toEqual(firstUi);
		press(':token\r');
		press('', {return: true});
		expect(tried).toEqual([]);
	});
});

describe('trying a token', () => {
	it('says so, and takes no other meanwhile', () => {
		const {press, state, tried} = asking();
		press(`${token}\r`);
		expect(state()).toMatchObject({isTrying: true, problem: null});
		press(`x${token}\r`);
		expect(tried).toEqual([token]);
		expect(state()).toMatchObject({isTrying: true});
	});

	it('closes when it is taken, and has it drawn', async () => {
		const {controller, press, settle, drawn} = asking();
		press(`${token}\r`);
		const before = drawn();
		await settle(0);
		expect(controller.getSnapshot()).toEqual(firstUi);
		expect(drawn()).toBe(before + 1);
	});

	it('shows why it is not taken, made harmless, and asks again', async () => {
		const {controller, press, settle, state, tried} = asking();
		press(`${token}\r`);
		await settle(0, 'refused\u001B[2J by the service');
		expect(controller.getSnapshot().overlay).toBe('token');
		expect(state()).toEqual({...emptyToken, problem: {kind: 'refused', sentence: 'refused[2J by the service'}});
		press(`${token}\r`);
		expect(tried).toEqual([token, token]);
		expect(state()).toMatchObject({isTrying: true, problem: null});
	});

	it('does not disturb who closed it and does something else', async () => {
		const {controller, press, settle} = asking();
		press(`${token}\r`);
		press('', {escape: true});
		press('?');
		await settle(0);
		expect(controller.getSnapshot()).toEqual({...firstUi, overlay: 'help'});
	});

	it('heeds only the attempt that somebody waits for', async () => {
		const {controller, press, settle, state} = asking();
		press(`${token}\r`);
		press('', {escape: true});
		press(`:token\r${token}\r`);
		await settle(0, 'too late');
		expect(state()).toMatchObject({isTrying: true, problem: null});
		await settle(1);
		expect(controller.getSnapshot()).toEqual(firstUi);
	});

	it('tells nobody once the board has ended', async () => {
		const {controller, seen, press, settle} = asking();
		press(`${token}\r`);
		const before = seen.length;
		controller.end();
		await settle(0);
		press('?');
		expect(seen).toHaveLength(before);
	});
});
