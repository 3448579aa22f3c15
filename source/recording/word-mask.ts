import type {Keyed} from './keyed.js';

/** Gives an invented name for a word, in capitals where the word is. A single letter stays. */
export type WordMask = (word: string) => string;

/** The same for the same word, however it is capitalised. No two words become the same. */
export const createWordMask = (keyed: Keyed): WordMask => {
	const invented = new Map<string, string>();
	const taken = new Set<string>();
	const invent = (word: string): string => {
		let attempt = 0;
		let candidate = nameFrom(keyed(`word 0 ${word}`), attempt);
		while (taken.has(candidate) || invented.has(candidate)) {
			attempt += 1;
			candidate = nameFrom(keyed(`word ${attempt} ${word}`), attempt);
		}
		taken.add(candidate);
		invented.set(word, candidate);
		return candidate;
	};
	const nameOf = (word: string): string => invented.get(word) ?? invent(word);
	return word => {
		if (Array.from(word).length < 2) return word;
		const lower = word.toLowerCase();
		const style = styles.find(({looksAs}) => looksAs(lower) === word);
		return style ? style.looksAs(nameOf(lower)) : capitalised(nameOf(word));
	};
};

const capitalised = (word: string): string => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;

const styles: readonly {readonly looksAs: (lower: string) => string}[] = [
	{looksAs: capitalised},
	{looksAs: lower => lower},
	{looksAs: lower => lower.toUpperCase()},
];

const consonants = 'bdfgklmnprstv';
const vowels = 'aeiou';

/** Pronounceable, and with an ending that tells it from the names of people; longer where shorter ones are taken. */
const nameFrom = (bytes: Uint8Array, attempt: number): string => {
	const syllables = 2 + Math.min(8, Math.floor(attempt / 4));
	const letters = Array.from({length: syllables}, (_, index) => {
		const [consonant = 0, vowel = 0] = bytes.subarray(2 * index, 2 * index + 2);
		return `${consonants[consonant % consonants.length]}${vowels[vowel % vowels.length]}`;
	});
	return `${letters.join('')}${consonants[(bytes[30] ?? 0) % consonants.length]}ix`;
};
