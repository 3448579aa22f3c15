import {normaliseTyped} from '../domain/number-key.js';
import {cleanText} from '../domain/text.js';

/** What one line or card says: a name, and its numbers in the form providers give. */
export type Entry = {readonly name: string; readonly numbers: readonly string[]};

/** Longer cells hold more than numbers, and are not looked through further. */
const longestCell = 256;

/** What stands between two numbers in one cell; `:::` is Google's. */
const apart = /:::|[,;|\n]| \/ | (?:ou|or) /i;

/** What spreadsheets put around a number so that it stays a text: `'0612…`, `="0612…"`. */
const wrapping = /^[\s='"]+|[\s'"]+$/g;

/** The numbers in a cell, in the form providers give, 2 digits at least. */
export const numbersIn = (cell: string): readonly string[] =>
	cell
		.slice(0, longestCell)
		.split(apart)
		.map(part => numberOf(part.replace(wrapping, '')))
		.filter(number => number !== undefined);

const numberOf = (text: string): string | undefined => {
	const number = normaliseTyped(text);
	return number === undefined || number.length < 2
		? undefined
		: number.replace(lostZero, '0033').replace(lostPlus, '00');
};

/** Spreadsheets that take a number for a quantity drop its zero, or its plus. Nothing else in France has these lengths. */
const lostZero = /^(?=[1-9]\d{8}$)/;
const lostPlus = /^(?=33[1-9]\d{8}$)/;

/** Undefined for what has no number or no name. */
export const entryOf = (name: string, cells: readonly string[]): Entry | undefined => {
	const clean = cleanText(name).replace(/\s+/g, ' ');
	const numbers = cells.flatMap(numbersIn);
	return clean === '' || numbers.length === 0 ? undefined : {name: clean, numbers};
};
