import {quoted} from '../quoting.js';
import {fileReason} from './file-reasons.js';
import {RecordingError} from './recording-error.js';

/** `startsFile`: a new file begins with it. */
export type StoredLine = {readonly text: string; readonly startsFile: boolean};

/** Where lines end up. One call is under way at a time. */
export type LineStore = {
	append(lines: readonly StoredLine[]): Promise<void>;
	/** Everything is on the disk when it resolves. */
	close(): Promise<void>;
};

/** Takes lines without ever making who brings them wait. */
export type LineWriter = {
	write(line: StoredLine): void;
	/** Rejects once with a RecordingError when a line cannot be kept; from then on nothing is written. */
	readonly failed: Promise<never>;
	/** Resolves when everything is on the disk; rejects as `failed` when something is not. */
	close(): Promise<void>;
};

/** Bytes that may wait for a slow disk: some minutes of the busiest service. */
const mostWaitingBytes = 64 * 1024 * 1024;

export type LineWriterOptions = {readonly store: LineStore; readonly path: string; readonly mostWaiting?: number};

export const createLineWriter = ({store, path, mostWaiting = mostWaitingBytes}: LineWriterOptions): LineWriter => {
	const failed = Promise.withResolvers<never>();
	// Whoever never asks is not to end by it.
	failed.promise.catch(() => undefined);
	let waiting: StoredLine[] = [];
	let bytes = 0;
	let work: Promise<void> | undefined;
	let isFailed = false;
	const fail = (reason: string): void => {
		if (!isFailed) failed.reject(new RecordingError(`cannot write ${quoted(path)} any more: ${reason}`));
		isFailed = true;
		waiting = [];
	};
	const drain = async (): Promise<void> => {
		while (waiting.length > 0) {
			const lines = waiting;
			waiting = [];
			bytes = 0;
			await store.append(lines).catch(error => fail(reasonOf(error)));
		}
		work = undefined;
	};
	return {
		failed: failed.promise,
		write(line) {
			if (isFailed) return;
			bytes += Buffer.byteLength(line.text) + 1;
			if (bytes > mostWaiting) return fail('the disk is too slow');
			waiting.push(line);
			work ??= drain();
		},
		async close() {
			await work;
			await store.close().catch(error => fail(reasonOf(error)));
			if (isFailed) await failed.promise;
		},
	};
};

const reasonOf = (error: unknown): string => fileReason(error) ?? String(error);
