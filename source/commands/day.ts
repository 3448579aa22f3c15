// The day kept on disk, for the board: taken over at the start, written while it runs.
import {accountKey} from '../cache/account-key.js';
import {type DayFile, openDayFile} from '../cache/day-file.js';
import {type Keeping, loadDay, startKeeping} from '../cache/day-keeper.js';
import {stateDirectory} from '../cache/state-directory.js';
import type {Board} from '../domain/board.js';
import type {BoardEvent} from '../domain/event.js';
import {reduceBoard} from '../domain/reduce.js';
import {type EpochMs, epochMs} from '../domain/units.js';
import type {Options} from '../options.js';
import {defaultEndpoint} from '../providers/ovh/endpoint.js';
import type {Source} from './command.js';
import type {Listening} from './listen.js';

export type Day = {
	/** What a former run knew of today; undefined: nothing. */
	readonly board: Board | undefined;
	/** When it was written; undefined: now. */
	readonly begun: EpochMs | undefined;
	/** Begins to write. */
	keep(listening: Pick<Listening, 'store' | 'at'>): void;
	/** Goes on in the file of another source. */
	move(source: Source): Promise<void>;
	/** Writes the last state. */
	close(): Promise<void>;
};

/** `--no-cache`: nothing is read and nothing written. */
const noDay: Day = {
	board: undefined,
	begun: undefined,
	keep: () => undefined,
	move: async () => undefined,
	close: async () => undefined,
};

/** Never rejects: a day that cannot be read or written is said in the log, and the board goes on without it. */
export const openDay = async (source: Source, {cache, resetAt}: Pick<Options, 'cache' | 'resetAt'>): Promise<Day> => {
	if (!cache) return noDay;
	const problems: string[] = [];
	let tell = (reason: string): void => void problems.push(reason);
	const open = (at: Source): DayFile => openFile(at, reason => tell(reason));
	let file = open(source);
	const now = epochMs(source.now());
	const kept = await loadDay({file, now, resetAt});
	let resume = (): Keeping | undefined => undefined;
	let keeping: Keeping | undefined;
	// A signal leaves no time for anything else.
	const lastWords = (): void => keeping?.stopSync();
	process.once('exit', lastWords);
	const stop = async (): Promise<void> => {
		await keeping?.stop();
		await file.close();
	};
	return {
		board: kept ? reduceBoard(kept.board, [{type: 'board-restored', at: now, savedAt: kept.savedAt}]) : undefined,
		begun: kept?.savedAt,
		keep({store, at}) {
			const unkept = (reason: string): BoardEvent => ({type: 'board-unkept', at: at(), reason});
			tell = reason => store.dispatch([unkept(reason)]);
			problems.forEach(tell);
			resume = () => startKeeping({store, file, serviceNow: at});
			keeping = resume();
		},
		async move(next) {
			await stop();
			file = open(next);
			keeping = resume();
		},
		async close() {
			process.off('exit', lastWords);
			await stop();
		},
	};
};

const openFile = ({endpoint, tokens}: Source, onProblem: (reason: string) => void): DayFile =>
	openDayFile({
		directory: stateDirectory(process.env, process.platform),
		key: accountKey({endpoint: endpoint?.href ?? defaultEndpoint, tokens}),
		onProblem,
	});
