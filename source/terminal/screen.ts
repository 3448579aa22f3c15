// Draws on the terminal: cells instead of strings, only what differs, one write per frame, never waiting.
import type {Painter} from './canvas.js';
import {copySequence} from './clipboard.js';
import type {Rectangle} from './layers.js';
import {linkEnd} from './link.js';
import type {Output, Size} from './output.js';
import {createPacer} from './pacer.js';
import {createPicture} from './picture.js';
import {bracketedPasteOff, bracketedPasteOn, enterScreen, leaveScreen} from './sequences.js';
import {createSink} from './sink.js';
import {systemTimers, type Timers} from './timers.js';

export type {Rectangle} from './layers.js';

export type Screen = {
	/** Current size, never 0. */
	readonly columns: number;
	readonly rows: number;
	/** What Ink takes for the terminal: its `stdout`, with `inkOptions`. */
	readonly inkOutput: NodeJS.WriteStream;
	/** Places, moves or (undefined) removes a painted region under Ink's output. Inside it an unstyled blank Ink cell is transparent. Same rectangle and painter: nothing happens. */
	setRegion(name: string, region: {readonly rectangle: Rectangle; readonly painter: Painter} | undefined): void;
	/** Where cells with the style `link` lead; undefined: nowhere. An address that is not safe to send counts as none. */
	setLink(url: string | undefined): void;
	/** Sends a text to the terminal's clipboard with the next frame; false when it is too long, or empty. Nobody learns whether the terminal takes it. */
	copy(text: string): boolean;
	/** Asks for a frame soon: painters run, the difference goes out. At most one is pending; while a write is under way, exactly one frame follows it. */
	requestFrame(): void;
	/** Forgets what the terminal shows and draws everything. Happens by itself after a resize and periodically, because a difference never repairs what a stranger wrote. */
	repaint(): void;
	/** Calls after the size has changed, when Ink already knows. The result ends listening. */
	onResize(listener: () => void): () => void;
	/** Leaves the terminal to others until `resume`, as for a stop by SIGTSTP. */
	suspend(): void;
	resume(): void;
	/** Leaves the alternate screen, shows the cursor, ends. Idempotent. The output stays open. */
	close(): void;
	/** Since the start; `skipped` counts the frames that were asked for while the terminal was slow and became one with a later one. */
	readonly counts: {readonly frames: number; readonly bytes: number; readonly skipped: number};
};

export type ScreenOptions = {
	readonly output: Output;
	/** False sends no colours, only bold, inverse and their like. */
	readonly colour: boolean;
	/** True sends ASCII only, for terminals that know nothing else; other characters are replaced by the likest. */
	readonly ascii?: boolean;
	readonly timers?: Timers;
	/** Time after which everything is drawn anew. */
	readonly repaintPeriodMs?: number;
	/** Rest after the last change of size before the new size is used; nothing is drawn in between. */
	readonly resizeRestMs?: number;
};

export const createScreen = ({
	output,
	colour,
	ascii,
	timers = systemTimers,
	repaintPeriodMs = 60_000,
	resizeRestMs = 60,
}: ScreenOptions): Screen => {
	let size = usableSize(output.size());
	let isEntered = false;
	let isAway = false;
	let isClosed = false;
	let isResting = false;
	let paste = {isWanted: false, isOn: false};
	let copied = '';
	let hadLink = false;
	let cancelRest = (): void => {};
	const listeners = new Set<() => void>();
	const picture = createPicture({size, colour, ascii});

	const draw = (): Uint8Array | undefined => {
		if (isAway) {
			return undefined;
		}

		const prologue = (isEntered ? '' : enterScreen) + pasteSwitch(paste) + copied;
		isEntered = true;
		copied = '';
		paste = {...paste, isOn: paste.isWanted};
		return picture.nextFrame(prologue);
	};
	const pacer = createPacer({timers, draw, write: output.write});
	const repaint = (): void => {
		picture.forget();
		pacer.request();
	};
	const sink = createSink({
		size: () => size,
		colour,
		onFrame(frame) {
			picture.setInkFrame(frame);
			pacer.request();
		},
		onBracketedPaste({wanted}) {
			paste = {...paste, isWanted: wanted};
			pacer.request();
		},
	});
	const resize = (): void => {
		size = usableSize(output.size());
		picture.resize(size);
		isResting = false;
		sink.announceResize();
		for (const listener of [...listeners]) {
			listener();
		}

		// React takes a turn to render for the new size.
		timers.soon(() => {
			if (!isResting) {
				pacer.release();
				pacer.request();
			}
		});
	};
	const leave = (): void => {
		if (isEntered) {
			output.writeNow((hadLink ? linkEnd : '') + leaveScreen);
			isEntered = false;
			paste = {...paste, isOn: false};
			pacer.abandon();
		}

		isAway = true;
	};
	const stopListening = output.onResize(() => {
		// What would be drawn meanwhile would be drawn for a size that is gone.
		pacer.hold();
		isResting = true;
		cancelRest();
		cancelRest = timers.after(resizeRestMs, resize);
	});
	const stopRepainting = timers.every(repaintPeriodMs, () => {
		output.refreshSize();
		repaint();
	});

	return {
		get columns() {
			return size.columns;
		},
		get rows() {
			return size.rows;
		},
		inkOutput: sink.stream,
		setRegion(name, region) {
			if (picture.setRegion(name, region)) {
				pacer.request();
			}
		},
		setLink(url) {
			hadLink ||= url !== undefined && !ascii;
			picture.setLink(url);
			pacer.request();
		},
		copy(text) {
			const sequence = copySequence(text);
			copied = sequence ?? copied;
			pacer.request();
			return sequence !== undefined;
		},
		requestFrame: pacer.request,
		repaint,
		onResize(listener) {
			listeners.add(listener);
			return () => {
				listeners.delete(listener);
			};
		},
		suspend: leave,
		resume() {
			if (!isClosed) {
				isAway = false;
				repaint();
			}
		},
		close() {
			isClosed = true;
			stopListening();
			stopRepainting();
			cancelRest();
			leave();
		},
		counts: pacer.counts,
	};
};

/** A pseudo-terminal nobody gave a size reports 0 × 0. */
const usableSize = ({columns, rows}: Size): Size => ({columns: columns > 0 ? columns : 80, rows: rows > 0 ? rows : 24});

const pasteSwitch = ({isWanted, isOn}: {readonly isWanted: boolean; readonly isOn: boolean}): string =>
	isWanted === isOn ? '' : isWanted ? bracketedPasteOn : bracketedPasteOff;
