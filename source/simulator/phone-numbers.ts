import type {Random} from './random.js';

/** A number as it shows in the three places of one event, each in its own format. Observed: all three in one event. */
export type Caller = {
	/** `0033639980001`, `+44…` or `0044…`, `anonymous`. */
	readonly calling: string;
	/** `+33639980001`, `Anonymous`. */
	readonly cidName: string;
	/** `0639980001`, `0044…`, `anonymous`. */
	readonly cidNumber: string;
};

/** Someone outside the company. Every number is from a range that is kept for fiction. */
export const outsideCaller = (random: Random): Caller => {
	const kind = random.unit();
	if (kind < 0.03) return {calling: 'anonymous', cidName: 'Anonymous', cidNumber: 'anonymous'};
	if (kind < 0.07) return foreign(random);
	return french(random);
};

/** Someone who can be called: no anonymous number. */
export const outsideNumber = (random: Random): string => french(random).calling;

/** The number of the company's line, in the form of `Ressource`. `index` from 0 to `maxLines` - 1. */
export const lineNumber = (index: number): string => `003319900${String(firstLine + index).padStart(4, '0')}`;

/** The number of the company's queue. `index` from 0 to `maxQueues` - 1. */
export const queueNumber = (index: number): string => `003319900${firstQueue + index}`;

const firstLine = 101;
const firstQueue = 9000;
export const maxLines = firstQueue - firstLine;
export const maxQueues = 1000;

/** Source: the numbering plan of the French regulator, numbers for audiovisual works. */
const frenchRanges = ['26191', '35301', '46571', '53649'];
const frenchMobileRange = '63998';

/** Source: the British regulator's numbers for drama, London. */
const londonRange = '442079460';

const french = (random: Random): Caller => {
	const range = random.chance(0.6) ? frenchMobileRange : random.pick(frenchRanges);
	const number = `${range}${random.text('0123456789', 4)}`;
	return {calling: `0033${number}`, cidName: `+33${number}`, cidNumber: `0${number}`};
};

const foreign = (random: Random): Caller => {
	const number = `${londonRange}${random.text('0123456789', 3)}`;
	const calling = random.chance(0.5) ? `+${number}` : `00${number}`;
	return {calling, cidName: `+${number}`, cidNumber: `00${number}`};
};
