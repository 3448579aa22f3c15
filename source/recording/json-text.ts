import {messageSeparator} from '../providers/ovh/answer.js';

/** What becomes of the pieces of a JSON text. Each is told the key it stands under, empty outside all objects. */
export type JsonVisitor = {
	/** The name of a key. */
	key(name: string): string;
	text(value: string, key: string): string;
	/** A number as it is written; must give back a number. */
	number(written: string, key: string): string;
};

/**
Gives back a JSON text with some of its keys and values changed. Everything else stays as it is written: blanks, order,
escapes, repeated keys, and all digits of numbers that no double can hold. The text must be valid JSON.
*/
export const mapJson = (json: string, visitor: JsonVisitor): string => {
	const pieces: string[] = [];
	const keys: string[] = [];
	let key = '';
	let at = 0;
	while (at < json.length) {
		const mark = json[at] ?? '';
		const end = pieceEnd(json, at);
		const piece = json.slice(at, end);
		if (mark === '"' && isKey(json, end)) {
			key = decoded(piece);
			pieces.push(rewritten(piece, {before: key, after: visitor.key(key)}));
		} else if (mark === '"') {
			const before = decoded(piece);
			pieces.push(rewritten(piece, {before, after: visitor.text(before, key)}));
		} else {
			if (mark === '{' || mark === '[') keys.push(key);
			if (mark === '}' || mark === ']') key = keys.pop() ?? '';
			pieces.push(isNumber.test(mark) ? visitor.number(piece, key) : piece);
		}
		at = end;
	}
	return pieces.join('');
};

const decoded = (piece: string): string => (piece.includes('\\') ? JSON.parse(piece) : piece.slice(1, -1));

const isNumber = /[-\d]/;

/** A piece that means the same as before is left as it is written. */
const rewritten = (piece: string, {before, after}: {readonly before: string; readonly after: string}): string =>
	before === after ? piece : JSON.stringify(after);

const bracket = /[{}[\]]/;
/** All between brackets and texts: numbers, words, and what separates them. */
const scalar = /[-+.\da-zA-Z]+|[^-+.\da-zA-Z"{}[\]]+/y;

const pieceEnd = (json: string, at: number): number => {
	const mark = json[at] ?? '';
	if (mark === '"') return textEnd(json, at);
	if (bracket.test(mark)) return at + 1;
	scalar.lastIndex = at;
	scalar.test(json);
	return Math.max(scalar.lastIndex, at + 1);
};

/** By hand: texts of megabytes are too long for a pattern. */
const textEnd = (json: string, at: number): number => {
	let end = json.indexOf('"', at + 1);
	while (end >= 0 && isEscaped(json, end)) end = json.indexOf('"', end + 1);
	return end < 0 ? json.length : end + 1;
};

const isEscaped = (json: string, at: number): boolean => {
	let backslashes = 0;
	while (json[at - 1 - backslashes] === '\\') backslashes += 1;
	return backslashes % 2 === 1;
};

const colon = /\s*:/y;

const isKey = (json: string, end: number): boolean => {
	colon.lastIndex = end;
	return colon.test(json);
};

/** Whether the text is JSON at all. */
export const isJson = (text: string): boolean => {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
};

/** Changes each of the messages that came over a WebSocket, or the one text of another answer. */
export const mapMessages = (body: string, change: (text: string) => string): string =>
	body.split(messageSeparator).map(change).join(messageSeparator);
