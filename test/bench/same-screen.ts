import {insideOf, layoutOf, type Rectangle} from '../../source/presentation/layout.js';
import {createEmulator, type Emulator} from '../terminal/emulator.js';
import type {Finding} from './table.js';
import type {RendererName, Worker} from './worker-orders.js';
import type {Scale} from './workload.js';

/** Frames after which the screens are compared. */
const frames = 12;

/** Lets all draw the same frames. Says where they show something else than the board; nothing when they agree. */
export const sameScreen = async (
	workers: ReadonlyMap<RendererName, Worker>,
	scale: Scale,
): Promise<readonly Finding[]> => {
	const screens = new Map<RendererName, Emulator>();
	for (const [name, worker] of workers) {
		const {screen} = await worker.order({frames, show: true});
		const emulator = createEmulator(scale.columns, scale.rows);
		await emulator.write(Buffer.from(screen ?? '', 'base64'));
		screens.set(name, emulator);
	}
	const board = screens.get('board');
	if (!board) return [];
	const grid = insideOf(
		layoutOf(scale, {view: 'overview', lines: scale.lines, queues: 3}).panels.lines ?? {
			row: 0,
			column: 0,
			rows: 0,
			columns: 0,
		},
	);
	const whole = {row: 0, column: 0, ...scale};
	return (['raw', 'blessed', 'ink'] as const).flatMap(name => {
		const other = screens.get(name);
		const different = other
			? difference(textOf(board, name === 'raw' ? whole : grid), textOf(other, name === 'raw' ? whole : grid))
			: undefined;
		return different === undefined ? [] : [warning(name, different)];
	});
};

const textOf = (emulator: Emulator, {row, column, rows, columns}: Rectangle): readonly string[] =>
	emulator
		.lines()
		.slice(row, row + rows)
		.map(line => line.padEnd(column + columns).slice(column, column + columns));

const difference = (one: readonly string[], other: readonly string[]): string | undefined => {
	const row = one.findIndex((line, index) => line !== other[index]);
	return row < 0 ? undefined : `row ${row}:\n    ${one[row]}\n    ${other[row]}`;
};

const warning = (name: RendererName, different: string): Finding => ({
	what: `WARNING: ${name} shows something else than the board`,
	target: 'the same text',
	measured: different,
	holds: false,
});
