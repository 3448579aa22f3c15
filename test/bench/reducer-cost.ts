import {type Board, emptyBoard} from '../../source/domain/board.js';
import type {BoardEvent} from '../../source/domain/event.js';
import {reduceBoard} from '../../source/domain/reduce.js';
import {epochMs} from '../../source/domain/units.js';
import {figure, median} from './measure.js';
import type {Row} from './table.js';
import {createWorkload, startAt} from './workload.js';

const sizes = [10, 1000, 10_000] as const;
const batchSize = 100;

/** A board and where its next events come from. */
type Course = {board: Board; readonly next: () => readonly BoardEvent[]};

/** What one event costs in the reducer, in batches of a hundred, on boards of several sizes. */
export const reducerCost: Row = {
	name: 'reducer',
	async measure({isQuick}) {
		const rounds = isQuick ? 20 : 60;
		const courses = sizes.map(size => createCourse(size));
		const times: Record<number, number[]> = {};
		for (let round = -30; round < rounds; round++) {
			for (const [index, course] of courses.entries()) {
				const time = runBatches(course, 20);
				const size = sizes[index] ?? 0;
				if (round >= 0) times[size] = [...(times[size] ?? []), time];
			}
		}
		const each = (size: number) => median(times[size] ?? []);
		const ratio = median((times[10_000] ?? []).map((time, round) => time / (times[10]?.[round] ?? Number.NaN)));
		return [
			{
				what: 'one event in the reducer, 1 000 lines, in batches of 100',
				target: '≤ 3 µs',
				measured: `${figure(each(1000))} µs`,
				holds: each(1000) <= 3,
			},
			{
				what: '  the same, 10 000 against 10 lines',
				target: '≤ 5 ×',
				measured: `${figure(ratio)} × (${figure(each(10_000))} µs, ${figure(each(10))} µs)`,
				holds: ratio <= 5,
			},
		];
	},
};

const createCourse = (lines: number): Course => {
	const workload = createWorkload(lines);
	let frame = 0;
	const next = () => workload.next(epochMs(startAt + ++frame * 1000));
	return {board: reduceBoard(emptyBoard, workload.initial), next};
};

/** Microseconds an event. The events are made before the clock starts. */
const runBatches = (course: Course, count: number): number => {
	const batches = Array.from({length: count}, () => Array.from({length: batchSize / 10}, course.next).flat());
	const begun = performance.now();
	for (const batch of batches) course.board = reduceBoard(course.board, batch);
	return ((performance.now() - begun) * 1000) / batches.flat().length;
};
