import {createIdMask, type IdMask} from './id-mask.js';
import type {Keyed} from './keyed.js';
import {createNumberMask, type NumberMask} from './number-mask.js';
import {createWordMask} from './word-mask.js';

/** Everything that puts something invented in the place of something true. */
export type Masks = {
	/** Any text: the numbers, names and identities in it. */
	readonly text: (value: string) => string;
	readonly number: NumberMask;
	readonly id: IdMask;
};

export const createMasks = (keyed: Keyed): Masks => {
	const number = createNumberMask(keyed);
	const id = createIdMask(keyed);
	const word = createWordMask(keyed);
	const piece = (found: string): string => {
		if (/^[+\d]/.test(found) && !/\p{L}/u.test(found)) return number(found);
		if (/^[\p{L}\p{M}]+$/u.test(found)) return word(found);
		return /[\p{L}\d]/u.test(found) ? id(found) : '?';
	};
	return {
		number,
		id,
		text: value => {
			if (withheld.test(value)) return value;
			return isIdentity(value) ? id(value) : value.replace(pieces, piece);
		},
	};
};

/** What stands in the place of a number that is withheld tells nothing. */
const withheld = /^\s*(anonymous|anonyme|unknown|unavailable|private|restricted)\s*$/i;

/** One long piece of letters and digits, as UUIDs and the identities of calls are. */
const isIdentity = (value: string): boolean => /^\S{16,}$/.test(value) && /\d/.test(value) && /\p{L}/u.test(value);

/** Telephone numbers with the marks within them; words, and words with digits; whatever else is not ASCII. */
const pieces = /\+?\d(?:[\s.()-]*\d){5,}(?![\p{L}\p{M}\d])|[\p{L}\p{M}\d]+|[\u0080-\u{10ffff}]/gu;
