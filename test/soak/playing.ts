import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {onTestFinished} from 'vitest';
import type {Board} from '../../source/domain/board.js';
import type {BoardEvent} from '../../source/domain/event.js';
import {reduceBoard} from '../../source/domain/reduce.js';
import {epochMs, siteName} from '../../source/domain/units.js';
import {readAnswer} from '../../source/providers/ovh/answer.js';
import type {TimedEvent} from '../../source/simulator/stage.js';
import {daysFrom} from './calendar.js';
import {type Consumer, startConsumer} from './consumer.js';
import {type DayRow, type MonthOptions, playMonth} from './month.js';
import {type PlayOptions, startPlay} from './play.js';
import {createSimulatedTime} from './simulated-time.js';

/** A company too small to take long. */
export const small = {seed: 1, lines: 6, queues: 2, pace: 0.15} as const;

export type Played = {
	readonly consumer: Consumer;
	readonly rows: readonly DayRow[];
	/** The board at the end of each day, before its midnight. */
	readonly evenings: readonly Board[];
	/** What its file held then. */
	readonly files: readonly unknown[];
};

type Playing = Pick<PlayOptions, 'startAt' | 'troubles'> & Partial<Pick<MonthOptions, 'stepMs' | 'habits'>>;

/** Plays days of the small company in this process, a look every half an hour, nothing drawn. */
export const playDays = async (count: number, {startAt, troubles, ...options}: Playing): Promise<Played> => {
	const directory = mkdtempSync(join(tmpdir(), 'ovh-cti-board-'));
	const play = await startPlay({...small, startAt, troubles});
	const time = createSimulatedTime(startAt);
	const consumer = startConsumer({play, time, directory});
	onTestFinished(async () => {
		await consumer.stop();
		await play.close();
		rmSync(directory, {recursive: true, force: true});
	});
	const rows: DayRow[] = [];
	const evenings: Board[] = [];
	const files: unknown[] = [];
	const days = daysFrom(startAt, count);
	for await (const row of playMonth({play, time, consumer, days, stepMs: 1_800_000, habits: new Map(), ...options})) {
		rows.push(row);
		evenings.push(consumer.store.getSnapshot());
		files.push(await consumer.readDay());
	}
	return {consumer, rows, evenings, files};
};

/** The board after these events of the service, with nothing on the way from there to here. */
export const reduceDirectly = (board: Board, events: readonly TimedEvent[]): Board => {
	const text = JSON.stringify({Session: '', Events: events.map(({event}) => event)});
	const reading = {form: 'v1', siteOf: () => siteName('default'), receivedAt: epochMs(0)} as const;
	return reduceBoard(board, readAnswer(text, reading).events);
};

export const resetBoard = (board: Board, at: BoardEvent['at']): Board =>
	reduceBoard(board, [{type: 'board-reset', at}]);
