import {penFlags} from './pen.js';

/** Codes that switch one attribute on. Source: ECMA-48 8.3.117. */
export const flagOn: Readonly<Record<number, number>> = {
	1: penFlags.bold,
	2: penFlags.dim,
	3: penFlags.italic,
	4: penFlags.underline,
	7: penFlags.inverse,
	8: penFlags.hidden,
	9: penFlags.strikethrough,
};

/** Codes that switch attributes off; 22 does so for two. */
export const flagOff: Readonly<Record<number, number>> = {
	22: penFlags.bold | penFlags.dim,
	23: penFlags.italic,
	24: penFlags.underline,
	27: penFlags.inverse,
	28: penFlags.hidden,
	29: penFlags.strikethrough,
};
