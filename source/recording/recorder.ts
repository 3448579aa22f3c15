import {isoTime} from '../domain/iso-time.js';
import type {EpochMs} from '../domain/units.js';
import {createAnonymiser} from './anonymise.js';
import type {Entry} from './format.js';
import {createLineWriter} from './line-writer.js';
import {createNotes, headerOf, type Notes, type Subject} from './notes.js';
import {createParts} from './parts.js';
import {openRotatingFile} from './rotating-file.js';

/** Writes down what the service says and when. Nothing of it makes who calls it wait for the disk. */
export type Recorder = Notes & {
	/** Rejects when the recording cannot be written any more; never resolves. */
	readonly failed: Promise<never>;
	/** Writes the end, and resolves when everything is on the disk; rejects as `failed` when something is not. */
	close(): Promise<Written>;
};

/** What was recorded. `bytes`: of all files together. */
export type Written = {readonly answers: number; readonly events: number; readonly bytes: number};

export type RecorderOptions = Subject & {
	readonly path: string;
	/** This machine's time. */
	readonly now: () => EpochMs;
	readonly anonymise: boolean;
	/** A file grows to this size, and so many files are kept. */
	readonly maxBytes: number;
	readonly keep: number;
};

/** Throws OptionsError when the file is there and is no recording, or cannot be written. */
export const openRecorder = async (options: RecorderOptions): Promise<Recorder> => {
	const {path, maxBytes, keep, anonymise, now} = options;
	const begunAt = now();
	const anonymous = anonymise ? createAnonymiser().entry : (entry: Entry) => entry;
	let bytes = 0;
	const lineOf = (entry: Entry): string => {
		const text = JSON.stringify(anonymous(entry));
		bytes += Buffer.byteLength(text) + 1;
		return text;
	};
	const notes = createNotes({...options, begunAt, write: entry => parts.write(entry)});
	const begun = isoTime(begunAt);
	const opening = (part: number, at: string): readonly Entry[] => [
		headerOf(options, {begun, at, part}),
		...notes.connections(at),
	];
	const store = await openRotatingFile({path, anonymised: anonymise, keep});
	const writer = createLineWriter({store, path});
	const {existingBytes} = store;
	const parts = createParts(begun, {maxBytes, existingBytes, opening, lineOf, put: writer.write});
	return {
		...notes,
		failed: writer.failed,
		async close() {
			notes.end();
			await writer.close();
			return {...notes.counts(), bytes};
		},
	};
};
