import {createBytes} from './bytes.js';
import {glyphOf, styleOf} from './cells.js';
import {firstCluster, type Glyphs, isTrusted, space} from './glyphs.js';
import {isLink, linkEnd} from './link.js';
import {blankLook, penOf, plain} from './pen.js';
import type {SgrWriter} from './sgr-write.js';

/**
The bytes of one frame: moves of the cursor, changes of the pen, glyphs, each only when needed.

Source of the sequences: xterm's ctlseqs. A line feed is never among them, because one at the bottom would scroll.
*/
export type Frame = {
	readonly length: number;
	/** Starts an empty frame. Where the cursor stands and how the pen is set counts as unknown. */
	begin(): void;
	/** Ends a link that is open: nothing that another program writes may become part of it. */
	end(): void;
	/** The sequence that begins the links of the next frames; undefined: cells that lead somewhere are drawn without. */
	setLink(start: string | undefined): void;
	/** Puts a sequence that moves neither cursor nor pen. */
	raw(text: string): void;
	moveTo(row: number, column: number): void;
	/** Column where the next glyph comes to stand if the cursor is surely in this row, otherwise -1. */
	columnIn(row: number): number;
	/** Whether a cell costs one byte when it is written next. */
	isCheap(cell: number): boolean;
	/** Writes the glyph of a cell at the cursor, in its style. */
	put(cell: number): void;
	/** Blanks from the cursor to the end of the row, in the terminal's own colours. */
	eraseTail(): void;
	/** Valid until the next `begin`. */
	bytes(): Uint8Array;
};

/** Bytes of the longest move and change of pen together, with room to spare; longer things make their own room. */
const longestCell = 64;

export type FrameOptions = {
	readonly glyphs: Glyphs;
	readonly sgr: SgrWriter;
	/** The ASCII bytes that stand for a glyph, one for each of its cells; without it glyphs are sent as they are. */
	readonly spell?: ((glyph: number) => Uint8Array) | undefined;
};

export const createFrame = ({glyphs, sgr, spell}: FrameOptions): Frame => {
	const bytes = createBytes();
	let cursorRow = -1;
	let cursorColumn = -1;
	let pen = -1;
	let linkStart: string | undefined;
	let isLinkOpen = false;

	const sequence = (count: number, final: number): void => {
		bytes.reserve(longestCell);
		bytes.byte(0x1b);
		bytes.byte(0x5b);
		// A count of one is what terminals assume.
		if (count > 1) {
			bytes.decimal(count);
		}

		bytes.byte(final);
	};
	const position = (row: number, column: number): void => {
		bytes.reserve(longestCell);
		bytes.byte(0x1b);
		bytes.byte(0x5b);
		bytes.decimal(row + 1);
		if (column > 0) {
			bytes.byte(0x3b);
			bytes.decimal(column + 1);
		}

		bytes.byte(0x48);
	};
	const setPen = (style: number): void => {
		bytes.append(sgr.transition(pen, style));
		pen = style;
		switchLink(isLink(penOf(style)));
	};
	const switchLink = (isWanted: boolean): void => {
		if (linkStart === undefined || isWanted === isLinkOpen) {
			return;
		}

		bytes.ascii(isWanted ? linkStart : linkEnd);
		isLinkOpen = isWanted;
	};
	const putOther = (glyph: number): void => {
		if (spell !== undefined) {
			const spelled = spell(glyph);
			bytes.append(spelled);
			cursorColumn += spelled.length;
			return;
		}

		if (glyph >= firstCluster) {
			bytes.append(glyphs.bytes(glyph));
		} else {
			bytes.unit(glyph);
		}

		cursorColumn = isTrusted(glyph) ? cursorColumn + 1 : -1;
	};

	return {
		get length() {
			return bytes.length;
		},
		begin() {
			bytes.reset();
			cursorRow = -1;
			cursorColumn = -1;
			pen = -1;
			isLinkOpen = false;
		},
		end: () => switchLink(false),
		setLink(start) {
			linkStart = start;
		},
		raw: bytes.ascii,
		moveTo(row, column) {
			if (row !== cursorRow) {
				position(row, column);
			} else if (cursorColumn < 0 || column < cursorColumn) {
				sequence(column + 1, 0x47);
			} else if (column > cursorColumn) {
				sequence(column - cursorColumn, 0x43);
			}

			cursorRow = row;
			cursorColumn = column;
		},
		columnIn: row => (row === cursorRow ? cursorColumn : -1),
		isCheap(cell) {
			const glyph = glyphOf(cell);
			const style = styleOf(cell);
			return glyph < 0x7f && (style === pen || (glyph === space && blankLook(style) === blankLook(pen)));
		},
		put(cell) {
			const glyph = glyphOf(cell);
			const style = styleOf(cell);
			// A pen that differs only in what a blank does not show is left as it is.
			if (style !== pen && !(glyph === space && blankLook(style) === blankLook(pen))) {
				setPen(style);
			}

			bytes.reserve(longestCell);
			if (glyph < 0x7f) {
				bytes.byte(glyph);
				cursorColumn += 1;
			} else {
				putOther(glyph);
			}
		},
		eraseTail() {
			if (blankLook(pen) !== plain) {
				setPen(plain);
			}

			sequence(1, 0x4b);
		},
		bytes: bytes.view,
	};
};
