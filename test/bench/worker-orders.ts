import {fork} from 'node:child_process';
import {once} from 'node:events';
import type {Scale} from './workload.js';

/** What a worker is told to do. An empty order only reads the counters. */
export type WorkerOrder = {
	/** So many frames, one simulated second and ten events each. */
	readonly frames?: number;
	/** From now on an event at this interval. */
	readonly eventsEveryMs?: number;
	/** Return all bytes written so far. */
	readonly show?: true;
	/** Go on keeping them. */
	readonly keep?: true;
	readonly collectGarbage?: true;
};

export type WorkerAnswer = {
	/** Microseconds of processor time, all threads: of the order, and since the process began. */
	readonly cpu: number;
	readonly total: number;
	readonly bytes: number;
	readonly heap: number;
	/** Most memory ever resident, bytes. */
	readonly resident: number;
	/** Base64. */
	readonly screen?: string;
};

export type Worker = {
	order(order: WorkerOrder): Promise<WorkerAnswer>;
	stop(): void;
};

export type RendererName = 'events' | 'raw' | 'board' | 'ink' | 'blessed';

type WorkerOptions = {
	readonly name: RendererName;
	readonly scale: Scale;
	readonly isLive?: boolean;
	readonly flags?: readonly string[];
};

/** Starts a worker; resolves when its first frame is drawn. */
export const startWorker = async ({name, scale, isLive = false, flags = []}: WorkerOptions): Promise<Worker> => {
	const {columns, rows, lines} = scale;
	const child = fork(
		new URL('worker.js', import.meta.url),
		[name, String(columns), String(rows), String(lines), isLive ? 'live' : 'told'],
		{execArgv: [...flags], env: {...process.env, NODE_ENV: 'production', FORCE_COLOR: '1', TERM: 'xterm-256color'}},
	);
	child.on('exit', status => {
		if (status) throw new Error(`the renderer ${name} ended with status ${status}`);
	});
	await once(child, 'message');
	return {
		async order(order) {
			child.send(order);
			const [answer] = await once(child, 'message');
			return answer as WorkerAnswer;
		},
		stop() {
			child.removeAllListeners('exit');
			child.kill('SIGKILL');
		},
	};
};
