import type {Key} from 'ink';

/** One key: the character it types, or none, and what Ink says of it. */
export type Stroke = {readonly typed: string; readonly key: Key};

/**
The keys in one piece of input. Keys typed ahead over a slow line arrive as one text, each to be taken for itself, Enter
and Tab among them. A text that begins with `[` and goes on is what is left of an escape sequence torn apart on the way:
no key at all.
*/
export const strokesIn = (typed: string, key: Key): readonly Stroke[] => {
	if (key.ctrl || key.meta || (typed.length <= 1 && typed !== '\n')) return [{typed, key}];
	if (/^\[[\dA-Z~;]+$/.test(typed)) return [];
	return [...typed.replaceAll('\r\n', '\r')].map(character => strokeOf(character, key));
};

const named: Readonly<Record<string, Partial<Key>>> = {
	'\r': {return: true},
	'\n': {return: true},
	'\t': {tab: true},
};

/** Letters that Ctrl makes a control character of: `\u0001` is Ctrl-A. */
const strokeOf = (character: string, key: Key): Stroke => {
	const name = named[character];
	if (name) return {typed: '', key: {...key, ...name}};
	const code = character.charCodeAt(0);
	if (code > 26 || code === 0) return {typed: character, key};
	return {typed: String.fromCharCode(code + 96), key: {...key, ctrl: true}};
};
