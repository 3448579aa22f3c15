// Runs a program for a call: no shell, the facts in its environment and on its standard input, never in its arguments.
import {spawn} from 'node:child_process';
import {cleanText, idLimit} from '../domain/text.js';
import {codeOf, PopError} from './pop-error.js';
import type {PopFacts} from './template.js';

export type Order = {
	readonly command: readonly string[];
	readonly facts: PopFacts;
	/** The template filled in, when there is one. */
	readonly url: URL | null;
	/** What stands on standard input, besides. */
	readonly json: string;
	/** Ends the program, and what it started, at once. */
	readonly signal: AbortSignal;
};

/** Resolves when the program ended with status 0; throws PopError (program, exit, closed). */
export const runProgram = ({command, facts, url, json, signal}: Order): Promise<void> => {
	const [program = '', ...words] = command;
	return new Promise((resolve, reject) => {
		// A group of its own: ended with all that it started, and not by the keys of our terminal.
		const child = spawn(program, words, {
			env: environmentFor(facts, url),
			stdio: ['pipe', 'ignore', 'ignore'],
			detached: process.platform !== 'win32',
			windowsHide: true,
		});
		const kill = (): void => endGroup(child.pid);
		signal.addEventListener('abort', kill, {once: true});
		child.once('error', error => {
			signal.removeEventListener('abort', kill);
			reject(new PopError('program', codeOf(error), error));
		});
		child.once('exit', (status, killedBy) => {
			signal.removeEventListener('abort', kill);
			if (status === 0) resolve();
			else reject(new PopError('exit', killedBy ?? String(status)));
		});
		// A program need not read what it is told.
		child.stdin.on('error', () => undefined);
		child.stdin.end(json);
		child.unref();
		if (signal.aborted) kill();
	});
};

const endGroup = (pid: number | undefined): void => {
	if (pid === undefined) return;
	try {
		process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
	} catch {
		// It has ended already.
	}
};

/** What this program knows and that one need not: where the token is. */
const isOurs = (name: string): boolean => /^(OVH_CTI_|CREDENTIALS_DIRECTORY$)/i.test(name);

const environmentFor = (facts: PopFacts, url: URL | null): NodeJS.ProcessEnv => {
	const kept = Object.entries(process.env).filter(([name]) => !isOurs(name));
	const told = Object.entries(facts).map(([name, value]) => [variableOf(name), cleanText(value, idLimit)]);
	return {...Object.fromEntries(kept), ...Object.fromEntries(told), ...(url === null ? {} : {POP_URL: url.href})};
};

/** `callId` is `POP_CALL_ID`. */
const variableOf = (name: string): string => `POP_${name.replace(/[A-Z]/g, '_$&').toUpperCase()}`;
