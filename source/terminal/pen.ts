/**
How cells look: a number for each distinct state of the terminal's pen, given out once and never taken back.

A board uses a few dozen looks, so the table stays small; it is limited because an identity has 12 bits in a cell.
*/
export type StyleId = number & {readonly brand: 'StyleId'};

/** A colour as a number: 0 the terminal's own, 1–16 the sixteen named ones, then `paletteColour` and `trueColour`. */
export type PenColour = number;

export type Pen = {
	readonly foreground: PenColour;
	readonly background: PenColour;
	/** Sum of `penFlags`. */
	readonly flags: number;
};

export const penFlags = {
	bold: 1,
	dim: 2,
	italic: 4,
	underline: 8,
	inverse: 16,
	hidden: 32,
	strikethrough: 64,
	/** The cell leads to the address that the picture's links have now. */
	link: 128,
} as const;

export const paletteColour = (index: number): PenColour => 0x100 + (index & 0xff);

export const trueColour = (red: number, green: number, blue: number): PenColour =>
	0x1000000 + ((red & 0xff) << 16) + ((green & 0xff) << 8) + (blue & 0xff);

/** The look of a fresh terminal. */
export const plain = 0 as StyleId;

/** No more looks than these are told apart; any further one is drawn plain. The identity 4095 stays free for “unknown”. */
export const penLimit = 4095;

const plainPen: Pen = {foreground: 0, background: 0, flags: 0};
const pens: Pen[] = [plainPen];
const looksOfBlank: number[] = [plain];
const identities = new Map<string, StyleId>([['0,0,0', plain]]);

/** The identity of a look: equal looks have equal identities for the life of the process. */
export const internPen = ({foreground, background, flags}: Pen): StyleId => {
	const key = `${foreground},${background},${flags}`;
	const known = identities.get(key);
	if (known !== undefined) {
		return known;
	}

	if (pens.length >= penLimit) {
		return plain;
	}

	const id = pens.length as StyleId;
	pens.push({foreground, background, flags});
	identities.set(key, id);
	looksOfBlank[id] = lookOfBlank({foreground, background, flags});
	return id;
};

export const penOf = (id: number): Pen => pens[id] ?? plainPen;

/** What of a look is visible on a blank cell. Blanks whose identities differ but give the same number here look alike. */
export const blankLook = (id: number): number => looksOfBlank[id] ?? -1;

/** A link on a blank can be clicked. */
const visibleOnBlank = penFlags.underline | penFlags.inverse | penFlags.strikethrough | penFlags.link;

const lookOfBlank = ({foreground, background, flags}: Pen): StyleId => {
	const visible = flags & visibleOnBlank;
	return internPen({foreground: visible === 0 ? 0 : foreground, background, flags: visible});
};
