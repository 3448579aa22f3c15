import {cleanText} from '../../domain/text.js';
import {widthOf} from '../width.js';

/** More than this of one event is not looked at: characters. */
const mostCharacters = 32 * 1024;

/** A text in lines no wider than `width`; `isCut` when there was more. */
export type RawLines = {readonly lines: readonly string[]; readonly isCut: boolean};

/**
An event as it was received, for the eye: one member a line, indented. Every digit, key and repeated key stays as it was
written. What could harm a screen, or is drawn otherwise by different terminals, stands there as its code: `\u001b`.
*/
export const rawLines = (raw: string, width: number): RawLines => {
	const pieces = indented(raw.slice(0, mostCharacters)).map(harmless);
	return {lines: pieces.flatMap(line => folded(line, Math.max(8, width))), isCut: raw.length > mostCharacters};
};

/** JSON with its members on lines of their own; of what is no JSON, the same without any harm. */
const indented = (json: string): readonly string[] => {
	const lines: string[] = [];
	let line = '';
	let depth = 0;
	const breakLine = (): void => {
		if (line.trim() !== '') lines.push(line.trimEnd());
		line = '  '.repeat(Math.min(depth, deepest));
	};
	for (const piece of piecesOf(json)) {
		if (piece === '{' || piece === '[') {
			line += piece;
			depth += 1;
			breakLine();
		} else if (piece === '}' || piece === ']') {
			depth = Math.max(0, depth - 1);
			breakLine();
			line += piece;
		} else if (piece === ',') {
			line += piece;
			breakLine();
		} else line += piece === ':' ? ': ' : piece;
	}
	breakLine();
	return lines;
};

/** Deeper than this nothing is moved further to the right. */
const deepest = 12;

const pieces = /"(?:[^"\\]|\\.)*"?|[{}[\],:]|[^"{}[\],:\s]+|\s+/gs;

/** Texts, signs and what is between them, without the blanks. */
const piecesOf = (json: string): readonly string[] => (json.match(pieces) ?? []).filter(piece => piece.trim() !== '');

const plain = /^[\x20-\x7e]*$/;

const harmless = (line: string): string =>
	plain.test(line) ? line : Array.from(line, character => (isPlain(character) ? character : coded(character))).join('');

const isPlain = (character: string): boolean => character === ' ' || cleanText(character) === character;

const coded = (character: string): string =>
	Array.from({length: character.length}, (_, index) => {
		const code = character.charCodeAt(index).toString(16).padStart(4, '0');
		return `\\u${code}`;
	}).join('');

/** A line that is too wide goes on in the next one, a little further in. */
const folded = (line: string, width: number): readonly string[] => {
	if (widthOf(line) <= width) return [line];
	const indent = ' '.repeat(Math.min(line.length - line.trimStart().length + 2, Math.floor(width / 2)));
	const lines: string[] = [];
	let current = '';
	let used = 0;
	for (const character of line) {
		const size = widthOf(character);
		if (used + size > width) {
			lines.push(current);
			current = indent;
			used = indent.length;
		}
		current += character;
		used += size;
	}
	return [...lines, current];
};
