import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {flagNames, flags} from '../source/flags.js';
import {checkSettings, settingNames, settingRules} from '../source/settings-schema.js';

const token = '1738D072-64A1-4E2B-9C3D-0123456789AB';

describe('settingNames', () => {
	it('are the flags that are settings, and the token', () => {
		const kept = flagNames.filter(name => flags[name].isSetting);
		expect(settingNames).toEqual([...kept, 'token', 'tokenFile']);
	});
});

describe('checkSettings', () => {
	it.each([
		[
			{lang: 'fr', theme: 'DARK'},
			{lang: 'fr', theme: 'DARK'},
		],
		[
			{onlyActive: true, ascii: false},
			{onlyActive: 'yes', ascii: 'no'},
		],
		[
			{onlyActive: 'on', ascii: 'no'},
			{onlyActive: 'on', ascii: 'no'},
		],
		[
			{quietAfter: 5, expireCalls: 0.5},
			{quietAfter: '5', expireCalls: '0.5'},
		],
		[{quietAfter: '5'}, {quietAfter: '5'}],
		[
			{filter: '', resetAt: 'never'},
			{filter: '', resetAt: 'never'},
		],
		[{filter: 4242}, {filter: '4242'}],
		[
			{token: `Lyon=${token}`, tokenFile: '/t'},
			{token: `Lyon=${token}`, tokenFile: '/t'},
		],
		[{settingsVersion: 1}, {}],
	])('reads %j', (stored, texts) => {
		const {values, problems, remarks} = checkSettings(stored);
		expect(Object.fromEntries(values)).toEqual(texts);
		expect([...problems, ...remarks]).toEqual([]);
	});

	it.each([
		[{resetAt: '25:00'}, 'resetAt: expected a time of day such as 00:00, or never, got "25:00"'],
		[{resetAt: 600}, 'resetAt: expected a time of day such as 00:00, or never, got 600'],
		[{onlyActive: 'maybe'}, 'onlyActive: expected yes or no, got "maybe"'],
		[{onlyActive: 1}, 'onlyActive: expected yes or no, got 1'],
		[{lang: true}, 'lang: expected en or fr, got true'],
		[{lang: null}, 'lang: expected en or fr, got null'],
		[{lang: ['fr']}, 'lang: expected en or fr, got a list'],
		[{filter: {}}, 'filter: expected a text, got an object'],
		[{filter: true}, 'filter: expected a text, got true'],
		[{tokenFile: '-'}, 'tokenFile: expected the path of a file, got "-"'],
		[{tokenFile: 1}, 'tokenFile: expected the path of a file, got 1'],
		[{token: 17_380_720}, 'token: expected a text, got a number'],
		[{token: [token]}, 'token: expected a text, got a list'],
		[{settingsVersion: 0}, 'settingsVersion: expected a whole number from 1, got 0'],
	])('finds what is wrong with %j', (stored, problem) => {
		expect(checkSettings(stored).problems).toEqual([problem]);
	});

	it('finds all that is wrong, and keeps the rest', () => {
		const {values, problems} = checkSettings({lang: 'de', theme: 'mono', quietAfter: -1});
		expect(problems.map(problem => problem.split(':')[0])).toEqual(['lang', 'quietAfter']);
		expect([...values]).toEqual([['theme', 'mono']]);
	});

	it.each([
		['{"lng": "fr"}', 'unknown setting "lng", did you mean "lang"?'],
		['{"only-active": true}', 'unknown setting "only-active", did you mean "onlyActive"?'],
		['{"seed": 1}', 'unknown setting "seed"'],
		['{"__proto__": {"lang": "fr"}}', 'unknown setting "__proto__"'],
		['{"constructor": 1}', 'unknown setting "constructor"'],
		[`{"${token}": 1}`, 'unknown setting "…"'],
	])('remarks on the key in %s', (text, remark) => {
		const {values, problems, remarks} = checkSettings(JSON.parse(text));
		expect({values, problems, remarks}).toEqual({values: new Map(), problems: [], remarks: [remark]});
	});

	it('gives only texts the readers take, whatever a file holds, and forgets no key', () => {
		const key = fc.oneof(fc.constantFrom<string>(...settingNames), fc.string());
		const value = fc.oneof(fc.jsonValue({maxDepth: 1}), fc.constantFrom('yes', 'fr', '06:00', 'mono', 'UTC'));
		fc.assert(
			fc.property(fc.dictionary(key, value), stored => {
				const {values, problems, remarks} = checkSettings(stored);
				for (const [name, text] of values) expect(settingRules.get(name)?.read(text)).toBeDefined();
				expect(values.size + problems.length + remarks.length).toBe(Object.keys(stored).length);
			}),
		);
	});
});
