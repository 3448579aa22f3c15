import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {rolldown} from 'rolldown';
import {restoreBoard} from '../../source/domain/kept-board.js';
import {epochMs, lineNumber} from '../../source/domain/units.js';

/** Builds `cache-child.ts` into a directory; resolves with the program's path. */
export const buildChild = async (directory: string): Promise<string> => {
	const program = join(directory, 'child.mjs');
	const build = await rolldown({input: join(import.meta.dirname, 'cache-child.ts'), platform: 'node'});
	await build.write({file: program, format: 'esm'});
	await build.close();
	return program;
};

/** One thing that a child says it did: the newest number it had heard, and when, in its milliseconds. */
export type Word = {readonly word: string; readonly number: number; readonly at: number};

export type Child = {
	readonly said: readonly Word[];
	/** Resolves when the child has said so many words, all told, that match; rejects when it ends before. */
	until(count: number, matches?: (word: Word) => boolean): Promise<void>;
	/** SIGKILL; resolves when it is gone and all it said is there. */
	kill(): Promise<void>;
};

export type ChildOptions = {
	readonly program: string;
	readonly directory: string;
	readonly intervalMs: number;
	readonly name: string;
};

const alive = new Set<ChildProcess>();

export const childKey = '0123456789abcdef';

export const startChild = ({program, directory, intervalMs, name}: ChildOptions): Child => {
	const args = [program, directory, childKey, String(intervalMs), name];
	const child = spawn(process.execPath, args, {stdio: ['ignore', 'pipe', 'inherit']});
	alive.add(child);
	child.once('close', () => alive.delete(child));
	const said: Word[] = [];
	const listeners = new Set<() => void>();
	const lines = createInterface({input: child.stdout});
	lines.on('line', line => {
		const word = parse(line);
		if (word) said.push(word);
		for (const listener of [...listeners]) listener();
	});
	const ended = Promise.all([once(child, 'close'), once(lines, 'close')]);
	return {
		said,
		until: (count, matches = () => true) => {
			const isThere = (): boolean => said.filter(matches).length >= count;
			return new Promise((resolve, reject) => {
				const look = (): void => {
					if (!isThere()) return;
					listeners.delete(look);
					resolve();
				};
				listeners.add(look);
				look();
				ended.then(() => (isThere() ? resolve() : reject(new Error(`${name} ended, having said ${lastOf(said)}`))));
			});
		},
		async kill() {
			child.kill('SIGKILL');
			await ended;
		},
	};
};

/** Ends the children that a failed test left. */
export const killAllChildren = (): void => {
	for (const child of alive) child.kill('SIGKILL');
};

const lastOf = (said: readonly Word[]): string => JSON.stringify(said.slice(-3));

/** A child that is killed while it speaks leaves half a line. */
const parse = (line: string): Word | null => {
	const [, word, number, at] = /^(.+) (\d+) (\d+\.\d+)$/.exec(line) ?? [];
	return word === undefined ? null : {word, number: Number(number), at: Number(at)};
};

export type Found = {readonly name: string; readonly number: number};

/** What the children's file holds: who wrote it, and the newest number they had heard. Rejects when it is not complete. */
export const readDay = async (directory: string): Promise<Found | null> => {
	const text = await readFile(join(directory, `${childKey}.json`), 'utf8').catch(() => null);
	if (text === null) return null;
	const document = JSON.parse(text);
	const board = restoreBoard(document.kept, {at: epochMs(0)});
	const label = board?.lines.get(lineNumber('counter'))?.label?.split(' ');
	const isComplete = board?.lines.size === 301 && document.lines.length === 301 && document.totals.lines === 301;
	if (!label || !isComplete) throw new Error(`the file is not complete: ${text.slice(0, 200)}`);
	return {name: label[0] ?? '', number: Number(label[1])};
};
