import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {existsSync} from 'node:fs';
import {createInterface} from 'node:readline';
import {describe, expect, it, onTestFinished, vi} from 'vitest';
import {isRunning, ownMark} from '../../source/cache/process-mark.js';
import {markOf} from '../helpers/cache-marks.js';

const tellsStarts = existsSync('/proc/self/stat');

/** The mark of another process of this machine, made as that process would. */
const markWith = (changes: {readonly pid?: number; readonly boot?: string; readonly start?: string}): string => {
	const [pid, boot, start] = ownMark().split('-');
	return [changes.pid ?? pid, changes.boot ?? boot, changes.start ?? start].join('-');
};

describe('isRunning', () => {
	it('holds for this process', () => {
		expect(isRunning(ownMark(), Date.now())).toBe(true);
	});

	it('does not hold for a process that has ended', () => {
		const {pid} = spawnSync(process.execPath, ['--version']);
		expect(isRunning(markWith({pid}), Date.now())).toBe(false);
	});

	it('does not hold for a process of before the machine started', () => {
		expect(isRunning(markWith({boot: '0badcafe'}), Date.now())).toBe(false);
	});

	it.runIf(tellsStarts)('does not hold when the number has gone to a later process', () => {
		expect(isRunning(markWith({start: '1'}), Date.now())).toBe(false);
	});

	it('without start times, holds for a number in use, unless the machine started since', () => {
		const mark = markWith({start: ''});
		expect(isRunning(mark, Date.now())).toBe(true);
		expect(isRunning(mark, 0)).toBe(false);
		const {pid} = spawnSync(process.execPath, ['--version']);
		expect(isRunning(markWith({pid, start: ''}), Date.now())).toBe(false);
	});

	it.each(['', 'nobody', '\0\0\0\0', '-1--', '99999999999--', '0x1--', '1'])('does not hold for %j', text => {
		expect(isRunning(text, Date.now())).toBe(false);
	});

	it.runIf(tellsStarts)('does not hold for a dead process that nobody has asked for', async () => {
		// The shell's child ends as a child of what the shell turns into, which never asks.
		const parent = spawn('sh', ['-c', 'read _ <&3 & echo $!; exec sleep 60'], {
			stdio: ['ignore', 'pipe', 'ignore', 'pipe'],
		});
		onTestFinished(() => void parent.kill('SIGKILL'));
		const [line] = await once(createInterface({input: parent.stdout as NodeJS.ReadableStream}), 'line');

		const mark = markOf(Number(line));
		expect(isRunning(mark, Date.now())).toBe(true);
		parent.stdio[3]?.destroy();
		await vi.waitFor(() => expect(isRunning(mark, Date.now())).toBe(false));
		expect(existsSync(`/proc/${line}/stat`)).toBe(true);
	});
});
