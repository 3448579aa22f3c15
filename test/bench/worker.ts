// One renderer in a process of its own, which draws when it is told to: `worker.js NAME COLUMNS ROWS LINES live|told`.

import {createClock} from '../../source/runtime/clock.js';
import {createStore} from '../../source/runtime/store.js';
import {createManualClock} from '../helpers/manual-clock.js';
import type {CreateRenderer, Stage} from './renderer.js';
import type {WorkerAnswer, WorkerOrder} from './worker-orders.js';
import {createWorkload, startAt} from './workload.js';

const [name = '', columns = '', rows = '', lines = '', mode = ''] = process.argv.slice(2);
const scale = {columns: Number(columns), rows: Number(rows), lines: Number(lines)};
const isLive = mode === 'live';

const renderers: Readonly<Record<string, () => Promise<CreateRenderer>>> = {
	events: async () => async () => ({draw() {}}),
	raw: async () => (await import('./raw-renderer.js')).createRawRenderer,
	board: async () => (await import('./board-renderer.js')).createBoardRenderer,
	ink: async () => (await import('./ink-renderer.js')).createInkRenderer,
	blessed: async () => (await import('./blessed-renderer.js')).createBlessedRenderer,
};

const manual = createManualClock(startAt);
const clock = isLive ? createClock({now: Date.now}) : manual;
const store = isLive ? createStore() : createStore(() => {});
const workload = createWorkload(scale.lines, isLive ? Math.floor(Date.now() / 1000) * 1000 : startAt);
let bytes = 0;
let kept: Buffer[] | undefined;
const stage: Stage = {
	scale,
	reader: store,
	clock,
	isLive,
	write(frame) {
		bytes += typeof frame === 'string' ? Buffer.byteLength(frame) : frame.length;
		kept?.push(Buffer.from(frame));
	},
};

clock.onTick(() => store.dispatch([{type: 'time-passed', at: clock.now()}]));
kept = [];
store.dispatch(workload.initial);
store.flush();
const create = await renderers[name]?.();
const renderer = await create?.(stage);

const drawFrames = async (count: number): Promise<void> => {
	for (let frame = 0; frame < count; frame++) {
		manual.advance(1000);
		store.dispatch(workload.next(clock.now()));
		store.flush();
		const drawn = renderer?.draw();
		if (drawn) await drawn;
	}
};

const spent = (): number => {
	const {user, system} = process.cpuUsage();
	return user + system;
};

const carryOut = async (order: WorkerOrder): Promise<WorkerAnswer> => {
	const before = {bytes, cpu: spent()};
	if (order.frames !== undefined) await drawFrames(order.frames);
	if (order.collectGarbage) globalThis.gc?.();
	const screen = order.show ? Buffer.concat(kept ?? []).toString('base64') : undefined;
	if (!order.keep) kept = undefined;
	return {
		cpu: spent() - before.cpu,
		total: spent(),
		bytes: bytes - before.bytes,
		heap: process.memoryUsage().heapUsed,
		resident: process.resourceUsage().maxRSS * 1024,
		...(screen === undefined ? {} : {screen}),
	};
};

let pumping: NodeJS.Timeout | undefined;

process.on('message', (order: WorkerOrder) => {
	if (order.eventsEveryMs !== undefined) {
		clearInterval(pumping);
		let queued = [...workload.next(clock.now())];
		pumping = setInterval(() => {
			if (queued.length === 0) queued = [...workload.next(clock.now())];
			store.dispatch(queued.splice(0, 1));
		}, order.eventsEveryMs);
	}
	carryOut(order).then(answer => process.send?.(answer));
});
process.on('disconnect', () => process.exit());
process.send?.({ready: true});
