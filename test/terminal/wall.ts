import {mkdtemp, rm} from 'node:fs/promises';
import {createServer, type Socket} from 'node:net';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {type IPty, spawn} from '@lydell/node-pty';
import {rolldown} from 'rolldown';
import {createEmulator, type Emulator} from './emulator.js';

const source = fileURLToPath(new URL('../../source/terminal/', import.meta.url));
const program = fileURLToPath(new URL('../fixtures/terminal/wall.mjs', import.meta.url));

export type TerminalBuild = {readonly folder: string; remove(): Promise<void>};

/** Programs on a real pseudo-terminal cannot run TypeScript, so the layer is built for them. */
export const buildTerminal = async (): Promise<TerminalBuild> => {
	const folder = await mkdtemp(path.join(tmpdir(), 'terminal-build-'));
	const entry = ['screen', 'output', 'restore', 'sink', 'style']
		.map(name => `export * from '${source}${name}.ts';`)
		.join('\n');
	const bundle = await rolldown({
		input: 'entry',
		platform: 'node',
		plugins: [
			{
				name: 'entry',
				resolveId: id => (id === 'entry' ? `${source}entry.ts` : undefined),
				load: id => (id === `${source}entry.ts` ? entry : undefined),
			},
		],
	});
	await bundle.write({file: path.join(folder, 'terminal.mjs'), format: 'esm'});
	await bundle.close();
	return {folder, remove: () => rm(folder, {recursive: true})};
};

export type Report = {
	readonly pid: number;
	readonly beats: number;
	readonly isStalled: boolean;
	readonly frames: number;
	readonly bytes: number;
	readonly skipped: number;
	readonly isBlocking?: boolean;
};

export type Wall = {
	readonly pty: IPty;
	readonly emulator: Emulator;
	/** All that came out of the pseudo-terminal. */
	received(): string;
	reports(): readonly Report[];
	/** The program's connection has ended, so it has ended. */
	isGone(): boolean;
	exit(): {readonly exitCode: number; readonly signal?: number | undefined} | undefined;
	send(command: string): void;
	/** Waits for a condition, looking again whenever anything arrives. */
	until(condition: () => boolean): Promise<void>;
	/** Changes the size of the terminal and of the emulator behind it. */
	resize(columns: number, rows: number): {readonly columns: number; readonly rows: number};
	/** What happens when an SSH session is cut. */
	closeTerminal(): void;
	stop(): void;
};

export type WallOptions = {
	readonly build: TerminalBuild;
	readonly columns?: number;
	readonly rows?: number;
	/** Makes a shell run the program, as `"$@"`. */
	readonly script?: string;
	readonly environment?: Readonly<Record<string, string>>;
};

/** Starts the program of `test/fixtures/terminal/wall.mjs` on a pseudo-terminal with a live emulator behind it. */
export const startWall = async ({
	build,
	columns = 60,
	rows = 12,
	script = 'exec "$@"',
	environment = {},
}: WallOptions): Promise<Wall> => {
	const emulator = createEmulator(columns, rows);
	const reports: Report[] = [];
	const watchers = new Set<() => void>();
	let received = '';
	let socket: Socket | undefined;
	let isGone = false;
	let exit: {readonly exitCode: number; readonly signal?: number | undefined} | undefined;
	const look = (): void => {
		for (const watcher of [...watchers]) {
			watcher();
		}
	};
	const server = createServer(connection => {
		socket = connection.setEncoding('utf8');
		let rest = '';
		connection.on('data', chunk => {
			const lines = (rest + chunk).split('\n');
			rest = lines.pop() ?? '';
			reports.push(...lines.map(line => JSON.parse(line) as Report));
			look();
		});
		connection.on('error', () => {});
		connection.on('close', () => {
			isGone = true;
			look();
		});
	});
	const port = await new Promise<number>(resolve => {
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			resolve(typeof address === 'object' && address !== null ? address.port : 0);
		});
	});
	const pty = spawn('/bin/sh', ['-c', script, 'sh', process.execPath, program, build.folder, String(port)], {
		cols: columns,
		rows,
		env: {...process.env, TERM: 'xterm-256color', ...environment},
	});
	pty.onData(data => {
		received += data;
		void emulator.write(data).then(look);
	});
	pty.onExit(event => {
		exit = event;
		look();
	});
	const wall: Wall = {
		pty,
		emulator,
		received: () => received,
		reports: () => reports,
		isGone: () => isGone,
		exit: () => exit,
		send(command) {
			socket?.write(`${command}\n`);
		},
		until: condition =>
			new Promise(resolve => {
				const watcher = (): void => {
					if (condition()) {
						watchers.delete(watcher);
						resolve();
					}
				};
				watchers.add(watcher);
				watcher();
			}),
		resize(newColumns, newRows) {
			pty.resize(newColumns, newRows);
			emulator.resize(newColumns, newRows);
			return {columns: newColumns, rows: newRows};
		},
		closeTerminal() {
			(pty as IPty & {destroy(): void}).destroy();
		},
		stop() {
			server.close();
			socket?.destroy();
			if (exit === undefined) {
				pty.kill('SIGKILL');
			}
		},
	};
	await wall.until(() => reports.length > 0 && emulator.lines()[0]?.startsWith('0 ready') === true);
	return wall;
};
