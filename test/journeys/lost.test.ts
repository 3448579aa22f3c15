import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, expect, it, onTestFinished} from 'vitest';
import {startService} from '../../source/simulator/server.js';
import {demoAtNoon} from '../helpers/demo.js';
import {beginningAt, flow} from '../helpers/flows.js';
import {token} from '../helpers/program.js';
import {openTerminal, type Terminal} from '../helpers/pty.js';
import {entriesOf, writeRecording} from '../recording/sample-recording.js';

const home = (): string => {
	const directory = mkdtempSync(join(tmpdir(), 'ovh-cti-board-'));
	onTestFinished(() => rmSync(directory, {recursive: true, force: true}));
	return directory;
};

const ticks = async (terminal: Terminal): Promise<void> => {
	await terminal.shows('■ to call back');
	terminal.press('jb');
	await terminal.shows('✓ ticked');
};

const secondsNow = (): number => Math.floor(Date.now() / 1000);

describe('a lost caller', () => {
	it('is ticked, stays so after a restart, and the tick is taken back', async () => {
		const service = await startService({tokens: [token], welcome: 'from-now'});
		onTestFinished(service.close);
		const place = home();
		const env = {HOME: place, XDG_CONFIG_HOME: place, XDG_STATE_HOME: place, OVH_CTI_TOKEN: token};
		const watch = () => openTerminal(['--endpoint', service.url, '--reset-at', 'never', '--view', 'lost'], {env});
		const before = watch();
		await before.shows('live');
		service.publishTexts(beginningAt(flow('q3'), secondsNow() - 60));
		await ticks(before);
		await before.shows('0 to call back · 1 dealt with');
		process.kill(before.pid, 'SIGTERM');
		await before.ended;

		const after = watch();
		await after.shows('✓ ticked');
		await after.shows('live');
		after.press('jb');
		await after.shows('1 to call back · 0 dealt with');
	});

	it('is called back by a line that reaches them', async () => {
		const service = await startService({tokens: [token], welcome: 'from-now'});
		onTestFinished(service.close);
		const place = home();
		const env = {HOME: place, XDG_CONFIG_HOME: place, XDG_STATE_HOME: place, OVH_CTI_TOKEN: token};
		const terminal = openTerminal(['--endpoint', service.url, '--reset-at', 'never', '--view', 'lost'], {env});
		await terminal.shows('live');
		service.publishTexts(beginningAt(flow('q3'), secondsNow() - 60));
		await terminal.shows('■ to call back');
		service.publishTexts(beginningAt(flow('l5', 2), secondsNow() - 20));
		await terminal.shows('✓ called back');
		await terminal.shows('by Alice');
	});

	it('is ticked in a replay, too, and the recording stays as it was', async () => {
		const recording = writeRecording(entriesOf('q3'));
		const recorded = readFileSync(recording, 'utf8');
		const terminal = openTerminal(['replay', recording, '--speed', '0', '--view', 'lost']);
		await ticks(terminal);
		expect(readFileSync(recording, 'utf8')).toBe(recorded);
	});

	it('is ticked in the demo, too', async () => {
		const terminal = openTerminal([...demoAtNoon, '--view', 'lost']);
		await ticks(terminal);
	});
});
