import {type BigIntStats, type FSWatcher, statSync, watch} from 'node:fs';
import {stat} from 'node:fs/promises';
import {basename, dirname} from 'node:path';

export type SettingsWatch = {
	readonly path: string;
	/** The file is another than before: edited, replaced, there at last, or gone. What it holds now is not looked at. */
	readonly onChange: () => void;
	readonly signal: AbortSignal;
	/** Milliseconds without another sign of a change until it is believed to be finished. */
	readonly settleMs: number;
	/** Milliseconds between two looks at the file, whatever the system tells. */
	readonly lookMs: number;
};

/** Tells of changes of a settings file until the signal. Never throws, and never keeps the program running. */
export const watchSettings = (path: string, onChange: () => void, signal: AbortSignal): void =>
	startWatch({path, onChange, signal, settleMs: 200, lookMs: 3000});

/**
The folder is watched rather than the file, since editors put a new file in its place. Besides, the file is looked at now
and then: for a folder that is not there yet or is made anew, for a link to elsewhere, and for network drives and systems
that tell nothing.
*/
export const startWatch = ({path, onChange, signal, settleMs, lookMs}: SettingsWatch): void => {
	if (signal.aborted) return;
	let seen = fileMark(statNow(path));
	const look = async (): Promise<void> => {
		const found = fileMark(await statLater(path));
		if (signal.aborted || found === seen) return;
		seen = found;
		onChange();
	};
	let settling: NodeJS.Timeout | undefined;
	const folder = createFolderWatch(path, () => {
		clearTimeout(settling);
		settling = setTimeout(look, settleMs).unref();
	});
	folder.use(folderMark(statNow(dirname(path))));
	const looking = setInterval(async () => {
		const mark = folderMark(await statLater(dirname(path)));
		if (!signal.aborted) folder.use(mark);
		await look();
	}, lookMs).unref();
	signal.addEventListener('abort', () => {
		clearTimeout(settling);
		clearInterval(looking);
		folder.use(undefined);
	});
};

/** What the system tells of a file, through the folder it is in. `use`: which folder is there now, none for undefined. */
const createFolderWatch = (path: string, onSign: () => void) => {
	let used: string | undefined;
	let watcher: FSWatcher | undefined;
	const close = (): void => {
		watcher?.close();
		watcher = undefined;
	};
	return {
		use: (mark: string | undefined): void => {
			if (mark === used) return;
			close();
			used = mark;
			watcher = mark === undefined ? undefined : openWatcher(path, onSign);
			// A folder that cannot be watched any more; the looks go on.
			watcher?.on('error', close);
		},
	};
};

const openWatcher = (path: string, onSign: () => void): FSWatcher | undefined => {
	try {
		return watch(dirname(path), {persistent: false}, (_kind, name) => {
			// Not every system says which file it was.
			if (name === null || name === basename(path)) onSign();
		});
	} catch {
		return undefined;
	}
};

/** Through links: what counts is the file they lead to. */
const statNow = (path: string): BigIntStats | undefined => {
	try {
		return statSync(path, {bigint: true});
	} catch {
		return undefined;
	}
};

const statLater = (path: string): Promise<BigIntStats | undefined> => stat(path, {bigint: true}).catch(() => undefined);

const fileMark = (stats: BigIntStats | undefined): string | undefined =>
	stats && `${stats.ino} ${stats.size} ${stats.mtimeNs}`;

/** Numbers of folders are used again. */
const folderMark = (stats: BigIntStats | undefined): string | undefined => stats && `${stats.ino} ${stats.birthtimeNs}`;
