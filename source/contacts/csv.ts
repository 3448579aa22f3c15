import Papa from 'papaparse';
import {type Columns, columnsOf} from './columns.js';
import {type Entry, entryOf, numbersIn} from './entry.js';
import type {Take} from './take.js';

/** Spreadsheets write their delimiter first. */
const announced = /^sep=(.)\n/i;

/**
Takes the rows of a CSV text, lines ended by `\n`. With a heading its columns count, else each row's longest number and
its first text. Returns what is wrong with the text, undefined when nothing is.
*/
export const takeCsv = (text: string, take: Take): string | undefined => {
	const delimiter = announced.exec(text)?.[1];
	let columns: Columns | undefined;
	let isFirst = true;
	let problem: string | undefined;
	Papa.parse<readonly string[]>(delimiter === undefined ? text : text.replace(announced, ''), {
		delimiter: delimiter ?? '',
		delimitersToGuess: [';', '\t', ',', '|'],
		newline: '\n',
		skipEmptyLines: 'greedy',
		step: ({data, errors}, parser) => {
			const broken = errors.some(({code}) => code === 'MissingQuotes');
			if (broken) problem = 'a quotation mark is opened and never closed';
			else if (isFirst) columns = columnsOf(data);
			const isHeading = isFirst && columns !== undefined;
			isFirst = false;
			if (broken || !(isHeading || take(columns ? fromColumns(data, columns) : fromAnywhere(data)))) parser.abort();
		},
	});
	return problem;
};

const fromColumns = (row: readonly string[], columns: Columns): Entry | undefined => {
	const cells = (places: readonly number[]): readonly string[] =>
		places.map(place => row[place]?.trim() ?? '').filter(cell => cell !== '');
	const [first = ''] = cells(columns.first);
	const [name = ''] = cells(columns.name);
	const [company = ''] = cells(columns.company);
	const whole = name.toLowerCase().includes(first.toLowerCase()) ? name : `${first} ${name}`;
	return entryOf(whole.trim() === '' ? company : whole, cells(columns.number));
};

/** Of a row without heading the first so many cells are looked at. */
const mostCells = 100;

/** A row may begin with its own number, or hold a postcode: the telephone number is the longest. */
const fromAnywhere = (row: readonly string[]): Entry | undefined => {
	const cells = row.slice(0, mostCells).map(cell => ({cell, digits: longestIn(cell)}));
	const name = cells.find(({cell, digits}) => digits === 0 && /\p{L}/u.test(cell))?.cell ?? '';
	const [longest] = cells.toSorted((one, other) => other.digits - one.digits);
	return entryOf(name, longest ? [longest.cell] : []);
};

/** The digits of a cell's longest number, 0 when it has none. */
const longestIn = (cell: string): number => Math.max(0, ...numbersIn(cell).map(({length}) => length));
