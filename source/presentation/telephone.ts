/** Country codes of one digit and of two; all others have three. Source: ITU-T E.164. */
const oneDigit = /^[17]/;
const twoDigits = /^(2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/**
A number as people read it: `06 12 34 56 78` inside France, `+44 2079 460 958` abroad. What is no number stays as it is.
Input is the one form providers give, `00` and country code.
*/
export const formatNumber = (number: string): string => {
	if (/^0033[1-9]\d{8}$/.test(number)) return pairs(`0${number.slice(4)}`);
	if (!/^00[1-9]\d{5,}$/.test(number)) return number;
	const digits = number.slice(2);
	const code = digits.slice(0, oneDigit.test(digits) ? 1 : twoDigits.test(digits) ? 2 : 3);
	return `+${code} ${groups(digits.slice(code.length))}`;
};

const pairs = (digits: string): string => digits.match(/\d{2}/g)?.join(' ') ?? digits;

/** Threes from the right; the first group takes what is left. */
const groups = (digits: string): string => digits.replace(/(\d)(?=(\d{3})+$)/g, '$1 ').replace(/^(\d) (\d{3})/, '$1$2');
