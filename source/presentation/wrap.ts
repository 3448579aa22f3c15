import {cutTo, widthOf} from './width.js';

/** A sentence in lines no wider than `width`, broken at its blanks; a word that is wider is cut. */
export const wrapWords = (sentence: string, width: number): readonly string[] => {
	const lines: string[] = [];
	for (const word of sentence.split(' ')) {
		const line = lines.at(-1);
		const longer = line === undefined ? word : `${line} ${word}`;
		if (line !== undefined && widthOf(longer) <= width) lines.splice(-1, 1, longer);
		else lines.push(cutTo(word, width));
	}
	return lines;
};
