/** Longer texts are no telephone number, and not looked through. */
const longest = 64;

/** What people and programs put between digits: blanks, dots, dashes, brackets, strokes, and marks that cannot be seen. */
const between = /[\s\p{Cf}\p{Pd}\u2212.()/]/gu;

/** The zero that is dialled inside the country only, as in `+33 (0)6…`. */
const trunkZero = /(?<=\d\s*)\(0\)/;

/** France's dialling plan: 0 and nine digits inside the country. */
const national = /^0([1-9]\d{8})$/;
const international = /^\+(\d{4,15})$/;
const withTrunkZero = /^00330(?=[1-9]\d{8}$)/;

/**
A number as somebody typed it, in the one form all numbers have here: `0033…`, or the digits as they are for short numbers
and extensions. `06 12…`, `06.12…`, `+33 6…`, `+33 (0)6…`, `0033 6…` and `tel:+33…` are the same. Undefined for what is no
number.
*/
export const normaliseTyped = (text: string): string | undefined => {
	if (text.length > longest) return undefined;
	const compact = text
		.replace(/^\s*tel:/i, '')
		.replace(trunkZero, '')
		.replace(between, '');
	const [, inside] = national.exec(compact) ?? [];
	if (inside !== undefined) return `0033${inside}`;
	const [, abroad] = international.exec(compact) ?? [];
	const number = abroad === undefined ? compact : `00${abroad}`;
	return /^\d{1,32}$/.test(number) ? number.replace(withTrunkZero, '0033') : undefined;
};
