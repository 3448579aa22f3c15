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
	const digits = /^[+\d\s.-]+$/.test(wanted) ? wanted.replace(/\D/g, '') : '';
	return texts => texts.some(text => fold(text).includes(wanted) || hasDigits(text, digits)) !== inverse;
};

/** Without case and accents. */
const fold = (text: string): string => text.trim().normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** `0033612…`, `+33612…` and `0612…` are the same number. */
const hasDigits = (text: string, digits: string): boolean =>
	digits !== '' && (text.includes(digits) || formatNumber(text).replace(/\D/g, '').includes(digits));
