import {mkdtempSync, rmSync} from 'node:fs';
import {readdir} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {onTestFinished} from 'vitest';

/** A directory for one test, removed after it; itself not there yet, its parent is. */
export const newDirectory = (): string => {
	const parent = mkdtempSync(join(tmpdir(), 'ovh-cti-board-'));
	onTestFinished(() => rmSync(parent, {recursive: true, force: true}));
	return join(parent, 'state', 'ovh-cti-board');
};

/** The names in a directory, in order; none when it is not there. */
export const namesIn = async (directory: string): Promise<readonly string[]> =>
	(await readdir(directory).catch(() => [])).sort();

export const someKey = '0123456789abcdef';
export const otherKey = 'fedcba9876543210';
