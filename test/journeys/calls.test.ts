import {readdirSync, readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import Papa from 'papaparse';
import {expect, it} from 'vitest';
import {newDirectory} from '../helpers/cache-directory.js';
import {demo} from '../helpers/demo.js';
import {openTerminal, type Terminal} from '../helpers/pty.js';

const headOf = ({emulator}: Terminal): string => emulator.lines()[2] ?? '';
const footerOf = ({emulator}: Terminal): string => emulator.lines().at(-1) ?? '';

it('the calls of the demo are sorted, looked into, and written to a file', async () => {
	const folder = join(newDirectory(), '..', '..');
	const terminal = openTerminal([...demo, '--speed', '20', '--export-to', folder], {columns: 160, rows: 45});
	await terminal.until(() => /live/.test(terminal.emulator.lines()[0] ?? ''));
	terminal.press('3');
	await terminal.until(() => /^╭─ Calls \d+\+? ─ [1-9]\d* ended ─+╮$/.test(headOf(terminal)));

	terminal.press('>');
	await terminal.until(() => headOf(terminal).includes('by START ▲'));
	terminal.press('I');
	await terminal.until(() => headOf(terminal).includes('by START ▼'));
	const starts = terminal.emulator.lines().flatMap(line => /^│ (\d\d:\d\d:\d\d)/.exec(line)?.[1] ?? []);
	expect(starts.length).toBeGreaterThan(1);

	terminal.press('\r');
	await terminal.until(() => !headOf(terminal).includes('Calls'));
	terminal.press('\u001B');
	await terminal.until(() => headOf(terminal).includes('by START ▼'));

	terminal.press('e');
	await terminal.until(() => footerOf(terminal).includes('written to'));
	const names = readdirSync(folder).filter(name => name.endsWith('.csv'));
	expect(names).toEqual([expect.stringMatching(/^ovh-cti-calls-\d{4}-\d\d-\d\d-\d{6}\.csv$/)]);
	const path = join(folder, names[0] ?? '');
	expect(statSync(path).mode & 0o777).toBe(0o600);
	const {data} = Papa.parse<Record<string, string>>(readFileSync(path, 'utf8'), {header: true, skipEmptyLines: true});
	const written = data.map(({started = ''}) => started);
	expect(written.length).toBeGreaterThan(1);
	expect(written).toEqual([...written].sort().reverse());

	terminal.press(':json\r');
	await terminal.until(() => footerOf(terminal).includes('.json'));
	const [json = ''] = readdirSync(folder).filter(name => name.endsWith('.json'));
	expect(JSON.parse(readFileSync(join(folder, json), 'utf8')).rows[0]).toHaveProperty('started');
	terminal.press('q');
	expect(await terminal.ended).toMatchObject({exitCode: 0});
});
