/** What keys do to a line that is being typed. */

/** A line after some keys, and how one of them ended it. */
export type TypedLine = {readonly text: string; readonly ended?: 'done' | 'interrupted'};

const keys = {
	enter: /[\r\n]/,
	interrupt: '\u0003',
	end: '\u0004',
	erase: /[\b\u007F]/,
	eraseAll: /[\u0015\u0017]/,
} as const;

/** Arrows and other keys that send more than a character. */
const sequences = /\u001B(?:\[[0-?]*[ -/]*[@-~]|O.|.)?/g;

/** Several lines come at once when somebody pastes them: they are one answer, a token each. */
const pastedLines = /[\r\n]+(?=[^\r\n\u0000-\u001F])/g;

/** The line after these keys, as they came from the terminal. */
export const typeInto = (line: string, typed: string): TypedLine => {
	let text = line;
	for (const key of typed.replace(sequences, '').replace(pastedLines, ',')) {
		if (key === keys.interrupt) return {text, ended: 'interrupted'};
		if (keys.enter.test(key) || (key === keys.end && text === '')) return {text, ended: 'done'};
		text = edit(text, key);
	}
	return {text};
};

export const holdsInterrupt = (typed: string): boolean => typed.includes(keys.interrupt);

const edit = (line: string, key: string): string => {
	if (keys.eraseAll.test(key)) return '';
	if (keys.erase.test(key)) return [...line].slice(0, -1).join('');
	return key < ' ' ? line : line + key;
};
