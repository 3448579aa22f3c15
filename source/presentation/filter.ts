import {normaliseTyped} from '../domain/number-key.js';
import type {Contacts} from './contacts.js';
import {formatNumber} from './telephone.js';

/** The filter that lets everything through. */
export const everything: Filter = () => true;

/** Decides whether something that can be found by these texts is shown. */
export type Filter = (texts: readonly string[]) => boolean;

/**
A filter as typed: part of a name, whatever its case and accents, or part of a number in any of its forms. A leading
`!` shows all others. Empty: everything.
*/
export const createFilter = (typed: string): Filter => {
	const inverse = typed.startsWith('!');
	const wanted = fold(inverse ? typed.slice(1) : typed);
	if (wanted === '') return everything;
	const isWantedNumber = numberFilter(wanted);
	const isWanted = (text: string): boolean => (isNumber(text) ? isWantedNumber(text) : fold(text).includes(wanted));
	return texts => texts.some(isWanted) !== inverse;
};

/** What a number can be found by: itself, in any of its forms, and the user's own name for it. */
export const findable = (number: string, contacts: Contacts): readonly string[] => {
	const name = contacts.get(number);
	return name === undefined ? [number] : [number, name];
};

/** A name as it is looked for: without case and accents. */
export const fold = (text: string): string => text.trim().normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const isNumber = (text: string): boolean => /^\d+$/.test(text);

/** `0033612…`, `+33612…`, `+33 (0)612…` and `0612…` are the same number, and may be typed in part. */
const numberFilter = (wanted: string): ((number: string) => boolean) => {
	const part = wanted.replace(/^tel:/, '').replace(/(?<=\d\s*)\(0\)/, '');
	if (!/^\+?[\d\s./()-]+$/.test(part)) return () => false;
	const digits = part.replace(/\D/g, '');
	if (digits === '') return () => false;
	// A plus begins the number, `00` in the form numbers have here.
	if (part.startsWith('+')) return number => number.startsWith(`00${digits}`);
	const whole = normaliseTyped(part) ?? digits;
	return number => number.includes(digits) || number === whole || nationalDigits(number).includes(digits);
};

/** The digits as the number is shown. */
const nationalDigits = (number: string): string => formatNumber(number).replace(/\D/g, '');
