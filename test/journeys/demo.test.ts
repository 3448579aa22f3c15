import {describe, expect, it} from 'vitest';
import {demo} from '../helpers/demo.js';
import {openTerminal, type Terminal, type TerminalOptions} from '../helpers/pty.js';

/** The demo, drawn and with people in it. */
const startDemo = async (args: readonly string[] = [], options: TerminalOptions = {}): Promise<Terminal> => {
	const terminal = openTerminal([...demo, ...args], options);
	await terminal.until(() => /\d\d:\d\d/.test(bodyOf(terminal)) && /live/.test(titleOf(terminal)));
	return terminal;
};

const titleOf = ({emulator}: Terminal): string => emulator.lines()[0] ?? '';
const bodyOf = ({emulator}: Terminal): string => emulator.lines().slice(2, -1).join('\n');
const footerOf = ({emulator}: Terminal): string => emulator.lines().at(-1) ?? '';
const clockOf = (terminal: Terminal): string => titleOf(terminal).slice(-8);

/** Waits until the clock has moved on by so many ticks. */
const ticks = async (terminal: Terminal, count: number): Promise<void> => {
	for (let tick = 0; tick < count; tick++) {
		const before = clockOf(terminal);
		await terminal.until(() => clockOf(terminal) !== before);
	}
};

const isGivenBack = (bytes: string): boolean =>
	bytes.includes('\u001B[?1049h') &&
	bytes.lastIndexOf('\u001B[?1049l') > bytes.lastIndexOf('\u001B[?1049h') &&
	bytes.lastIndexOf('\u001B[?25h') > bytes.lastIndexOf('\u001B[?25l');

describe('the demo', () => {
	it('is looked at, filtered, paused, and left', async () => {
		const terminal = await startDemo();
		const {emulator} = terminal;
		expect(emulator.screen()).toBe('alternate');
		expect(emulator.cursorIsHidden()).toBe(true);
		expect(titleOf(terminal)).toMatch(/^ OVH CTI .* ● live \d+ s {3}\d\d:\d\d:\d\d$/);
		expect(emulator.lines()[2]).toMatch(/^╭─ Lines 24 ─ active first ─+╮╭─ Queues \d ─+╮$/);
		await ticks(terminal, 1);

		terminal.press('/');
		await terminal.shows('Filter:');
		terminal.press('accueil');
		await terminal.shows('Lines 1 ');
		expect(bodyOf(terminal)).toContain('Accueil');
		terminal.press('\r');
		await terminal.shows('Filter: accueil   1-7 views');
		terminal.press('\u001B');
		await terminal.shows('Lines 24 ');

		terminal.press('5');
		await terminal.until(() => !bodyOf(terminal).includes('Lines 24'));
		expect(emulator.lines()[2]).toMatch(/^╭─ Log ─ all · following ─+╮$/);
		terminal.press('1');
		await terminal.shows('Lines 24 ');

		terminal.press('p');
		await terminal.shows('PAUSED');
		const paused = bodyOf(terminal);
		await ticks(terminal, 2);
		expect(bodyOf(terminal)).toBe(paused);
		terminal.press('p');
		await terminal.until(() => !footerOf(terminal).includes('PAUSED') && bodyOf(terminal) !== paused);

		terminal.press('?');
		await terminal.shows('Symbols');
		terminal.press('?');
		await terminal.until(() => !bodyOf(terminal).includes('Symbols'));

		terminal.press('q');
		expect(await terminal.ended).toMatchObject({exitCode: 0});
		expect(isGivenBack(terminal.received())).toBe(true);
	});

	it('follows the size of the terminal', async () => {
		const terminal = await startDemo([], {columns: 80, rows: 24});
		expect(footerOf(terminal)).toContain('q quit');
		terminal.resize(40, 12);
		await terminal.until(() => /^ WAITING +\d+$/.test(terminal.emulator.lines()[1] ?? ''));
		expect(terminal.emulator.lines()).toHaveLength(12);
		expect(footerOf(terminal)).toContain('q quit');
		terminal.resize(120, 40);
		await terminal.until(() => /^╭─ Lines 24 .*╮╭─ Queues \d ─+╮$/.test(terminal.emulator.lines()[2] ?? ''));
		await terminal.until(() => footerOf(terminal).includes('q quit'));
		expect(terminal.emulator.lines().filter(line => line.endsWith('╯')).length).toBeGreaterThanOrEqual(2);
		expect(terminal.emulator.scrolled()).toBe(0);
	});

	it('asks before a reset, and counts from then on', async () => {
		const terminal = await startDemo();
		terminal.press('R');
		await terminal.shows('Reset the board?');
		terminal.press('y');
		await terminal.until(() => !bodyOf(terminal).includes('Reset the board?'));
		await terminal.shows('counters reset');
	});

	it.each([
		['q', 'q', 0],
		['Ctrl-C', '\u0003', 130],
	])('gives the terminal back on %s', async (_, key, status) => {
		const terminal = openTerminal(demo, {
			script: `echo before; "$@"; echo "status $?"; stty -a; echo over; read line`,
		});
		await terminal.until(() => /live/.test(titleOf(terminal)));
		terminal.press(key);
		await terminal.until(() => terminal.emulator.lines().includes('over'));
		const lines = terminal.emulator.lines();
		expect(lines[0]).toBe('before');
		expect(lines).toContain(`status ${status}`);
		// The words of `stty` for a terminal in line mode with echo; a minus before them would mean raw mode.
		expect(lines.join(' ')).toMatch(/(?<!-)\bicanon\b/);
		expect(lines.join(' ')).toMatch(/(?<!-)\becho\b/);
		expect(terminal.emulator.screen()).toBe('normal');
		expect(terminal.emulator.cursorIsHidden()).toBe(false);
	});

	it.each([
		['SIGTERM', 143],
		['SIGHUP', 129],
		['SIGINT', 130],
	] as const)('ends on %s and gives the terminal back', async (signal, status) => {
		const terminal = await startDemo();
		process.kill(terminal.pid, signal);
		expect(await terminal.ended).toMatchObject({exitCode: status});
		expect(isGivenBack(terminal.received())).toBe(true);
	});

	it('ends with its terminal', async () => {
		const terminal = await startDemo();
		terminal.close();
		await terminal.ended;
		expect(() => process.kill(terminal.pid, 0)).toThrow('ESRCH');
	});
});

