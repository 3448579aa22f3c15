import {internPen, type Pen, type PenColour, paletteColour, penOf, plain, type StyleId, trueColour} from './pen.js';
import {flagOff, flagOn} from './sgr-codes.js';

/**
The look after `CSI parameters m` was read while the look was `from`. Parameters that are not known change nothing.

Source: ECMA-48 8.3.117 for 0–49, xterm's ctlseqs for 90–107, ITU T.416 for 38 and 48.
*/
export const applySgr = (from: StyleId, parameters: string): StyleId => {
	const cached = transitions.get(from)?.get(parameters);
	if (cached !== undefined) {
		return cached;
	}

	const to = internPen(readCodes(penOf(from), parameters.split(';').map(Number)));
	remember(from, parameters, to);
	return to;
};

/** Ink's sequences are few; whatever else comes must not fill the memory. */
const cacheLimit = 4096;
const transitions = new Map<StyleId, Map<string, StyleId>>();
let transitionCount = 0;

const remember = (from: StyleId, parameters: string, to: StyleId): void => {
	if (transitionCount >= cacheLimit) {
		transitions.clear();
		transitionCount = 0;
	}

	const ofPen = transitions.get(from) ?? new Map<string, StyleId>();
	transitions.set(from, ofPen.set(parameters, to));
	transitionCount += 1;
};

const readCodes = (from: Pen, codes: readonly number[]): Pen => {
	let pen = from;
	for (let index = 0; index < codes.length; index++) {
		const code = codes[index] ?? 0;
		if (code === 38 || code === 48) {
			const {colour, length} = extendedColour(codes, index + 1);
			pen = colour === undefined ? pen : code === 38 ? {...pen, foreground: colour} : {...pen, background: colour};
			index += length;
		} else {
			pen = readCode(pen, code);
		}
	}

	return pen;
};

const readCode = (pen: Pen, code: number): Pen => {
	if (code === 0) {
		return penOf(plain);
	}

	const colour = namedColour(code);
	if (colour !== undefined) {
		const isBackground = Math.floor(code / 10) === 4 || code >= 100;
		return isBackground ? {...pen, background: colour} : {...pen, foreground: colour};
	}

	return {...pen, flags: (pen.flags | (flagOn[code] ?? 0)) & ~(flagOff[code] ?? 0)};
};

/** The colour that a single code names, 0 for 39 and 49, undefined when the code is not about colour. */
const namedColour = (code: number): PenColour | undefined => {
	const unit = code % 10;
	const ten = Math.floor(code / 10);
	if (ten === 3 || ten === 4) {
		return unit < 8 ? unit + 1 : unit === 9 ? 0 : undefined;
	}

	return (ten === 9 || ten === 10) && unit < 8 ? unit + 9 : undefined;
};

const extendedColour = (
	codes: readonly number[],
	index: number,
): {readonly colour: PenColour | undefined; readonly length: number} => {
	if (codes[index] === 5) {
		return {colour: paletteColour(codes[index + 1] ?? 0), length: 2};
	}

	if (codes[index] === 2) {
		return {colour: trueColour(codes[index + 1] ?? 0, codes[index + 2] ?? 0, codes[index + 3] ?? 0), length: 4};
	}

	return {colour: undefined, length: 1};
};
