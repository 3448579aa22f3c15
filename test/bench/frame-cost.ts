import {figure, median} from './measure.js';
import {sameScreen} from './same-screen.js';
import type {Finding, Row} from './table.js';
import {type RendererName, startWorker, type Worker} from './worker-orders.js';
import {type Scale, scales} from './workload.js';

/** Frames in one turn: about as long for each renderer. The two that are compared for bytes draw the same frames. */
const framesPerTurn: Readonly<Record<RendererName, number>> = {events: 150, raw: 150, board: 150, blessed: 30, ink: 6};

const names = ['events', 'raw', 'board', 'blessed', 'ink'] as const;

type Turn = {readonly cpu: number; readonly bytes: number};
type Turns = Readonly<Record<RendererName, readonly Turn[]>>;

/** Processor time and bytes of a frame in which all timers tick and ten events came. */
export const frameCost: Row = {
	name: 'frame',
	async measure({isQuick}) {
		const findings: Finding[] = [];
		for (const scale of Object.values(scales)) findings.push(...(await measureScale(scale, isQuick ? 5 : 15)));
		return findings;
	},
};

const measureScale = async (scale: Scale, rounds: number): Promise<readonly Finding[]> => {
	const workers = new Map<RendererName, Worker>();
	for (const name of names) workers.set(name, await startWorker({name, scale}));
	const warning = await sameScreen(workers, scale);
	const turns = await takeTurns(workers, rounds);
	for (const worker of workers.values()) worker.stop();
	return [...warning, ...findingsOf(turns, scale)];
};

const takeTurns = async (workers: ReadonlyMap<RendererName, Worker>, rounds: number): Promise<Turns> => {
	const turns: Record<RendererName, Turn[]> = {events: [], raw: [], board: [], blessed: [], ink: []};
	// The first rounds only warm up: the compiler needs some thousand frames until it is done.
	const warmUp = 6;
	for (let round = -warmUp; round < rounds; round++) {
		for (const [name, worker] of workers) {
			const frames = framesPerTurn[name] * (round < 0 ? 2 : 1);
			const {cpu, bytes} = await worker.order({frames});
			if (round >= 0) turns[name].push({cpu: cpu / frames, bytes: bytes / frames});
		}
	}
	return turns;
};

/** Median over the rounds of the ratio within a round. */
const ratio = (turns: Turns, name: RendererName, what: keyof Turn): number =>
	median(turns[name].map((turn, round) => turn[what] / (turns.raw[round]?.[what] ?? Number.NaN)));

const middle = (turns: readonly Turn[], what: keyof Turn): number => median(turns.map(turn => turn[what]));

const findingsOf = (turns: Turns, {columns, rows}: Scale): readonly Finding[] => {
	const size = `${columns}×${rows}`;
	const milliseconds = (name: RendererName) => `${figure(middle(turns[name], 'cpu') / 1000)} ms`;
	const other = (name: RendererName) => `${name} ${figure(ratio(turns, name, 'cpu'))} × (${milliseconds(name)})`;
	const events = middle(turns.events, 'cpu');
	const drawing = median(
		turns.board.map(({cpu}, round) => (cpu - events) / ((turns.raw[round]?.cpu ?? Number.NaN) - events)),
	);
	const others = (['blessed', 'ink'] as const).map(name => `${name} ${figure(ratio(turns, name, 'bytes'))} ×`);
	const isWall = columns > 80;
	return [
		{
			what: `CPU of a frame, ${size}, every timer ticks + 10 events`,
			target: isWall ? '≤ 2 × raw' : '–',
			measured: `${figure(ratio(turns, 'board', 'cpu'))} × (${milliseconds('board')}, raw ${milliseconds('raw')})`,
			holds: isWall ? ratio(turns, 'board', 'cpu') <= 2 : null,
		},
		{
			what: '  the same without applying the events',
			target: '–',
			measured: `${figure(drawing)} × (events alone ${figure(events / 1000)} ms)`,
			holds: null,
		},
		{what: '  the same by others', target: '–', measured: `${other('blessed')}, ${other('ink')}`, holds: null},
		{
			what: `bytes of a frame, ${size}`,
			target: '≤ 1.1 × raw',
			measured: `${figure(ratio(turns, 'board', 'bytes'))} × (${middle(turns.board, 'bytes').toFixed(0)} B); ${others.join(', ')}`,
			holds: ratio(turns, 'board', 'bytes') <= 1.1,
		},
	];
};
