/** Chance that can be repeated: the same seed gives the same sequence. Every call draws from one shared sequence. */
export type Random = {
	/** From 0 (included) to 1 (excluded). */
	unit(): number;
	between(from: number, to: number): number;
	/** Both ends included. */
	integer(from: number, to: number): number;
	/** True in `probability` (0 to 1) of the calls. */
	chance(probability: number): boolean;
	/** Throws `RangeError` when there is nothing to pick from. */
	pick<T>(from: readonly T[]): T;
	/** Waiting times of independent events: exponential with this mean. */
	exponential(mean: number): number;
	/** Lengths of conversations: many short, few long (log-normal, deviation 0.6) with this median. */
	skewed(median: number): number;
	/** `length` characters out of `alphabet`. */
	text(alphabet: string, length: number): string;
	/** A lower-case uuid of version 4. */
	uuid(): string;
};

/** `seed` is taken as an unsigned 32-bit integer. */
export const createRandom = (seed: number): Random => {
	const unit = createGenerator(seed);
	const between = (from: number, to: number) => from + unit() * (to - from);
	const integer = (from: number, to: number) => from + Math.floor(unit() * (to - from + 1));
	const text = (alphabet: string, length: number) =>
		Array.from({length}, () => alphabet.charAt(integer(0, alphabet.length - 1))).join('');
	return {
		unit,
		between,
		integer,
		chance: probability => unit() < probability,
		pick: from => from[integer(0, from.length - 1)] ?? nothingToPick(),
		exponential: mean => -mean * Math.log(1 - unit()),
		skewed: median => median * Math.exp(0.6 * normal(unit)),
		text,
		uuid: () => uuidOf(text(hexadecimal, 32)),
	};
};

/** A well-mixed 32-bit number for a few integers; used where chance must not depend on what was drawn before. */
export const mixed = (...numbers: readonly number[]): number => numbers.reduce(mix, 0x9e3779b9) >>> 0;

export const hexadecimal = '0123456789abcdef';

/** The generator known as mulberry32: small, fast, good enough for a play. */
const createGenerator = (seed: number) => {
	let state = mixed(seed);
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let word = Math.imul(state ^ (state >>> 15), state | 1);
		word = (word + Math.imul(word ^ (word >>> 7), word | 61)) ^ word;
		return ((word ^ (word >>> 14)) >>> 0) / 2 ** 32;
	};
};

const mix = (hash: number, value: number) => {
	const word = Math.imul(hash ^ (value | 0) ^ Math.floor(value / 2 ** 32), 0x85ebca6b);
	return Math.imul(word ^ (word >>> 13), 0xc2b2ae35) ^ (word >>> 16);
};

const normal = (unit: () => number) => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit());

const uuidOf = (digits: string) =>
	[
		digits.slice(0, 8),
		digits.slice(8, 12),
		`4${digits.slice(13, 16)}`,
		`a${digits.slice(17, 20)}`,
		digits.slice(20, 32),
	].join('-');

const nothingToPick = (): never => {
	throw new RangeError('There is nothing to pick from.');
};
