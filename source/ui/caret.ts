import {cutTo, widthOf} from '../presentation/width.js';

/** A text on one row, parted at its caret; `at` is the character under it, a blank at the end. */
export type CaretText = {readonly before: string; readonly at: string; readonly after: string};

/** The part of a text around its caret that fits, with marks where it goes on. `caret`: characters before it. */
export const aroundCaret = (
	text: string,
	{caret, width, cut}: {readonly caret: number; readonly width: number; readonly cut: string},
): CaretText => {
	const characters = [...text];
	const at = characters[caret] ?? ' ';
	const rest = characters.slice(caret + 1).join('');
	const room = Math.max(0, width - widthOf(at));
	const aside = Math.min(widthOf(rest), Math.floor(width / 4));
	const before = endOf(characters.slice(0, caret), {width: room - aside, cut});
	return {before, at, after: cutTo(rest, room - widthOf(before), cut)};
};

/** The last characters that fit, after a mark when some are left out. */
const endOf = (characters: readonly string[], {width, cut}: {readonly width: number; readonly cut: string}): string => {
	const whole = characters.join('');
	if (widthOf(whole) <= width) return whole;
	let kept: readonly string[] = [];
	for (const character of characters.toReversed()) {
		const longer = [character, ...kept];
		if (widthOf(longer.join('')) > width - 1) break;
		kept = longer;
	}
	return width <= 0 ? '' : cut + kept.join('');
};
