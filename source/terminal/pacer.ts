import type {Output} from './output.js';
import type {Timers} from './timers.js';

/** Decides when a frame is drawn: soon after it was asked for, but never while the one before is still on its way or while it is held. */
export type Pacer = {
	request(): void;
	/** Draws nothing until `release`. */
	hold(): void;
	release(): void;
	/** The write under way was dropped. */
	abandon(): void;
	/** `skipped` counts the requests during one write that became a single frame with another request. */
	readonly counts: {readonly frames: number; readonly bytes: number; readonly skipped: number};
};

export type PacerOptions = {
	readonly timers: Pick<Timers, 'soon'>;
	/** Makes the next frame; undefined when nothing changed. */
	readonly draw: () => Uint8Array | undefined;
	readonly write: Output['write'];
};

export const createPacer = ({timers, draw, write}: PacerOptions): Pacer => {
	const counts = {frames: 0, bytes: 0, skipped: 0};
	let isScheduled = false;
	let isHeld = false;
	let isWanted = false;
	let writing = 0;

	const request = (): void => {
		if (writing > 0 || isHeld) {
			counts.skipped += isWanted ? 1 : 0;
			isWanted = true;
		} else if (!isScheduled) {
			isScheduled = true;
			timers.soon(run);
		}
	};
	const run = (): void => {
		isScheduled = false;
		if (writing > 0 || isHeld) {
			isWanted = true;
			return;
		}

		const bytes = draw();
		if (bytes !== undefined) {
			counts.frames += 1;
			counts.bytes += bytes.length;
			const token = counts.frames;
			writing = token;
			write(bytes, () => {
				// A write that was given up may call back all the same.
				if (writing === token) {
					proceed();
				}
			});
		}
	};
	const proceed = (): void => {
		writing = 0;
		if (isWanted && !isHeld) {
			isWanted = false;
			request();
		}
	};

	return {
		request,
		hold() {
			isHeld = true;
		},
		release() {
			isHeld = false;
			if (writing === 0) {
				proceed();
			}
		},
		abandon: proceed,
		counts,
	};
};
