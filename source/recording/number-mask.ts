import {normaliseNumber} from '../providers/ovh/numbers.js';
import {bytesFor, type Keyed} from './keyed.js';

/** Gives a telephone number in the same format. Up to five digits, short numbers and extensions, stay. */
export type NumberMask = (text: string) => string;

/**
Invents a number for each number, whichever of its formats it stands in: `0033…`, `+33…` and `06…` of one number become
the same formats of another. Length and kind stay. French numbers come from ranges kept for fiction as far as those
reach; no two numbers become the same.
*/
export const createNumberMask = (keyed: Keyed): NumberMask => {
	const invented = new Map<string, string>();
	const taken = new Set<string>();
	const invent = (number: string): string => {
		const candidates = candidatesFor(number, keyed);
		let candidate = candidates(0);
		for (let attempt = 1; attempt < mostAttempts && !isFree(number, candidate); attempt++)
			candidate = candidates(attempt);
		taken.add(candidate);
		invented.set(number, candidate);
		return candidate;
	};
	const isFree = (number: string, candidate: string): boolean =>
		!taken.has(candidate) && !invented.has(candidate) && candidate !== number;
	return text => {
		if (text.replace(/\D/g, '').length < leastDigits) return text;
		const number = normaliseNumber(text);
		return dressedAs(text, invented.get(number) ?? invent(number));
	};
};

/** Fewer tell nobody apart. */
export const leastDigits = 6;

/** How often a number of fiction is looked for before another will do, and any before giving up. */
const attemptsAtFiction = 64;
const mostAttempts = 4096;

/**
What stays of a number, and how many digits are invented. The first that fits counts. Source of the ranges: the numbering
plan of the French regulator, numbers for audiovisual works; there are none beginning with 07, 08 and 09.
*/
const plans: readonly {readonly form: RegExp; readonly fiction?: string; readonly kept: number}[] = [
	{form: /^00331\d{8}$/, fiction: '003319900', kept: 5},
	{form: /^00332\d{8}$/, fiction: '003326191', kept: 5},
	{form: /^00333\d{8}$/, fiction: '003335301', kept: 5},
	{form: /^00334\d{8}$/, fiction: '003346571', kept: 5},
	{form: /^00335\d{8}$/, fiction: '003353649', kept: 5},
	{form: /^0033[67]\d{8}$/, fiction: '003363998', kept: 5},
	{form: /^00338\d{8}$/, kept: 7},
	{form: /^0033/, kept: 5},
	{form: /^00/, kept: 4},
	{form: /^/, kept: 1},
];

/** Digits that change from one candidate to the next: as many as a number counts exactly. */
const mostCounted = 9;

/** One candidate after the other; none comes twice before all its last digits were tried. */
const candidatesFor = (number: string, keyed: Keyed): ((attempt: number) => string) => {
	const {fiction, kept} = plans.find(({form}) => form.test(number)) ?? {kept: 1};
	const bytes = bytesFor(keyed, `number ${number}`, number.length + 12);
	const digits = Array.from(bytes.subarray(12), byte => byte % 10).join('');
	const view = new DataView(bytes.buffer);
	const first = view.getUint32(0);
	// Ends in 1: without a divisor in common with any power of ten.
	const step = view.getUint32(4) * 10 + 1;
	return attempt => {
		const start = fiction !== undefined && attempt < attemptsAtFiction ? fiction : number.slice(0, kept);
		const counted = Math.min(mostCounted, number.length - start.length);
		const last = (first + attempt * (step % 10 ** counted)) % 10 ** counted;
		const middle = digits.slice(0, number.length - start.length - counted);
		return `${start}${middle}${String(last).padStart(counted, '0')}`;
	};
};

/** The number with the beginning and the marks of the text that another stood in. */
const dressedAs = (text: string, number: string): string => {
	const digits = text.replace(/\D/g, '').length;
	const isNational = digits === 10 && number.startsWith('0033') && number.length === 13;
	const bare = isNational ? `0${number.slice(4)}` : number.slice(Math.max(0, number.length - digits));
	const supply = Array.from(bare.padEnd(digits, '0'));
	return text.replace(/\d/g, () => supply.shift() ?? '');
};
