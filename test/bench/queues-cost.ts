import {reduceBoard} from '../../source/domain/reduce.js';
import type {ViewName} from '../../source/presentation/views.js';
import {createStore} from '../../source/runtime/store.js';
import {createManualClock} from '../helpers/manual-clock.js';
import {createBoardRenderer} from './board-renderer.js';
import {figure, median} from './measure.js';
import {createQueueWorkload} from './queue-workload.js';
import type {Finding, Row} from './table.js';
import {createWorkload, scales, startAt, type Workload} from './workload.js';

const scale = scales.middle;
const crowd = {lines: scale.lines, queues: 60, callers: 500} as const;
const framesPerTurn = 100;

type CourseName = 'usual' | 'overview' | 'queues' | 'events' | 'batches';

/** A board in this process that draws when told to, and how many microseconds of processor time its frames take. */
type Course = {readonly turn: () => number};

/** A frame with sixty queues and five hundred callers who wait, and the events of such a day in the reducer. */
export const queuesCost: Row = {
	name: 'queues',
	async measure({isQuick}) {
		const courses = {
			usual: await createCourse(createWorkload(scale.lines), 'overview'),
			overview: await createCourse(createQueueWorkload(crowd), 'overview'),
			queues: await createCourse(createQueueWorkload(crowd), 'queues'),
			events: createEventCourse(1),
			batches: createEventCourse(10),
		};
		const turns: Record<CourseName, number[]> = {usual: [], overview: [], queues: [], events: [], batches: []};
		const rounds = isQuick ? 5 : 15;
		// The first rounds only warm up.
		for (let round = -4; round < rounds; round++) {
			for (const name of Object.keys(courses) as readonly CourseName[]) {
				const spent = courses[name].turn();
				if (round >= 0) turns[name].push(spent / framesPerTurn);
			}
		}
		return findings(turns);
	},
};

const findings = (turns: Readonly<Record<CourseName, readonly number[]>>): readonly Finding[] => {
	const milliseconds = (name: CourseName) => `${figure(median(turns[name]) / 1000)} ms`;
	const ratio = (name: CourseName) =>
		figure(median(turns[name].map((spent, round) => spent / (turns.usual[round] ?? Number.NaN))));
	const frame = (name: 'overview' | 'queues', what: string): Finding => ({
		what,
		target: '–',
		measured: `${ratio(name)} × the usual frame (${milliseconds(name)}, usual ${milliseconds('usual')})`,
		holds: null,
	});
	return [
		frame(
			'queues',
			`CPU of a frame, Queues, 60 queues, 500 callers, ${scale.columns}×${scale.rows}, timers + 10 events`,
		),
		frame('overview', '  the same of the overview'),
		{
			what: '  one event of a caller in the reducer with them',
			target: '–',
			measured: `${figure(median(turns.batches) / 10)} µs in batches of 100, ${figure(median(turns.events) / 10)} µs of 10`,
			holds: null,
		},
	];
};

const createCourse = async (workload: Workload, view: ViewName): Promise<Course> => {
	const clock = createManualClock(startAt);
	const store = createStore(() => {});
	store.dispatch(workload.initial);
	store.flush();
	const stage = {scale, reader: store, clock, isLive: false, view, write() {}};
	const renderer = await createBoardRenderer(stage);
	clock.onTick(() => store.dispatch([{type: 'time-passed', at: clock.now()}]));
	return {
		turn() {
			return spentBy(() => {
				for (let frame = 0; frame < framesPerTurn; frame++) {
					clock.advance(1000);
					store.dispatch(workload.next(clock.now()));
					store.flush();
					renderer.draw();
				}
			});
		},
	};
};

/** The same events alone; they are made before the clock starts. */
const createEventCourse = (framesPerBatch: number): Course => {
	const clock = createManualClock(startAt);
	const workload = createQueueWorkload(crowd);
	const store = createStore(() => {});
	store.dispatch(workload.initial);
	store.flush();
	let board = store.getSnapshot();
	return {
		turn() {
			const frames = Array.from({length: framesPerTurn}, () => {
				clock.advance(1000);
				return workload.next(clock.now());
			});
			const batches = Array.from({length: framesPerTurn / framesPerBatch}, (_, batch) =>
				frames.slice(batch * framesPerBatch, (batch + 1) * framesPerBatch).flat(),
			);
			return spentBy(() => {
				for (const batch of batches) board = reduceBoard(board, batch);
			});
		},
	};
};

/** Microseconds of processor time, all threads. */
const spentBy = (work: () => void): number => {
	const before = process.cpuUsage();
	work();
	const {user, system} = process.cpuUsage(before);
	return user + system;
};
