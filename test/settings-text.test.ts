import {describe, expect, it} from 'vitest';
import {parseSettingsText} from '../source/settings-text.js';

describe('parseSettingsText', () => {
	it('reads an object, also after a byte order mark', () => {
		expect(parseSettingsText('\uFEFF{"lang": "fr"}')).toEqual({lang: 'fr'});
	});

	it.each([
		['', 'expected JSON'],
		['{"lang": "fr"', 'it breaks at line 1, column 14'],
		['{\n\t"lang": "fr",\n}', 'it breaks at line 3, column 1'],
		['[{"lang": "fr"}]', 'got a list'],
		['"lang"', 'got a single value'],
		['null', 'got a single value'],
	])('refuses %j', (text, expected) => {
		expect(() => parseSettingsText(text)).toThrow(SyntaxError);
		expect(() => parseSettingsText(text)).toThrow(expected);
	});

	it.each(['{"token": 1738D072}', '{"token": "1738D072" "lang": 1}', '1738D072'])('repeats nothing of %s', text => {
		expect(() => parseSettingsText(text)).toThrow(/^(?!.*(?:1738|D072)).*$/);
	});
});
