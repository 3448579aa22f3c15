import {bytesFor, type Keyed} from './keyed.js';

/** Gives an identity of the same shape: digits stay digits, letters letters, marks what they are. */
export type IdMask = (text: string) => string;

/** The same for the same text. No two short ones become the same; of long ones chance alone makes sure. */
export const createIdMask = (keyed: Keyed): IdMask => {
	const invented = new Map<string, string>();
	const taken = new Set<string>();
	const invent = (text: string): string => {
		let candidate = text;
		for (let attempt = 0; attempt < mostAttempts; attempt++) {
			candidate = shaped(text, bytesFor(keyed, `id ${attempt} ${text}`, text.length));
			if (!taken.has(candidate)) break;
		}
		taken.add(candidate);
		invented.set(text, candidate);
		return candidate;
	};
	return text => {
		if (text.length >= longEnough) return shaped(text, bytesFor(keyed, `id ${text}`, text.length));
		return invented.get(text) ?? invent(text);
	};
};

/** Characters that make meeting by chance unlikely among all calls of a year. */
const longEnough = 24;
const mostAttempts = 1000;

const classes: readonly (readonly [RegExp, string])[] = [
	[/\d/, '0123456789'],
	[/[a-f]/, 'abcdef'],
	[/[A-F]/, 'ABCDEF'],
	[/[g-z]/, 'ghijklmnopqrstuvwxyz'],
	[/[G-Z]/, 'GHIJKLMNOPQRSTUVWXYZ'],
	[/[\u0080-\uffff]/, 'ghijklmnopqrstuvwxyz'],
];

const shaped = (text: string, bytes: Uint8Array): string =>
	text.replace(/[\dA-Za-z\u0080-\uffff]/g, (character, index: number) => {
		const [, alphabet = '0'] = classes.find(([form]) => form.test(character)) ?? [];
		return alphabet[(bytes[index] ?? 0) % alphabet.length] ?? '0';
	});
