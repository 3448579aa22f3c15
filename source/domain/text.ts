/** Names longer than this say nothing more to anyone. */
export const textLimit = 120;

/** Identities are longer than names, and must not collide by being cut. */
export const idLimit = 512;

let segmenter: Intl.Segmenter | undefined;

/** Made at first need: making one takes some ten milliseconds, and most text never needs it. */
const segmentsOf = (text: string): Intl.Segments => {
	segmenter ??= new Intl.Segmenter('und', {granularity: 'grapheme'});
	return segmenter.segment(text);
};

/** Everything that could move a cursor, change direction, hide, or be drawn differently by different terminals. */
const harmful = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}]/gu;
const halfSurrogates = /\p{Cs}/gu;
const separators = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
/** ©, ® and ™ stand in names, and are letters to every terminal. */
const emoji = /(?![©®™])\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;
/** On a blank too: blanks at either end are cut off, and would leave their mark behind. */
const loneMark = /^\s*\p{M}/u;
const longestCluster = 3;
const plainAscii = /^[\x20-\x7e]*$/;

/**
Text from the network, made harmless and of predictable width: control and format characters and half surrogates are
dropped, line separators become blanks; emoji, piles of combining marks and marks on nothing become `?`; the rest is
composed and cut to `limit` characters. Done once, where text enters.
*/
export const cleanText = (text: string, limit = textLimit): string => {
	const cut = text.slice(0, limit * 8);
	if (plainAscii.test(cut)) return cut.slice(0, limit).trim();
	const known = cleaned.get(cut);
	if (known?.limit === limit) return known.text;
	if (cleaned.size >= cleanedKept) cleaned.clear();
	const clean = cleanClusters(cut, limit);
	cleaned.set(cut, {limit, text: clean});
	return clean;
};

/** The same few names come with every event, and looking through one is dear. */
const cleaned = new Map<string, {readonly limit: number; readonly text: string}>();
const cleanedKept = 4096;

const cleanClusters = (cut: string, limit: number): string => {
	const visible = cut.replace(separators, ' ').replace(halfSurrogates, '').normalize('NFC');
	const clusters = Array.from(segmentsOf(visible), ({segment}) => cleanCluster(segment));
	return clusters.slice(0, limit).join('').trim();
};

const cleanCluster = (cluster: string): string => {
	if (emoji.test(cluster)) return '?';
	const visible = cluster.replace(harmful, '');
	return loneMark.test(visible) || [...visible].length > longestCluster ? '?' : visible;
};
