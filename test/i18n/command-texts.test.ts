import {describe, expect, it} from 'vitest';
import {doctorEn} from '../../source/i18n/doctor-en.js';
import {doctorFr} from '../../source/i18n/doctor-fr.js';
import {historyEn} from '../../source/i18n/history-en.js';
import {historyFr} from '../../source/i18n/history-fr.js';
import {loginEn} from '../../source/i18n/login-en.js';
import {loginFr} from '../../source/i18n/login-fr.js';
import {reportEn} from '../../source/i18n/report-en.js';
import {reportFr} from '../../source/i18n/report-fr.js';

type Text = string | ((...args: never[]) => string);
type Table = Readonly<Record<string, Text>>;

const tables: readonly (readonly [string, Table, Table])[] = [
	['login', loginEn, loginFr],
	['doctor', doctorEn, doctorFr],
	['report', reportEn, reportFr],
	['history', historyEn, historyFr],
];

/** What a text says, with its arguments replaced by marks. */
const spoken = (text: Text | undefined, count: number): string =>
	typeof text === 'function'
		? (text as (...args: readonly string[]) => string)(...Array.from({length: count}, (_, index) => `<${index}>`))
		: (text ?? '');

/** Names and signs that both languages write alike. */
const alike = ['check.proxy', 'head.agent', 'outcome.unknown', 'show.nothing'];

describe.each(tables)('the words of %s', (_name, english, french) => {
	it('are the same in both languages', () => {
		expect(Object.keys(french).sort()).toEqual(Object.keys(english).sort());
	});

	it.each(Object.keys(english))('%s uses all its arguments in both languages', key => {
		const count = typeof english[key] === 'function' ? english[key].length : 0;
		const marks = (text: Text | undefined) => [...new Set(spoken(text, count).match(/<\d>/g))].sort();
		expect(marks(french[key])).toEqual(marks(english[key]));
		expect(marks(english[key])).toHaveLength(count);
	});

	it.each(Object.keys(english))('%s is there and translated', key => {
		const [one, other] = [spoken(english[key], 3), spoken(french[key], 3)];
		expect(one.trim()).not.toBe('');
		expect(other.trim()).not.toBe('');
		if (!alike.includes(key)) expect(other).not.toBe(one);
	});
});
