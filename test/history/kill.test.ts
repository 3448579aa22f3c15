import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {rolldown} from 'rolldown';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {openHistoryToRead} from '../../source/history/database.js';
import {newHistoryPath} from './sample-history.js';

const folder = mkdtempSync(join(tmpdir(), 'ovh-cti-board-'));
const program = join(folder, 'child.mjs');
const alive = new Set<ChildProcess>();

beforeAll(async () => {
	const build = await rolldown({input: join(import.meta.dirname, 'history-child.ts'), platform: 'node'});
	await build.write({file: program, format: 'esm'});
	await build.close();
});

afterAll(() => {
	for (const child of alive) child.kill('SIGKILL');
	rmSync(folder, {recursive: true, force: true});
});

/** Runs until it has said so many lines, and is killed in the middle of what it does. */
const killedAfter = async (lines: number, path: string, name: string): Promise<readonly string[]> => {
	const child = spawn(process.execPath, [program, path, name], {stdio: ['ignore', 'pipe', 'inherit']});
	alive.add(child);
	const said: string[] = [];
	for await (const line of createInterface({input: child.stdout})) {
		if (said.push(line) === lines) break;
	}
	const closed = once(child, 'close');
	child.kill('SIGKILL');
	child.stdout.resume();
	await closed;
	alive.delete(child);
	return said;
};

/** How many calls of a child are in the history, each once and none left out. */
const countOf = (path: string, name: string): number => {
	const db = openHistoryToRead(path);
	expect(db?.prepare('PRAGMA integrity_check').get()).toEqual({integrity_check: 'ok'});
	const rows = db?.prepare('SELECT id FROM calls WHERE id LIKE ?').all(`${name} %`) ?? [];
	db?.close();
	const numbers = rows.map(({id}) => Number(String(id).split(' ')[1])).sort((one, other) => one - other);
	expect(numbers).toEqual(numbers.map((_, index) => index));
	return numbers.length;
};

const lastNumber = (said: readonly string[]): number => Number(said.at(-1)?.split(' ')[1]);

describe('a board that is killed while it writes', () => {
	it('leaves a sound file with all that was written, again and again', async () => {
		const path = newHistoryPath();
		for (const [index, lines] of [1, 3, 7, 12].entries()) {
			const name = `run${index}`;
			const said = await killedAfter(lines, path, name);
			expect(countOf(path, name)).toBeGreaterThanOrEqual(lastNumber(said));
		}
	});

	it('shares the file with others: none writes anything twice or loses anything', async () => {
		const path = newHistoryPath();
		const names = ['one', 'two'];
		const said = await Promise.all(names.map(name => killedAfter(12, path, name)));
		for (const [index, name] of names.entries()) {
			const lines = said[index] ?? [];
			expect(lines.filter(line => line.startsWith('unkept'))).toEqual([]);
			expect(countOf(path, name)).toBeGreaterThan(0);
		}
	});
});
