import {openSync} from 'node:fs';
import {ReadStream} from 'node:tty';
import {BoardError, exitStatus, OptionsError} from './errors.js';
import {parseTokens, type SiteToken} from './token-text.js';

/** Ctrl-C at the prompt. */
export class InterruptedError extends BoardError {
	override readonly name = 'InterruptedError';
	readonly code = 'INTERRUPTED';
	readonly exitStatus = exitStatus.interrupted;
}

/** `explanation`: where a token comes from, in a line or two. */
export type PromptTexts = {readonly [Key in 'prompt.explanation' | 'prompt.question' | 'prompt.again']: string};

export type PromptTerminal = {
	/** The keyboard. */
	readonly input: ReadStream;
	readonly output: {write(text: string): unknown};
};

/**
The terminal a person sits at: standard input if it is one, else the terminal the program belongs to. Undefined when
there is none, or when questions on standard error would not be seen.
*/
export const openPromptTerminal = (): PromptTerminal | undefined => {
	if (!process.stderr.isTTY) return undefined;
	if (process.stdin.isTTY) return {input: process.stdin, output: process.stderr};
	try {
		return {input: new ReadStream(openSync('/dev/tty', 'r')), output: process.stderr};
	} catch {
		return undefined;
	}
};

/**
Asks for a token and shows a star for each character typed. Asks again for one of the wrong form. Throws InterruptedError
after Ctrl-C, TokenMissingError when nothing is given. The terminal shows what is typed again on every way out.
*/
export const askForTokens = async (terminal: PromptTerminal, texts: PromptTexts): Promise<readonly SiteToken[]> => {
	const {input, output} = terminal;
	output.write(`${texts['prompt.explanation']}\n`);
	input.setRawMode(true);
	input.setEncoding('utf8');
	try {
		for (;;) {
			output.write(texts['prompt.question']);
			const line = await readHidden(terminal).finally(() => output.write('\r\n'));
			const tokens = tokensOf(line);
			if (tokens) return tokens;
			output.write(`${texts['prompt.again']}\r\n`);
		}
	} finally {
		input.setRawMode(false);
		input.pause();
		if (input !== process.stdin) input.destroy();
	}
};

const tokensOf = (line: string): readonly SiteToken[] | undefined => {
	try {
		return parseTokens(line, 'the prompt');
	} catch (error) {
		if (error instanceof OptionsError) return undefined;
		throw error;
	}
};

const keys = {
	enter: /[\r\n]/,
	interrupt: '\u0003',
	end: '\u0004',
	erase: /[\b\u007F]/,
	eraseAll: /[\u0015\u0017]/,
} as const;

/** Arrows and other keys that send more than a character. */
const sequences = /\u001B(?:\[[0-?]*[ -/]*[@-~]|O.|.)?/g;

/** One line as typed, unseen. */
const readHidden = ({input, output}: PromptTerminal): Promise<string> =>
	new Promise((resolve, reject) => {
		let line = '';
		const finish = (settle: () => void): void => {
			input.off('data', onData);
			input.off('end', onEnd);
			settle();
		};
		const onEnd = (): void => finish(() => resolve(line));
		const onData = (typed: string): void => {
			const {text, ended} = typeInto(line, typed);
			output.write(redraw(line.length, text.length));
			line = text;
			if (ended === 'interrupted') finish(() => reject(new InterruptedError('interrupted')));
			else if (ended === 'done') onEnd();
		};
		input.on('data', onData);
		input.on('end', onEnd);
		input.resume();
	});

/** The line after some keys, and whether one of them ended it. */
const typeInto = (line: string, typed: string): {readonly text: string; readonly ended?: 'done' | 'interrupted'} => {
	let text = line;
	for (const key of typed.replace(sequences, '')) {
		if (key === keys.interrupt) return {text, ended: 'interrupted'};
		if (keys.enter.test(key) || (key === keys.end && text === '')) return {text, ended: 'done'};
		text = edit(text, key);
	}
	return {text};
};

const edit = (line: string, key: string): string => {
	if (keys.eraseAll.test(key)) return '';
	if (keys.erase.test(key)) return line.slice(0, -1);
	return key < ' ' ? line : line + key;
};

const redraw = (before: number, after: number): string =>
	after >= before ? '*'.repeat(after - before) : '\b \b'.repeat(before - after);
