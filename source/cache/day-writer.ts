import {mkdir} from 'node:fs/promises';
import {type AtomicFile, directoryMode} from './atomic-file.js';
import type {Complaint} from './keeping-problem.js';
import type {Lock} from './lock.js';

export type DayWriterOptions = {
	readonly directory: string;
	readonly file: AtomicFile;
	readonly lock: Lock;
	readonly complaint: Complaint;
};

/** Writes what is wanted, if the file is ours to write; what could not be written stays wanted. */
export type DayWriter = {
	want(make: () => string): void;
	isWanted(): boolean;
	/** Never rejects. Not twice at once. */
	write(): Promise<void>;
	/** Also what is being written: that comes to nothing. */
	writeSync(): void;
};

export const createDayWriter = ({directory, file, lock, complaint}: DayWriterOptions): DayWriter => {
	let wanted: (() => string) | null = null;
	let underWay: (() => string) | null = null;
	const writeWanted = async (): Promise<void> => {
		underWay = wanted;
		wanted = null;
		try {
			if (underWay) await file.write(underWay());
		} catch (error) {
			wanted ??= underWay;
			throw error;
		} finally {
			underWay = null;
		}
	};
	return {
		want(make) {
			wanted = make;
		},
		isWanted: () => wanted !== null,
		async write() {
			try {
				// Believed until looked at after the writing, so that what is written is as young as can be.
				if (!lock.isHeld() && !(await holdLock(directory, lock))) return;
				await writeWanted();
				await lock.hold();
				complaint.works();
			} catch (error) {
				complaint.failed(error);
			}
		},
		writeSync() {
			const make = wanted ?? underWay;
			if (!make || !lock.isHeld()) return;
			try {
				file.writeSync(make());
				wanted = null;
			} catch (error) {
				complaint.failed(error);
			}
		},
	};
};

/** Makes the directory if need be. */
export const holdLock = async (directory: string, lock: Lock): Promise<boolean> => {
	await mkdir(directory, {recursive: true, mode: directoryMode});
	return lock.hold();
};
