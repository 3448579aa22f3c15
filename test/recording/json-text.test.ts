import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {isJson, type JsonVisitor, mapJson, mapMessages} from '../../source/recording/json-text.js';

const untouched: JsonVisitor = {key: name => name, text: value => value, number: written => written};

const visited = (json: string): readonly (readonly [string, string, string])[] => {
	const seen: (readonly [string, string, string])[] = [];
	const note = (kind: string) => (value: string, key: string) => {
		seen.push([kind, key, value]);
		return value;
	};
	mapJson(json, {key: name => name, text: note('text'), number: note('number')});
	return seen;
};

describe('mapJson', () => {
	it('leaves all as it is written: blanks, escapes, repeated keys, and every digit', () => {
		const json =
			'{ "Timestamp" : 1772702100050000413 ,\t"a\\u0041":"\\u0062\\/", "a":[1.50,-2e+9,true,null,{}],"a":[] }\n';
		expect(mapJson(json, untouched)).toBe(json);
	});

	it('leaves any JSON as it is', () => {
		fc.assert(
			fc.property(fc.json(), json => {
				expect(mapJson(json, untouched)).toBe(json);
			}),
		);
	});

	it('changes each text once, whatever it holds', () => {
		fc.assert(
			fc.property(fc.jsonValue(), value => {
				const changed = mapJson(JSON.stringify(value), {...untouched, text: text => `${text}"\\!`});
				const expected = JSON.stringify(value, (_key, inner) => (typeof inner === 'string' ? `${inner}"\\!` : inner));
				expect(changed).toBe(expected);
			}),
			{numRuns: 40},
		);
	});

	it('tells the key a value stands under, through lists and past objects', () => {
		expect(visited('{"a":["x",{"b":1},"y",[2]],"c":{"d":"z"},"e":-3.5}')).toEqual([
			['text', 'a', 'x'],
			['number', 'b', '1'],
			['text', 'a', 'y'],
			['number', 'a', '2'],
			['text', 'd', 'z'],
			['number', 'e', '-3.5'],
		]);
		expect(visited('["x",{"a":1},2]')).toEqual([
			['text', '', 'x'],
			['number', 'a', '1'],
			['number', '', '2'],
		]);
	});

	it('changes keys', () => {
		expect(mapJson('{"a":{"a":"a"}}', {...untouched, key: name => `${name}!`})).toBe('{"a!":{"a!":"a"}}');
	});

	it('takes a text of megabytes', () => {
		const json = JSON.stringify({a: '\\"'.repeat(2_000_000)});
		expect(mapJson(json, untouched).length).toBe(json.length);
	});
});

describe('isJson', () => {
	it.each(['{}', 'null', '"a"', ' 1 '])('knows %s', text => {
		expect(isJson(text)).toBe(true);
	});

	it.each(['', '{', '<html>', "{'a':1}", 'Session not found'])('does not take %j for JSON', text => {
		expect(isJson(text)).toBe(false);
	});
});

describe('mapMessages', () => {
	it('changes each message of a WebSocket', () => {
		expect(mapMessages('{"a":1}\u001e{"b":2}', text => text.toUpperCase())).toBe('{"A":1}\u001e{"B":2}');
		expect(mapMessages('one', text => `${text}!`)).toBe('one!');
	});
});
