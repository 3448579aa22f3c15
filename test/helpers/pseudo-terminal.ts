import {spawn} from '@lydell/node-pty';
import {environmentOf} from './program.js';

/** A program in a terminal of its own. */
export type PseudoTerminal = {
	/** Resolves once all that was written matches; rejects when the program ends before. */
	shows(pattern: RegExp): Promise<void>;
	type(keys: string): void;
	kill(signal: NodeJS.Signals): void;
	/** The exit status. */
	readonly ended: Promise<number>;
	/** Everything written so far. */
	written(): string;
};

export const runInTerminal = (
	command: readonly string[],
	env: Readonly<Record<string, string>> = {},
): PseudoTerminal => {
	const [file = process.execPath, ...args] = command;
	const terminal = spawn(file, args, {cols: 100, rows: 30, env: environmentOf({TERM: 'xterm-256color', ...env})});
	let written = '';
	let check = (): void => {};
	terminal.onData(chunk => {
		written += chunk;
		check();
	});
	const ended = new Promise<number>(resolve => {
		terminal.onExit(({exitCode}) => resolve(exitCode));
	});
	return {
		shows: pattern =>
			new Promise((resolve, reject) => {
				check = () => {
					if (pattern.test(written)) resolve();
				};
				check();
				void ended.then(() => reject(new Error(`ended without ${pattern}: ${JSON.stringify(written)}`)));
			}),
		type: keys => terminal.write(keys),
		kill: signal => terminal.kill(signal),
		ended,
		written: () => written,
	};
};