describe('the demo, told how to look,', () => {
	it('speaks French', async () => {
		const terminal = openTerminal([...demo, '--lang', 'fr']);
		await terminal.shows('en direct');
		expect(terminal.emulator.lines()[2]).toContain('╭─ Lignes');
		expect(footerOf(terminal)).toContain('q quitter');
	});

	it('speaks the language of the locale', async () => {
		const terminal = openTerminal(demo, {env: {LANG: 'fr_FR.UTF-8'}});
		await terminal.shows('en direct');
	});

	it('sends no colour with NO_COLOR, and dialogs still cover what is under them', async () => {
		const terminal = await startDemo([], {env: {NO_COLOR: '1'}});
		terminal.press('R');
		await terminal.shows('Reset the board?');
		const row = terminal.emulator.lines().find(line => line.includes('Reset the board?')) ?? '';
		expect(row).toMatch(/│ {2}Reset the board\? +│/);
		expect(codesIn(terminal.received()).filter(code => code >= 30 && code <= 107)).toEqual([]);
	});

	it('sends colours without NO_COLOR', async () => {
		const terminal = await startDemo();
		expect(codesIn(terminal.received()).some(code => code >= 30 && code <= 107)).toBe(true);
	});

	it('sends nothing but ASCII with --ascii', async () => {
		const terminal = await startDemo(['--ascii']);
		terminal.press('?');
		await terminal.shows('Symbols');
		terminal.press('?');
		terminal.press('p');
		await terminal.shows('PAUSED');
		expect(terminal.received()).toMatch(/^[\u0000-\u007F]*$/);
		expect(bodyOf(terminal)).toMatch(/^\+- Lines 24 - active first -+\+\+- Queues \d -+\+$/m);
	});

	it('sends nothing but ASCII where the locale promises no more', async () => {
		const terminal = await startDemo([], {env: {LANG: 'C'}});
		expect(terminal.received()).toMatch(/^[\u0000-\u007F]*$/);
	});

	it('prints events one a line on a terminal that can draw nothing, until Ctrl-C', async () => {
		const terminal = openTerminal(demo, {env: {TERM: 'dumb'}});
		await terminal.until(() => /^\d\d:\d\d:\d\d {2}\S/m.test(terminal.received()));
		expect(terminal.received()).not.toContain('\u001B');
		terminal.press('\u0003');
		expect(await terminal.ended).toMatchObject({exitCode: 130});
	});

	it('draws on a terminal also where a variable says that this is no place for people', async () => {
		const terminal = await startDemo([], {env: {CI: 'true'}});
		expect(terminal.emulator.lines()[2]).toContain('╭─ Lines 24');
	});
});

/** The numbers of all sequences that set colours and the like. */
const codesIn = (bytes: string): readonly number[] =>
	(bytes.match(/\u001B\[[\d;]*m/g) ?? []).flatMap(sequence => sequence.slice(2, -1).split(';').map(Number));
