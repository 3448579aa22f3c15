import {Writable} from 'node:stream';
import type {Size} from './output.js';
import {bracketedPasteOff, bracketedPasteOn} from './sequences.js';

/**
The options Ink's `render` needs beside `stdout: screen.inkOutput` and `stdin`.

- `debug`: each commit is written at once as one complete frame, free of cursor movement, instead of a difference to where Ink believes the
  cursor to be. Nothing can get out of step, however the terminal is resized. Frames are not throttled: commit only what changed, as
  often as it shall be seen.
- `interactive`: Ink is otherwise silent when the variable CI is set.
- `isScreenReaderEnabled`: a variable of the environment would otherwise turn the layout into a list.
- The screen owns the alternate screen, the cursor and the synchronised update; restore owns Ctrl-C, console and signals.

Ink draws backgrounds only if its colours are on, and dialogs over a region need backgrounds: set FORCE_COLOR=1 before Ink is imported and let the
screen leave colours out (`colour: false`). `useCursor`, `<Static>`, `useStdout().write` and a tree that draws nothing at all have no effect here.
*/
export const inkOptions = {
	debug: true,
	interactive: true,
	patchConsole: false,
	exitOnCtrlC: false,
	alternateScreen: false,
	incrementalRendering: false,
	isScreenReaderEnabled: false,
} as const;

export type Sink = {
	/** Looks like a terminal to Ink, answers at once and never fails, so that Ink can always unmount. */
	readonly stream: NodeJS.WriteStream;
	/** Lets Ink, and `useWindowSize`, look at the size again. */
	announceResize(): void;
};

export type SinkOptions = {
	readonly size: () => Size;
	readonly colour: boolean;
	/** A complete frame of Ink. */
	readonly onFrame: (frame: string) => void;
	/** `usePaste` was mounted or unmounted. */
	readonly onBracketedPaste: (state: {readonly wanted: boolean}) => void;
};

export const createSink = ({size, colour, onFrame, onBracketedPaste}: SinkOptions): Sink => {
	const accept = (text: string): void => {
		if (text === bracketedPasteOn || text === bracketedPasteOff) {
			onBracketedPaste({wanted: text === bracketedPasteOn});
		} else if (text !== '' && !text.startsWith(privateMode)) {
			onFrame(text);
		}
	};
	const writable = new Writable({
		decodeStrings: false,
		write(chunk: unknown, _encoding, done) {
			accept(String(chunk));
			done();
		},
	});
	// Every component that uses the size listens.
	writable.setMaxListeners(0);
	const depth = colour ? 4 : 1;
	const terminal = Object.assign(writable, {
		isTTY: true,
		getColorDepth: () => depth,
		hasColors: (count: unknown = 16) => typeof count !== 'number' || 2 ** depth >= count,
		getWindowSize: () => [size().columns, size().rows],
	});
	Object.defineProperties(terminal, {columns: {get: () => size().columns}, rows: {get: () => size().rows}});
	return {
		// What Ink uses of a terminal is there; the methods that move the cursor are not.
		stream: terminal as unknown as NodeJS.WriteStream,
		announceResize: () => {
			writable.emit('resize');
		},
	};
};

const privateMode = '\u001B[?';
