import stringWidth from 'string-width';

/**
What stands in a cell is a number: a UTF-16 unit that is a whole character, or, from `firstCluster` on, an entry of a table
of clusters (emoji, combining marks, anything of more than one unit).
*/
export const firstCluster = 0x10000;

/** Stands in the cells that a wide glyph takes after its first one. */
export const continuation = 0xfffff;

export const space = 0x20;

/** A longer cluster is no writing of any language, only marks heaped up to spoil a screen. Family emoji have some twenty units. */
const longestCluster = 32;

/**
Cells taken by a character of one unit that needs no segmenting, 0 when the unit has to be looked at together with its neighbours.
Control characters count as the blank they are drawn as.

Agrees with `string-width`, by which Ink lays out; a test compares the two over the whole plane.
*/
export const unitWidths: Uint8Array = new Uint8Array(0x10000);

const narrow: ReadonlyArray<readonly [first: number, last: number]> = [
	[0x00, 0xac],
	[0xae, 0x2ff],
	[0x391, 0x3a1],
	[0x3a3, 0x3c9],
	[0x400, 0x45f],
	[0x2000, 0x200a],
	[0x2010, 0x2027],
	[0x202f, 0x2031],
	[0x2032, 0x203b],
	[0x20a0, 0x20bf],
	[0x2190, 0x22ff],
	[0x2500, 0x25fc],
	[0x2800, 0x28ff],
];

const wide: ReadonlyArray<readonly [first: number, last: number]> = [
	[0x3041, 0x3096],
	[0x30a1, 0x30fa],
	[0x3400, 0x4dbf],
	[0x4e00, 0x9fff],
	[0xac00, 0xd7a3],
];

for (const [first, last] of narrow) {
	unitWidths.fill(1, first, last + 1);
}

for (const [first, last] of wide) {
	unitWidths.fill(2, first, last + 1);
}

/** The glyph of a unit that `unitWidths` knows: control characters and the spaces of typography become a plain blank. */
export const unitGlyph = (unit: number): number => {
	if (unit < space || (unit >= 0x7f && unit < 0xa0)) {
		return space;
	}

	return (unit >= 0x2000 && unit <= 0x200a) || unit === 0x202f ? space : unit;
};

/**
Whether every terminal gives a glyph exactly one cell: ASCII, Latin letters, lines, blocks. After any other one the cursor is placed anew.
Observed: box drawing agrees between Ink, tmux and xterm; blocks are of the same width class (UAX #11 “ambiguous”).
*/
export const isTrusted = (glyph: number): boolean =>
	glyph < 0x7f || (glyph >= 0xa0 && glyph < 0x180) || (glyph >= 0x2500 && glyph < 0x25a0);

export type Glyphs = {
	/** The number of a cluster of any length and its cells; 0 cells when nothing of it would be visible. */
	cluster(text: string): Cluster;
	/** Cells that a glyph takes. */
	width(glyph: number): number;
	/** The bytes to send for a glyph from `firstCluster` on. */
	bytes(glyph: number): Uint8Array;
	/** Clusters kept. The owner clears the table when it grows large, and draws everything anew. */
	readonly size: number;
	clear(): void;
};

export type Cluster = {readonly glyph: number; readonly width: number; readonly bytes: Uint8Array};

export const createGlyphs = (): Glyphs => {
	const byText = new Map<string, Cluster>();
	const byGlyph: Cluster[] = [];

	return {
		cluster(text) {
			const known = byText.get(text);
			if (known !== undefined) {
				return known;
			}

			const made = makeCluster(text, firstCluster + byGlyph.length);
			byText.set(text, made);
			byGlyph.push(made);
			return made;
		},
		width: glyph => (glyph < firstCluster ? (unitWidths[glyph] ?? 1) : (byGlyph[glyph - firstCluster]?.width ?? 1)),
		bytes: glyph => byGlyph[glyph - firstCluster]?.bytes ?? replacement,
		get size() {
			return byGlyph.length;
		},
		clear() {
			byText.clear();
			byGlyph.length = 0;
		},
	};
};

const replacement = new TextEncoder().encode('\uFFFD');

const makeCluster = (text: string, glyph: number): Cluster => {
	if (text.length > longestCluster) {
		return {glyph, width: Math.max(1, stringWidth(text)), bytes: replacement};
	}

	// A lone surrogate has no bytes of its own; the encoder replaces it.
	return {glyph, width: text.isWellFormed() ? stringWidth(text) : 1, bytes: new TextEncoder().encode(text)};
};
