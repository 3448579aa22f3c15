import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {openHistory} from '../../source/history/database.js';
import {figure} from './measure.js';
import {bin, environment} from './program.js';
import {fillHistory} from './report-history.js';
import type {Finding, Row} from './table.js';

const dayMs = 86_400_000;

/** What is asked, and in how many seconds a million calls are to be answered. */
const forms = [
	{what: 'by hour', args: ['--by', 'hour'], most: 10},
	{what: 'by queue, as JSON', args: ['--by', 'queue', '--format', 'json'], most: 10},
	{what: 'every call, as CSV', args: ['--format', 'csv'], most: 30},
] as const;

/** A report over a year of a million calls, and over the last day of it: the whole program, from start to end. */
export const reportCost: Row = {
	name: 'report',
	async measure({isQuick}) {
		const stays = isQuick ? 100_000 : 1_000_000;
		const home = mkdtempSync(join(tmpdir(), 'ovh-cti-board-'));
		try {
			const begin = Date.now() - 365 * dayMs;
			const db = openHistory(join(home, 'ovh-cti-board', 'history.db'));
			fillHistory(db, {stays, from: begin});
			db.close();
			const findings: Finding[] = [];
			const year = ['--from', new Date(begin - dayMs).toISOString().slice(0, 10)];
			for (const {what, args, most} of forms) {
				const seconds = await timeOf(home, [...year, ...args]);
				findings.push(finding(`report over ${stays} calls, ${what}`, {seconds, most: (most * stays) / 1e6}));
			}
			const seconds = await timeOf(home, ['--from', 'yesterday', '--by', 'queue']);
			return [...findings, finding('  the same history, yesterday and today by queue', {seconds, most: 2})];
		} finally {
			rmSync(home, {recursive: true, force: true});
		}
	},
};

const finding = (what: string, {seconds, most}: {readonly seconds: number; readonly most: number}): Finding => ({
	what,
	target: `≤ ${figure(most)} s`,
	measured: `${figure(seconds)} s`,
	holds: seconds <= most,
});

const timeOf = async (home: string, args: readonly string[]): Promise<number> => {
	const begun = performance.now();
	const env = {...environment, XDG_DATA_HOME: home};
	const child = spawn(process.execPath, [bin, 'report', ...args], {env, stdio: ['ignore', 'ignore', 'inherit']});
	const [status] = await once(child, 'close');
	if (status !== 0) throw new Error(`report ${args.join(' ')} ended with ${status}`);
	return (performance.now() - begun) / 1000;
};
