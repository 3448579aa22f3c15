import {setTimeout as delay} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import type {Size} from '../../source/presentation/layout.js';
import {createEmulator, type Emulator} from '../terminal/emulator.js';
import {type Program, startProgram} from './program.js';
import type {Row} from './table.js';

const script = fileURLToPath(new URL('still-board.js', import.meta.url));

/** Sizes a storm may end at. */
const ends: readonly Size[] = [
	{columns: 80, rows: 24},
	{columns: 120, rows: 40},
	{columns: 200, rows: 60},
	{columns: 61, rows: 15},
	{columns: 150, rows: 30},
	{columns: 99, rows: 51},
	{columns: 40, rows: 12},
	{columns: 238, rows: 71},
];

/** Many changes of size in quick succession while nothing else changes, against a fresh start at the last size. */
export const resizeStorm: Row = {
	name: 'resize',
	async measure({isQuick}) {
		const storms = isQuick ? 25 : 100;
		const fresh = new Map<Size, readonly string[]>();
		for (const size of ends) fresh.set(size, await freshScreen(size));
		const live = start(ends[0] ?? {columns: 80, rows: 24});
		await live.settled();
		const wrong: string[] = [];
		for (let storm = 0; storm < storms; storm++) {
			const end = ends[(storm * 5 + 1) % ends.length] ?? {columns: 80, rows: 24};
			await blow(live, end);
			const rows = wrongRows(rowsOf(live.screen), fresh.get(end) ?? []);
			if (rows > 0) wrong.push(`${rows} at ${end.columns}×${end.rows}`);
		}
		live.program.stop();
		return [
			{
				what: `${storms} resize storms, static content: storms with wrong rows`,
				target: '0',
				measured: wrong.length === 0 ? '0' : `${wrong.length}: ${wrong.slice(0, 4).join(', ')}`,
				holds: wrong.length === 0,
			},
		];
	},
};

type Live = {
	readonly program: Program;
	readonly screen: Emulator;
	resize(size: Size): void;
	/** Nothing came for a while. */
	settled(): Promise<void>;
};

const start = (size: Size): Live => {
	const program = startProgram(['300'], size, script);
	const screen = createEmulator(size.columns, size.rows);
	let heardAt = performance.now() + 2000;
	let written = Promise.resolve();
	program.onData(chunk => {
		heardAt = performance.now();
		written = screen.write(chunk);
	});
	return {
		program,
		screen,
		resize({columns, rows}) {
			// A terminal changes at once; the program hears of it a moment later.
			screen.resize(columns, rows);
			program.terminal.resize(columns, rows);
			heardAt = performance.now() + 100;
		},
		async settled() {
			while (performance.now() - heardAt < 200) await delay(20);
			await written;
		},
	};
};

/** Six to fifteen sizes within a quarter of a second or so, then the last one. */
const blow = async (live: Live, end: Size): Promise<void> => {
	const steps = 6 + Math.floor(Math.random() * 10);
	for (let step = 0; step < steps; step++) {
		live.resize({columns: 40 + Math.floor(Math.random() * 200), rows: 12 + Math.floor(Math.random() * 60)});
		await delay(Math.random() * 30);
	}
	live.resize(end);
	await live.settled();
};

const freshScreen = async (size: Size): Promise<readonly string[]> => {
	const live = start(size);
	await live.settled();
	live.program.stop();
	return rowsOf(live.screen);
};

const rowsOf = (screen: Emulator): readonly string[] => screen.cells().map(row => JSON.stringify(row));

const wrongRows = (seen: readonly string[], right: readonly string[]): number =>
	right.filter((row, index) => row !== seen[index]).length;
