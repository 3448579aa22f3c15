import stringWidth from 'string-width';

const plainAscii = /^[\x20-\x7e]*$/;

/** How many terminal cells a text takes. */
export const widthOf = (content: string): number => (plainAscii.test(content) ? content.length : stringWidth(content));

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
