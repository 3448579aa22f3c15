/** Readers of values as they are typed: each gives the value, or undefined for a text that is none. */

import {normaliseTyped} from './domain/number-key.js';
import {cleanText} from './domain/text.js';
import {type Fault, parseFault} from './simulator/faults.js';

export const readText = (text: string): string => text;

export const readSwitch = (text: string): boolean | undefined => {
	if (/^(1|true|yes|on)$/i.test(text)) return true;
	return /^(0|false|no|off)$/i.test(text) ? false : undefined;
};

export const readChoice =
	<Choice extends string>(choices: readonly Choice[]) =>
	(text: string): Choice | undefined =>
		choices.find(choice => choice.toLowerCase() === text.toLowerCase());

export const readWhole =
	({from, to}: {readonly from: number; readonly to: number}) =>
	(text: string): number | undefined => {
		const value = Number(text);
		return /^\d+$/.test(text) && value >= from && value <= to ? value : undefined;
	};

/** A positive number, with decimals or without, at most `to`. */
export const readPositive =
	({to}: {readonly to: number}) =>
	(text: string): number | undefined => {
		const value = readNumber({from: 0, to})(text);
		return value === 0 ? undefined : value;
	};

/** A number, with decimals or without. */
export const readNumber =
	({from, to}: {readonly from: number; readonly to: number}) =>
	(text: string): number | undefined => {
		const value = Number(text);
		return /^\d*\.?\d+$/.test(text) && value >= from && value <= to ? value : undefined;
	};

/** A time of day as minutes since midnight. */
export const readTimeOfDay = (text: string): number | undefined => {
	const [, hours, minutes] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
	return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
};

export const readResetTime = (text: string): number | 'never' | undefined =>
	text.toLowerCase() === 'never' ? 'never' : readTimeOfDay(text);

/** A zone that this machine knows the rules of, by its own name. */
export const readZone = (text: string): string | undefined => {
	try {
		return new Intl.DateTimeFormat('en', {timeZone: text}).resolvedOptions().timeZone;
	} catch {
		return undefined;
	}
};

/** An address of the web without user, password, query and fragment: the token is added by the program, nothing else. */
export const readAddress = (text: string): URL | undefined => {
	const url = URL.parse(text);
	if (url === null || !['http:', 'https:'].includes(url.protocol)) return undefined;
	return url.username === '' && url.password === '' && url.search === '' && url.hash === '' ? url : undefined;
};

/** The path of a file; standard input is none. */
export const readFilePath = (text: string): string | undefined => (text === '' || text === '-' ? undefined : text);

/** A comma in a name parts nothing: what follows it has no `=` before the next one. */
const betweenLabels = /[,;\n](?=[^=,;\n]*=)/;

/** `0612345678=Dupont, 3105=Front desk`: names by number in the form providers give, each number once. */
export const readLabels = (text: string): ReadonlyMap<string, string> | undefined => {
	const labels = new Map<string, string>();
	for (const item of text.trim() === '' ? [] : text.split(betweenLabels)) {
		const at = item.indexOf('=');
		const number = normaliseTyped(item.slice(0, Math.max(0, at)));
		const name = cleanText(item.slice(at + 1));
		if (number === undefined || name === '' || labels.has(number)) return undefined;
		labels.set(number, name);
	}
	return labels;
};

export const readFault = (text: string): Fault | undefined => {
	try {
		return parseFault(text);
	} catch {
		return undefined;
	}
};
