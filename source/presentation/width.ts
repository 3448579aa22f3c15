import stringWidth from 'string-width';

/**
Characters of one cell each, none of which joins another: ASCII, Latin letters, dashes and quotes, arrows and signs, lines,
blocks and shapes. A test holds them against the library; the build gives them to libraries that ask the same.
*/
export const singleCells = /^[\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027\u2190-\u2211\u2500-\u25fc]*$/;

/** How many terminal cells a text takes. */
export const widthOf = (content: string): number => (singleCells.test(content) ? content.length : stringWidth(content));

let segmenter: Intl.Segmenter | undefined;

/** Made at first need: making one takes some ten milliseconds, and most text never needs it. */
const segmentsOf = (text: string): Intl.Segments => {
	segmenter ??= new Intl.Segmenter('und', {granularity: 'grapheme'});
	return segmenter.segment(text);
};

/** The text cut to so many cells, with a mark at the cut. `…` needs one cell. */
export const cutTo = (content: string, width: number, mark = '…'): string => {
	if (widthOf(content) <= width) return content;
	if (width <= 0) return '';
	let kept = '';
	let used = 1;
	for (const {segment} of segmentsOf(content)) {
		used += widthOf(segment);
		if (used > width) break;
		kept += segment;
	}
	return kept + mark;
};
