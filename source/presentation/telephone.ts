import {parsePhoneNumberFromString} from 'libphonenumber-js/core';
import plans from 'libphonenumber-js/min/metadata';

/**
A number as people write it: `06 12 34 56 78` inside France, `+44 20 7946 0958` abroad. What is no telephone number of a
country stays as it is: short numbers, extensions, names. No digit is lost or added but for the country's code and the
zero. Input is the one form providers give, `00` and country code.
*/
export const formatNumber = (number: string): string => {
	const known = written.get(number);
	if (known !== undefined) return known;
	if (written.size >= mostKept) written.clear();
	const text = write(number);
	written.set(number, text);
	return text;
};

/**
The same numbers are on screen in frame after frame, and the library takes 12 µs for one of abroad. Few enough that filling
and emptying this cannot be taken for memory that grows.
*/
const written = new Map<string, string>();
const mostKept = 4096;

/** Nine digits after France's code: nearly all numbers, written without the library, which tests hold it against. */
const french = /^0033[1-9]\d{8}$/;

/** Source for the length: ITU-T E.164, 15 digits with the country's code. */
const ofCountry = /^00[1-9]\d{5,14}$/;

const write = (number: string): string => {
	if (french.test(number)) return frenchText(number.slice(4));
	return ofCountry.test(number) ? abroadText(number.slice(2)) : number;
};

/** Numbers of services, 08, are written by their tariff: `0 892 12 34 56`. */
const frenchText = (digits: string): string => {
	const isService = digits.startsWith('8');
	return `${isService ? `0 ${digits.slice(0, 3)}` : `0${digits.slice(0, 1)}`} ${pairs(digits.slice(isService ? 3 : 1))}`;
};

const pairs = (digits: string): string => digits.replace(/(?<=^(\d{2})+)\B/g, ' ');

const abroadText = (digits: string): string => {
	const found = parsePhoneNumberFromString(`+${digits}`, plans);
	const text = found?.formatInternational().replace(/\s+/g, ' ');
	// The library takes digits away that some countries no longer dial: the number that called is another one.
	if (text !== undefined && text.replace(/\D/g, '') === digits && !isOneGroup.test(text)) return text;
	// Codes the library does not know are not given to any country; all of those have three digits.
	const code = found?.countryCallingCode ?? digits.slice(0, 3);
	return `+${code} ${groups(digits.slice(code.length))}`;
};

/** The library knows no groups for it: it is not of the country's numbering plan. */
const isOneGroup = /^\+\d+ \d{5,}$/;

/** Threes from the right; the first group takes what is left. */
const groups = (digits: string): string => digits.replace(/(\d)(?=(\d{3})+$)/g, '$1 ').replace(/^(\d) (\d{3})/, '$1$2');
