import {type ChildProcessWithoutNullStreams, spawn} from 'node:child_process';
import {existsSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {text} from 'node:stream/consumers';

const root = join(import.meta.dirname, '..', '..');

/** The built program, as it is published. */
export const program = join(root, 'distribution', 'bin.cjs');

if (!existsSync(program)) throw new Error('distribution/ is missing: run "npm run build" first');

/** A token of the right form that belongs to nobody. */
export const token = '1738D072-64A1-4E2B-9C3D-0123456789AB';

/** A place without settings, so that those of who runs the tests do not count. */
const emptyHome = mkdtempSync(join(tmpdir(), 'ovh-cti-board-'));
process.once('exit', () => rmSync(emptyHome, {recursive: true, force: true}));

export type Surroundings = {
	readonly env?: Readonly<Record<string, string>>;
	readonly stdin?: string;
};

/** The environment of a test: nothing but what is needed to run, and what the test adds. */
export const environmentOf = (env: Surroundings['env'] = {}): Record<string, string> => ({
	PATH: process.env.PATH ?? '',
	HOME: emptyHome,
	XDG_CONFIG_HOME: emptyHome,
	LANG: 'en_GB.UTF-8',
	TZ: 'Europe/Paris',
	...env,
});

/** Starts the program with its own standard streams, none of them a terminal. */
export const start = (
	args: readonly string[],
	{env, stdin = ''}: Surroundings = {},
): ChildProcessWithoutNullStreams => {
	const child = spawn(process.execPath, [program, ...args], {env: environmentOf(env)});
	child.stdin.on('error', () => undefined);
	child.stdin.end(stdin);
	return child;
};

export type Ending = {
	readonly status: number | null;
	readonly signal: NodeJS.Signals | null;
	readonly stdout: string;
	readonly stderr: string;
};

/** How a started program ended, and what it wrote. */
export const ending = async (child: ChildProcessWithoutNullStreams): Promise<Ending> => {
	const closed = new Promise<Pick<Ending, 'status' | 'signal'>>(resolve => {
		child.once('close', (status, signal) => resolve({status, signal}));
	});
	const [stdout, stderr, how] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
	return {stdout, stderr, ...how};
};

/** Runs the program to its end. */
export const run = (args: readonly string[], surroundings?: Surroundings): Promise<Ending> =>
	ending(start(args, surroundings));

/** The first lines a running program writes, once there are as many; the stream goes on. */
export const firstLines = (child: ChildProcessWithoutNullStreams, count: number): Promise<readonly string[]> =>
	new Promise((resolve, reject) => {
		let written = '';
		child.stdout.on('data', chunk => {
			written += chunk;
			const lines = written.split('\n').slice(0, -1);
			if (lines.length >= count) resolve(lines.slice(0, count));
		});
		child.once('close', () => reject(new Error(`ended after ${JSON.stringify(written)}`)));
	});
