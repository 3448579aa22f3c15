import {writeFileSync} from 'node:fs';
import {constants} from 'node:os';
import process from 'node:process';
import {isatty} from 'node:tty';
import {inspect} from 'node:util';
import type {Output} from './output.js';
import type {Screen} from './screen.js';

export type RestoreOptions = {
	readonly screen: Pick<Screen, 'close' | 'resume' | 'suspend'>;
	readonly output: Pick<Output, 'isStalled' | 'refreshSize' | 'writeNow'>;
	/** Where raw mode is set, by Ink as a rule. */
	readonly stdin: {readonly isRaw?: boolean; setRawMode?(isRaw: boolean): unknown};
	/** What is printed of an error nobody caught, without a final line feed. */
	readonly describe?: (error: unknown) => string;
};

/**
Gives the terminal back on every way out: `process.exit`, the natural end, an uncaught error or unhandled rejection (exit with 1, the error
printed once the screen is left), SIGHUP, SIGINT, SIGQUIT, SIGTERM (exit with 128 + number); and for the time of a stop by SIGTSTP. SIGKILL leaves no chance.

To quit, call `process.exit`: the screen is left in its `exit` event, then Ink unmounts. Add no handlers for these signals elsewhere; what has to
be saved at the end belongs in a handler of `exit`. Ink heeds a signal only while nobody else listens, so its own handlers rest.
The result takes everything away again.
*/
export const installRestore = ({screen, output, stdin, describe = inspect}: RestoreOptions): (() => void) => {
	let rawBeforeStop: boolean | undefined;
	const giveBack = (): void => {
		screen.close();
		leaveRawMode();
	};
	const leaveRawMode = (): void => {
		// Changing the mode waits until all output is taken, on some systems; Node itself restores it at the very end without waiting.
		if (stdin.isRaw === true && !output.isStalled()) {
			stdin.setRawMode?.(false);
		}
	};
	const listeners: Readonly<Record<string, (value: unknown) => void>> = {
		exit: giveBack,
		uncaughtException(error) {
			giveBack();
			print(output, `${describe(error)}\n`);
			process.exit(1);
		},
		...Object.fromEntries(
			endingSignals.map(signal => [
				signal,
				() => {
					giveBack();
					process.exit(128 + constants.signals[signal]);
				},
			]),
		),
		SIGTSTP() {
			rawBeforeStop = stdin.isRaw === true;
			screen.suspend();
			leaveRawMode();
			process.kill(process.pid, 'SIGSTOP');
		},
		SIGCONT() {
			// The shell has changed the mode behind Node's back, so it is set from the ground up.
			if (rawBeforeStop ?? stdin.isRaw) {
				stdin.setRawMode?.(false);
				stdin.setRawMode?.(true);
			}

			rawBeforeStop = undefined;
			output.refreshSize();
			screen.resume();
		},
	};
	for (const [event, listener] of Object.entries(listeners)) {
		process.on(event, listener);
	}

	return () => {
		for (const [event, listener] of Object.entries(listeners)) {
			process.off(event, listener);
		}
	};
};

const endingSignals = ['SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGTERM'] as const;

/** Prints on standard error, by way of the output when that is a terminal, because writing to a stalled one would never end. */
const print = (output: Pick<Output, 'writeNow'>, text: string): void => {
	const clean = text.replace(/[^\P{Cc}\n\t]/gu, '');
	if (isatty(2)) {
		output.writeNow(clean);
		return;
	}

	try {
		writeFileSync(2, clean);
	} catch {
		// Nobody is left to be told.
	}
};
