import {openSync} from 'node:fs';
import {ReadStream} from 'node:tty';
import {BoardError, exitStatus, TokenMissingError} from './errors.js';
import type {LoginTexts} from './i18n/login-en.js';
import {holdsInterrupt, typeInto} from './token-keys.js';
import type {SiteToken} from './token-text.js';
import {readTypedTokens, type TypedTexts} from './token-typed.js';

/** Ctrl-C at the prompt. */
export class InterruptedError extends BoardError {
	override readonly name = 'InterruptedError';
	readonly code = 'INTERRUPTED';
	readonly exitStatus = exitStatus.interrupted;
}

export type PromptTexts = TypedTexts & Pick<LoginTexts, `prompt.${'explanation' | 'question' | 'giveUp'}`>;

export type PromptTerminal = {
	/** The keyboard. */
	readonly input: ReadStream;
	readonly output: {write(text: string): unknown};
};

/** A conversation with the person at the terminal. Each question throws InterruptedError after Ctrl-C. */
export type Prompt = {
	say(text: string): void;
	/** Asks again for what is no token, each character a star. Throws TokenMissingError when nothing is given. */
	askTokens(): Promise<readonly SiteToken[]>;
	/** A line as typed, for all to see. */
	askLine(question: string): Promise<string>;
	/** Work during which Ctrl-C still gives up, and other keys do nothing. */
	during<Value>(work: (signal: AbortSignal) => Promise<Value>): Promise<Value>;
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

/** Explains, asks, and shows a star for each character typed. Throws as `Prompt` does. */
export const askForTokens = (terminal: PromptTerminal, texts: PromptTexts): Promise<readonly SiteToken[]> =>
	converse(terminal, texts, prompt => {
		prompt.say(texts['prompt.explanation']);
		return prompt.askTokens();
	});

/** Talks with the person at the terminal, which shows what is typed again on every way out. */
export const converse = async <Value>(
	terminal: PromptTerminal,
	texts: PromptTexts,
	talk: (prompt: Prompt) => Promise<Value>,
): Promise<Value> => {
	const {input} = terminal;
	input.setRawMode(true);
	input.setEncoding('utf8');
	try {
		return await talk(createPrompt(terminal, texts));
	} finally {
		input.setRawMode(false);
		input.pause();
		if (input !== process.stdin) input.destroy();
	}
};

const createPrompt = (terminal: PromptTerminal, texts: PromptTexts): Prompt => {
	const write = (text: string): void => {
		terminal.output.write(text.replaceAll('\n', '\r\n'));
	};
	const ask = async (question: string, shown: Shown): Promise<string> => {
		write(question);
		return readLine(terminal, shown).finally(() => write('\n'));
	};
	const askTokens = async (): Promise<readonly SiteToken[]> => {
		const line = await ask(texts['prompt.question'], () => '*');
		if (line.trim() === '') throw new TokenMissingError('no token was given at the prompt');
		const typed = readTypedTokens(line, texts);
		if ('tokens' in typed) return typed.tokens;
		write(`${typed.sentence} ${texts['prompt.giveUp']}\n`);
		return askTokens();
	};
	return {
		say: text => write(`${text}\n`),
		askTokens,
		askLine: question => ask(question, key => key),
		during: work => interruptible(terminal, work),
	};
};

/** How a character that was typed is shown. */
type Shown = (key: string) => string;

const readLine = ({input, output}: PromptTerminal, shown: Shown): Promise<string> =>
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
			output.write(redraw(line, text, shown));
			line = text;
			if (ended === 'interrupted') finish(() => reject(interrupted()));
			else if (ended === 'done') onEnd();
		};
		input.on('data', onData);
		input.on('end', onEnd);
		input.resume();
	});

const interruptible = async <Value>(
	{input}: PromptTerminal,
	work: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> => {
	const aborter = new AbortController();
	const onData = (typed: string): void => {
		if (holdsInterrupt(typed)) aborter.abort(interrupted());
	};
	input.on('data', onData);
	input.resume();
	try {
		return await work(aborter.signal);
	} catch (error) {
		aborter.signal.throwIfAborted();
		throw error;
	} finally {
		input.off('data', onData);
	}
};

const interrupted = (): InterruptedError => new InterruptedError('interrupted');

/** What changes the line on the screen: the end that is no longer there is wiped, the new end written. */
const redraw = (before: string, after: string, shown: Shown): string => {
	const [old, now] = [[...before], [...after]];
	const kept = after.startsWith(before) ? old.length : before.startsWith(after) ? now.length : 0;
	return '\b \b'.repeat(old.length - kept) + now.slice(kept).map(shown).join('');
};
