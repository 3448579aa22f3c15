import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {type IPty, spawn} from '@lydell/node-pty';
import type {Size} from '../../source/presentation/layout.js';

/** The program as built for this run. */
export const bin = fileURLToPath(new URL('program/bin.cjs', import.meta.url));

/** A place without settings, so that those of who measures do not count. */
const home = mkdtempSync(join(tmpdir(), 'ovh-cti-board-'));
process.once('exit', () => rmSync(home, {recursive: true, force: true}));

export const environment: Readonly<Record<string, string>> = {
	PATH: process.env.PATH ?? '',
	HOME: home,
	XDG_CONFIG_HOME: home,
	LANG: 'en_GB.UTF-8',
	TZ: 'Europe/Paris',
	TERM: 'xterm-256color',
	OVH_CTI_TOKEN: '1738D072-64A1-4E2B-9C3D-0123456789AB',
};

/** The board in a terminal of its own. */
export type Program = {
	readonly terminal: IPty;
	/** Calls with each chunk; the result ends listening. */
	onData(listener: (chunk: string) => void): () => void;
	stop(): void;
};

/** Runs the built program, or another script of ours. */
export const startProgram = (args: readonly string[], {columns, rows}: Size, script = bin): Program => {
	const terminal = spawn(process.execPath, [script, ...args], {cols: columns, rows, env: {...environment}});
	return {
		terminal,
		onData(listener) {
			const {dispose} = terminal.onData(listener);
			return dispose;
		},
		stop() {
			terminal.kill('SIGKILL');
		},
	};
};

/** Starts the board on a service. */
export const startBoardOn = (url: string, size: Size): Program => startProgram(['--endpoint', url], size);

/** Resolves with the first text, all chunks from now on joined, that matches; rejects when the program ends before. */
export const waitForText = (program: Program, pattern: RegExp): Promise<string> =>
	new Promise((resolve, reject) => {
		let seen = '';
		const exit = program.terminal.onExit(() => reject(new Error(`the program ended after ${JSON.stringify(seen)}`)));
		const stop = program.onData(chunk => {
			seen += chunk;
			if (!pattern.test(seen)) return;
			stop();
			exit.dispose();
			resolve(seen);
		});
	});

/** Processor time of a process so far, all threads, milliseconds. Source: proc(5), `/proc/PID/task/TID/schedstat`. */
export const processorTime = (pid: number): number =>
	readdirSync(`/proc/${pid}/task`).reduce(
		(sum, thread) => sum + Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]) / 1e6,
		0,
	);

/** Memory of a process, MiB: the most that was ever resident. */
export const mostResident = (pid: number): number =>
	Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024;

/** Whether a process still runs. */
export const isAlive = (pid: number): boolean => {
	try {
		return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
	} catch {
		return false;
	}
};
