import type {Timers} from './timers.js';

export type DescriptorWriter = {
	write(bytes: Uint8Array, done: () => void): void;
	/** Drops what is left of `write` and sends `bytes` at once; false when the terminal did not take them in time. */
	writeNow(bytes: Uint8Array): boolean;
	/** Whether bytes wait for the terminal to take them. */
	isStalled(): boolean;
	close(): void;
};

export type DescriptorWriterOptions = {
	/** Writes what fits from `offset` on and returns how many bytes that was; throws an error with the code EAGAIN when nothing fits. */
	readonly send: (bytes: Uint8Array, offset: number) => number;
	readonly timers: Pick<Timers, 'after'>;
	/** Blocks the process for some milliseconds. */
	readonly pause: (delayMs: number) => void;
	/** The terminal does not exist any more. Called once. */
	readonly onGone: (error: unknown) => void;
};

const firstRetryMs = 2;
const lastRetryMs = 50;
const pauseMs = 5;
const mostPauses = 30;

/**
Writes to a descriptor that is in non-blocking mode. The write itself happens in the calling thread: it costs one system call, cannot block,
and leaves no thread behind that would hold up the end of the process, as `fs.write` to a blocking descriptor does.
*/
export const createDescriptorWriter = ({send, timers, pause, onGone}: DescriptorWriterOptions): DescriptorWriter => {
	let pending: {readonly bytes: Uint8Array; readonly done: () => void} | undefined;
	let sent = 0;
	let isUnsent = false;
	let isGone = false;
	let cancelRetry = (): void => {};

	/** Sends what fits; says whether nothing is left. */
	const sendRest = (bytes: Uint8Array): boolean => {
		try {
			while (sent < bytes.length && !isGone) {
				sent += send(bytes, sent);
			}

			return !isGone;
		} catch (error) {
			if (!isTemporary(error)) {
				isGone = true;
				onGone(error);
			}

			return false;
		}
	};
	const proceed = (delayMs: number): void => {
		if (pending === undefined) {
			return;
		}

		const {bytes, done} = pending;
		if (sendRest(bytes)) {
			pending = undefined;
			done();
		} else if (!isGone) {
			cancelRetry = timers.after(delayMs, () => proceed(Math.min(delayMs * 2, lastRetryMs)));
		}
	};
	const drop = (): void => {
		cancelRetry();
		pending = undefined;
		sent = 0;
	};

	return {
		write(bytes, done) {
			pending = {bytes, done};
			sent = 0;
			proceed(firstRetryMs);
		},
		writeNow(bytes) {
			drop();
			for (let pauses = 0; !sendRest(bytes); pauses++) {
				if (isGone || pauses === mostPauses) {
					isUnsent = true;
					return false;
				}

				pause(pauseMs);
			}

			isUnsent = false;
			return true;
		},
		isStalled: () => pending !== undefined || isUnsent,
		close: drop,
	};
};

const isTemporary = (error: unknown): boolean =>
	error instanceof Error && 'code' in error && (error.code === 'EAGAIN' || error.code === 'EINTR');
