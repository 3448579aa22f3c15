import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {setTimeout as delay} from 'node:timers/promises';
import type {BoardEvent} from '../../source/domain/event.js';
import {callId, epochMs, lineNumber, siteName} from '../../source/domain/units.js';
import {createStore, type Sink} from '../../source/runtime/store.js';
import {usualTriggers} from '../../source/screen-pop/rule.js';
import {createScreenPop, type ScreenPop} from '../../source/screen-pop/screen-pop.js';
import {figure, median, percentile} from './measure.js';
import type {Finding, Row} from './table.js';

const callsPerSecond = 1000;
const lines = 200;

/** `off`: no pops; else what the server does that they ask. */
const names = ['off', 'hangs', 'answers'] as const;
type Name = (typeof names)[number];

/** What a second of calls took: milliseconds until a call stood on the board (99 % were faster), and processor time. */
type Turn = {readonly late: number; readonly cpu: number};

/** A thousand calls in a second, with and without pops: how late the board shows them, and what that costs. */
export const popCost: Row = {
	name: 'pop',
	async measure({isQuick}) {
		const courses = await Promise.all(names.map(createCourse));
		const turns: Record<Name, Turn[]> = {off: [], hangs: [], answers: []};
		const rounds = isQuick ? 3 : 9;
		// The first round only warms up.
		for (let round = -1; round < rounds; round++) {
			for (const {name, turn} of courses) {
				const measured = await turn();
				if (round >= 0) turns[name].push(measured);
			}
		}
		for (const {close} of courses) await close();
		return [finding(turns, 'hangs'), finding(turns, 'answers')];
	},
};

const finding = (turns: Readonly<Record<Name, readonly Turn[]>>, name: Name): Finding => {
	const middle = (course: Name, of: keyof Turn): number => median(turns[course].map(turn => turn[of]));
	const ratio = middle(name, 'late') / middle('off', 'late');
	return {
		what: `${callsPerSecond} calls/s until shown (p99), pops to a server that ${name}`,
		target: '≤ 1.1 × without pops',
		measured: `${figure(ratio)} × (${figure(middle(name, 'late'))} ms), CPU ${figure(middle(name, 'cpu'))} ms, without ${figure(middle('off', 'cpu'))} ms`,
		holds: ratio <= 1.1,
	};
};

type Course = {readonly name: Name; turn(): Promise<Turn>; close(): Promise<void>};

const createCourse = async (name: Name): Promise<Course> => {
	const store = createStore();
	const server = name === 'off' ? undefined : await startServer(name);
	const pop = server && createPop(server.url, store);
	const sink = pop?.sink(store) ?? store;
	const told = new Map<string, number>();
	const waits: number[] = [];
	store.subscribe(() => {
		const now = performance.now();
		for (const toldAt of told.values()) waits.push(now - toldAt);
		told.clear();
	});
	return {
		name,
		async turn() {
			const before = process.cpuUsage();
			waits.length = 0;
			await ring(sink, told);
			// The last frame.
			await delay(150);
			const {user, system} = process.cpuUsage(before);
			return {late: percentile(waits, 0.99), cpu: (user + system) / 1000};
		},
		async close() {
			await pop?.close();
			server?.child.kill();
		},
	};
};

const createPop = (template: string, store: ReturnType<typeof createStore>): ScreenPop =>
	createScreenPop({
		rule: {
			template: `${template}/?n={caller}`,
			mode: 'silent',
			events: usualTriggers,
			direction: 'incoming',
			only: [],
			method: 'get',
			timeoutMs: 10_000,
			command: undefined,
		},
		reader: store,
		dispatch: store.dispatch,
		at: () => epochMs(Date.now()),
		openUrl: undefined,
	});

let calls = 0;

/** A second of calls, each when it is due; those that ended before make room. */
const ring = async (sink: Sink, told: Map<string, number>): Promise<void> => {
	const begunAt = performance.now();
	for (let done = 0; done < callsPerSecond; ) {
		await delay(1);
		const due = Math.min(callsPerSecond, Math.floor((performance.now() - begunAt) * (callsPerSecond / 1000)));
		for (; done < due; done++) {
			const id = String(calls++);
			told.set(id, begunAt + done * (1000 / callsPerSecond));
			sink.dispatch([call('ringing-started', id), call('ringing-ended', id)]);
		}
	}
};

const call = (type: 'ringing-started' | 'ringing-ended', id: string): BoardEvent => {
	const number = lineNumber(`00331990${10_000 + (Number(id) % lines)}`);
	return {
		type,
		at: epochMs(Date.now()),
		site: siteName('default'),
		service: 'line',
		number,
		callId: callId(id),
		direction: 'incoming',
		from: `0033639${id.padStart(6, '0')}`,
		to: number,
		dialled: number,
	};
};

/** A process of its own, so that its work is not counted. */
const startServer = async (
	name: Exclude<Name, 'off'>,
): Promise<{readonly url: string; readonly child: ChildProcess}> => {
	const answer = name === 'hangs' ? '' : 'response.end()';
	const script = `const server = require('node:http').createServer((request, response) => {${answer}});
		server.listen(0, '127.0.0.1', () => process.send(server.address().port));`;
	const child = spawn(process.execPath, ['-e', script], {stdio: ['ignore', 'ignore', 'ignore', 'ipc']});
	const [port] = await once(child, 'message');
	return {url: `http://127.0.0.1:${port}`, child};
};
