import type {ViewName} from '../../source/presentation/views.js';
import type {Clock} from '../../source/runtime/clock.js';
import type {BoardReader} from '../../source/runtime/store.js';
import type {Scale} from './workload.js';

/** What a renderer is given. */
export type Stage = {
	readonly scale: Scale;
	readonly reader: BoardReader;
	readonly clock: Clock;
	/** The terminal: takes everything at once. The bytes may be used again after the call. */
	readonly write: (bytes: Uint8Array | string) => void;
	/** True: the renderer sees by itself when to draw, as in life. False: it draws when told to. */
	readonly isLive: boolean;
	/** The board shows this view, by default the overview. */
	readonly view?: ViewName;
};

/** A way to get the board onto a terminal. */
export type Renderer = {
	/** Draws the board as it is now. */
	draw(): void | Promise<void>;
};

export type CreateRenderer = (stage: Stage) => Promise<Renderer>;

/** Draws once a turn of the event loop at most, at each tick and each change of the board. */
export const drawWhenNeeded = ({reader, clock}: Stage, draw: () => void): void => {
	let isWanted = false;
	const request = (): void => {
		if (isWanted) return;
		isWanted = true;
		setImmediate(() => {
			isWanted = false;
			draw();
		});
	};
	reader.subscribe(request);
	clock.onTick(request);
};
