import fc from 'fast-check';
import Papa from 'papaparse';
import {describe, expect, it} from 'vitest';
import {type CsvCell, csvRows, csvText} from '../../source/presentation/csv.js';

describe('csvText', () => {
	it('writes a header and rows, lines ending in CR LF, nothing for null', () => {
		expect(
			csvText(
				['number', 'isOpen', 'label'],
				[
					[1.5, true, 'é'],
					[null, false, null],
				],
			),
		).toBe('number,isOpen,label\r\n1.5,true,é\r\n,false,\r\n');
		expect(csvText(['a'], [])).toBe('a\r\n');
		expect(csvRows([])).toBe('');
	});

	it.each([
		['a "quoted" name', '"a ""quoted"" name"'],
		['one, two', '"one, two"'],
		['two\nlines', '"two\nlines"'],
		['=1+1', `"'=1+1"`],
		['+33639980001', `"'+33639980001"`],
		['-1', `"'-1"`],
		['@SUM(A1)', `"'@SUM(A1)"`],
		['\tx', `"'\tx"`],
		['\r=1', `"'\r=1"`],
		['=1\n+2', `"'=1\n+2"`],
		['0033639980001', '0033639980001'],
		['a=1', 'a=1'],
	])('writes %j so that it is read as a text', (text, cell) => {
		expect(csvRows([[text, 1]])).toBe(`${cell},1\r\n`);
	});

	it('leaves negative numbers numbers', () => {
		expect(csvRows([[-1, 2]])).toBe('-1,2\r\n');
	});

	it('gives back what was put in, an apostrophe before formulas aside', () => {
		const cell = fc.oneof(
			fc.string({unit: 'binary', maxLength: 6}),
			fc.constantFrom('"', '\r\n', ',', "'=", '=a', ' b '),
		);
		fc.assert(
			fc.property(fc.array(fc.tuple(cell, cell), {minLength: 1, maxLength: 4}), rows => {
				const read = Papa.parse<readonly string[]>(csvRows(rows), {newline: '\r\n'}).data.slice(0, -1);
				expect(read).toEqual(rows.map(row => row.map(escaped)));
			}),
		);
	});
});

const escaped = (cell: CsvCell): string => (/^[=+\-@\t\r]/.test(String(cell)) ? `'${cell}` : String(cell));
