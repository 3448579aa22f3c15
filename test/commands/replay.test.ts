import {describe, expect, it} from 'vitest';
import {firstLines, run, start} from '../helpers/program.js';
import {openTerminal} from '../helpers/pty.js';
import {entriesOf, sampleHeader, writeRecording} from '../recording/sample-recording.js';

const replay = (path: string, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) =>
	run(['replay', path, '--speed', '0', ...args], {env});

describe('replay', () => {
	it('prints what happened, and ends', async () => {
		const {status, stdout, stderr} = await replay(writeRecording(entriesOf('l1')));
		expect([status, stderr]).toEqual([0, '']);
		const lines = stdout.trimEnd().split('\n');
		expect(lines.map(line => line.slice(0, 8))).toEqual([
			'10:14:59',
			'10:15:01',
			'10:15:01',
			'10:15:07',
			'10:15:07',
			'10:16:07',
		]);
		expect(lines[2]).toContain('06 39 98 00 01');
	});

	it('tells the time of the place it was recorded at, or of another when told to', async () => {
		const path = writeRecording(entriesOf('l1'));
		const env = {TZ: 'America/New_York'};
		expect((await replay(path, [], env)).stdout).toMatch(/^10:14:59/);
		expect((await replay(path, ['--tz', 'Asia/Tokyo'], env)).stdout).toMatch(/^18:14:59/);
	});

	it('takes the time it took, or less by the speed', async () => {
		const child = start(['replay', writeRecording(entriesOf('l1')), '--speed', '1']);
		const lines = await firstLines(child, 1);
		child.kill('SIGINT');
		expect(lines[0]).toContain('connecting');
		const fast = await run(['replay', writeRecording(entriesOf('l1')), '--speed', '1000']);
		expect([fast.status, fast.stdout.trimEnd().split('\n').length]).toEqual([0, 6]);
	});

	it('begins where it is told to', async () => {
		const path = writeRecording(entriesOf('l1'));
		expect((await replay(path, ['--from', '10:16'])).stdout.trimEnd().split('\n').length).toBe(1);
		const {status, stderr} = await replay(path, ['--from', '12:00']);
		expect(status).toBe(2);
		expect(stderr).toMatch(/^ovh-cti-board: --from 12:00: ".*" goes from 2026-03-05 10:14 to 2026-03-05 10:17\n$/);
	});

	it('leaves out whom it was about when told to', async () => {
		const {stdout} = await replay(writeRecording(entriesOf('l1')), ['--anonymise', '--json']);
		expect(stdout).not.toMatch(/0033199000101|0033639980001|Alice|Lyon/);
		expect(stdout.trimEnd().split('\n').length).toBe(6);
	});

	it('names the line that is wrong', async () => {
		const path = writeRecording([...entriesOf('l1'), {kind: 'nonsense'} as never, ...entriesOf('l1')]);
		const {status, stderr, stdout} = await replay(path);
		expect(status).toBe(2);
		expect(stderr).toMatch(/^ovh-cti-board: ".*day\.ndjson", line 8: expected kind to be one of header, .*\n$/);
		expect(stdout.trimEnd().split('\n').length).toBe(6);
	});

	it.each([
		['no recording', ['package.json'], /is no recording/],
		['no file', ['/nowhere'], /cannot read "\/nowhere": there is no such file/],
		['nothing', [], /^ovh-cti-board: replay needs FILE/],
		['a bad speed', ['package.json', '--speed', '-1'], /^ovh-cti-board: --speed/],
	])('says what is wrong in one line: %s', async (_name, args, words) => {
		const {status, stdout, stderr} = await run(['replay', ...args]);
		expect([status, stdout]).toEqual([2, '']);
		expect(stderr).toMatch(words);
		expect(stderr.trimEnd()).not.toContain('\n');
	});

	it('ends quietly when nobody reads any more', async () => {
		const child = start(['replay', writeRecording(entriesOf('l1')), '--speed', '20']);
		const closed = new Promise<number | null>(resolve => child.once('close', resolve));
		await firstLines(child, 1);
		child.stdout.destroy();
		expect(await closed).toBe(0);
	});

	it('draws the board, which does not pass for live, and leaves the last state standing', async () => {
		const path = writeRecording(entriesOf('q3'), {...sampleHeader, timeZone: 'Europe/Paris'});
		const terminal = openTerminal(['replay', path, '--speed', '0']);
		await terminal.shows('Support');
		const title = terminal.emulator.lines()[0] ?? '';
		expect(title).not.toContain('live');
		expect(title).toMatch(/replay/i);
		terminal.press('q');
		expect(await terminal.ended).toMatchObject({exitCode: 0});
	});
});
