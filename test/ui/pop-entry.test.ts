import fc from 'fast-check';
import type {Key} from 'ink';
import {describe, expect, it} from 'vitest';
import {createController} from '../../source/ui/controller.js';
import {type PopTold, type PopValues, popFieldNames, textIn} from '../../source/ui/pop-form.js';
import {firstUi} from '../../source/ui/ui-state.js';
import {aListing} from './a-listing.js';
import {aKey} from './keys.js';
import {type SomeSettings, somePopSettings} from './some-pop-settings.js';

const edit = (settings: SomeSettings = {}) => {
	const asked: (readonly [string, string])[] = [];
	const answers: ((told: PopTold) => void)[] = [];
	const effect = (what: string) => (command: {readonly values: {readonly popUrl: string}}) => {
		asked.push([what, command.values.popUrl]);
		return new Promise<PopTold>(resolve => {
			answers.push(resolve);
		});
	};
	const controller = createController({
		initial: firstUi,
		effects: {'pop.try': effect('try'), 'pop.save': effect('save')},
		listing: aListing(),
		popSettings: somePopSettings(settings),
		onChange: () => undefined,
	});
	return {
		controller,
		asked,
		form: () => controller.getSnapshot().pop,
		press: (typed: string, key: Partial<Key> = {}) => controller.press(typed, aKey(key)),
		async answer(told: PopTold) {
			answers.shift()?.(told);
			await Promise.resolve();
		},
	};
};

const tryIt = ['t', {ctrl: true}] as const;

describe('the form', () => {
	it('opens with what holds, and takes every letter typed ahead', () => {
		const {controller, form, press} = edit({rule: {template: undefined}});
		press(':pop\rhttps://x.example/q?R=');
		expect(textIn(form() ?? {fields: []}, 'popUrl')).toBe('https://x.example/q?R=');
		controller.paste('{caller}\r\n');
		expect(textIn(form() ?? {fields: []}, 'popUrl')).toBe('https://x.example/q?R={caller}');
		expect(form()?.problems).toEqual({});
	});

	it('says at once what is wrong, and leaves with Escape as if nothing had been typed', () => {
		const {controller, asked, form, press} = edit();
		press(':pop\r');
		press('u', {ctrl: true});
		press('ftp');
		expect(form()?.problems.popUrl).toMatch(/^Expected an http/);
		press('', {escape: true});
		expect([controller.getSnapshot(), asked]).toEqual([firstUi, []]);
		press(':pop\r');
		expect(textIn(form() ?? {fields: []}, 'popUrl')).toBe('https://crm.example/?n={caller}');
	});

	it('neither tries nor saves while a value is wrong, and goes to it', () => {
		const {asked, form, press} = edit();
		press(':pop\r{nobody}');
		press('', {downArrow: true});
		press(...tryIt);
		press('', {return: true});
		expect([asked, form()?.current, form()?.busy]).toEqual([[], 'popUrl', null]);
	});

	it('refuses exec unless programs are allowed', () => {
		const refused = edit();
		refused.press(':pop\r');
		refused.press('', {tab: true});
		refused.press('', {leftArrow: true});
		expect(refused.form()?.problems.popMode).toMatch(/^exec is off/);
		refused.press('', {return: true});
		expect(refused.asked).toEqual([]);
		const allowed = edit({programs: {isAllowed: true, command: ['crm']}});
		allowed.press(':pop\r');
		allowed.press('', {tab: true});
		allowed.press('', {leftArrow: true});
		allowed.press('', {return: true});
		expect(allowed.asked.map(([what]) => what)).toEqual(['save']);
	});

	it('tries what is in the fields once, and shows what came of it', async () => {
		const {asked, answer, form, press} = edit();
		press(':pop\r&x=1');
		press(...tryIt);
		press(...tryIt);
		expect([asked, form()?.busy]).toEqual([[['try', 'https://crm.example/?n={caller}&x=1']], 'try']);
		await answer({kind: 'bad', text: 'not reached'});
		expect(form()).toMatchObject({busy: null, told: {kind: 'bad', text: 'not reached'}});
	});

	it('closes once it is saved, and says where; an answer that comes late has nobody to tell', async () => {
		const {controller, answer, form, press} = edit();
		press(':pop\r');
		press(...tryIt);
		press('', {escape: true});
		press(':pop\r');
		await answer({kind: 'good', text: 'late'});
		expect(form()?.told).toBeNull();
		press('', {return: true});
		await answer({kind: 'done', text: 'saved'});
		expect(controller.getSnapshot()).toEqual({...firstUi, notice: 'saved'});
	});

	it('is not there where there are no settings to edit', () => {
		const controller = createController({
			initial: firstUi,
			effects: {},
			listing: aListing(),
			onChange: () => undefined,
		});
		controller.press('', aKey({return: true}));
		expect(controller.getSnapshot().pop).toBeNull();
	});
});

describe('any keys', () => {
	it('lead to nothing that is tried or saved with a value that is wrong', () => {
		const keys: readonly (readonly [string, Partial<Key>])[] = [
			['', {tab: true}],
			['', {upArrow: true}],
			['', {rightArrow: true}],
			['', {backspace: true}],
			['', {return: true}],
			['t', {ctrl: true}],
			['u', {ctrl: true}],
			[' ', {}],
			['http://a.example/', {}],
			['{caller}', {}],
			['{x', {}],
			['7', {}],
		];
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...keys), {maxLength: 40}), pressed => {
				const {check} = somePopSettings();
				const asked: PopValues[] = [];
				const note = async ({values}: {readonly values: PopValues}): Promise<PopTold> => {
					asked.push(values);
					return {kind: 'good', text: 'asked'};
				};
				const controller = createController({
					initial: firstUi,
					effects: {'pop.try': note, 'pop.save': note},
					listing: aListing(),
					popSettings: somePopSettings(),
					onChange: () => undefined,
				});
				controller.press(':pop\r', aKey());
				for (const [typed, key] of pressed) controller.press(typed, aKey(key));
				expect(asked.length).toBeLessThanOrEqual(1);
				for (const values of asked) {
					expect(popFieldNames.filter(name => check(name, values[name]) !== undefined)).toEqual([]);
				}
			}),
		);
	});
});
