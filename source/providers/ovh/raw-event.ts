import {type AnswerForm, isNotice, messageSeparator} from './answer.js';

/**
The text of one event as it stands in the answer it came in, to the last digit; undefined when there is none at that
place. `index`: the event's place as `Answer.origins` tells it. A message that is no JSON is given back whole.
*/
export const rawEvent = (
	raw: string,
	{form, index}: {readonly form: AnswerForm; readonly index: number},
): string | undefined => {
	if (form === 'websocket') return messagesOf(raw)[index];
	const list = form === 'v1' ? (memberOf(raw, 'Events') ?? memberOf(raw, 'events')) : raw;
	return list === undefined ? undefined : elementsOf(list)[index];
};

/** The events of all messages. The service's words are none; a message that cannot be read counts as one. */
const messagesOf = (raw: string): readonly string[] =>
	raw.split(messageSeparator).flatMap(message => {
		if (isNotice(message)) return [];
		return isList(message) ? elementsOf(message) : [message.trim()];
	});

const isList = (text: string): boolean => {
	try {
		return Array.isArray(JSON.parse(text));
	} catch {
		return false;
	}
};

/** A value at the outermost level of a list, or of an object under its key. */
type Piece = {readonly key: string | undefined; readonly text: string};

const elementsOf = (list: string): readonly string[] => piecesOf(list).map(({text}) => text);

/** Of several members with one name, JSON means the last. */
const memberOf = (object: string, name: string): string | undefined =>
	piecesOf(object).findLast(({key}) => key === name)?.text;

/** The parts of a list or an object, cut at its commas. By hand: parsing would lose digits that no double can hold. */
const piecesOf = (json: string): readonly Piece[] => {
	const pieces: Piece[] = [];
	let depth = 0;
	let from = 0;
	for (let at = 0; at < json.length; at++) {
		const mark = json[at] ?? '';
		if (mark === '"') at = textEnd(json, at);
		if (opening.has(mark)) depth += 1;
		if (depth === 1 && cutting.has(mark)) {
			if (!opening.has(mark)) pieces.push(pieceOf(json.slice(from, at)));
			from = at + 1;
		}
		if (closing.has(mark)) depth -= 1;
	}
	return pieces.filter(({text}) => text !== '');
};

const opening: ReadonlySet<string> = new Set('[{');
const closing: ReadonlySet<string> = new Set(']}');
const cutting: ReadonlySet<string> = new Set([...opening, ...closing, ',']);

/** Where a text that begins at `at` ends. */
const textEnd = (json: string, at: number): number => {
	let end = at + 1;
	while (end < json.length && json[end] !== '"') end += json[end] === '\\' ? 2 : 1;
	return end;
};

const named = /^\s*("(?:[^"\\]|\\.)*")\s*:/;

const pieceOf = (part: string): Piece => {
	const [start, name] = named.exec(part) ?? [];
	if (start === undefined || name === undefined) return {key: undefined, text: part.trim()};
	return {key: JSON.parse(name), text: part.slice(start.length).trim()};
};
