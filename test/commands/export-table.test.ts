import {chmod, mkdir, readdir, readFile, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import Papa from 'papaparse';
import {describe, expect, it} from 'vitest';
import {exportTable} from '../../source/commands/export-table.js';
import type {Exported} from '../../source/presentation/table/table.js';
import {at} from '../helpers/builders.js';
import {newDirectory} from '../helpers/cache-directory.js';
import {inZone} from '../helpers/in-zone.js';

const hostile = [
	'=HYPERLINK("http://x","y")',
	'+33612345678',
	'-1+1',
	'@SUM(A1)',
	'\tA',
	'a "quoted", cell',
	'two\nlines',
];

const table: Exported = {
	name: 'calls',
	header: ['started', 'from', 'talk'],
	rows: [
		['2026-03-05T09:15:00.000Z', '0033639980001', 12.5],
		...hostile.map(cell => ['2026-03-05T09:15:00.000Z', cell, null] as const),
	],
};

const newFolder = async (): Promise<string> => {
	const folder = newDirectory();
	await mkdir(folder, {recursive: true});
	return folder;
};

const save = (folder: string, form: 'csv' | 'json' = 'csv', language: 'en' | 'fr' = 'en') =>
	exportTable({table, form}, {folder, now: at(0), language});

describe('exportTable', () => {
	it('writes a file that is named after table, day and time, for nobody else to read, and says where', async () => {
		const folder = await newFolder();
		const said = await inZone('Europe/Paris', () => save(folder));
		expect(said).toBe(`written to ${join(folder, 'ovh-cti-calls-2026-03-05-101500.csv')}`);
		expect((await stat(join(folder, 'ovh-cti-calls-2026-03-05-101500.csv'))).mode & 0o777).toBe(0o600);
	});

	it('writes CSV that reads back as it was, with no formula in it', async () => {
		const folder = await newFolder();
		await save(folder);
		const [name = ''] = await readdir(folder);
		const {data, errors} = Papa.parse<readonly string[]>((await readFile(join(folder, name), 'utf8')).trimEnd());
		expect(errors).toEqual([]);
		expect(data[0]).toEqual(['started', 'from', 'talk']);
		expect(data[1]).toEqual(['2026-03-05T09:15:00.000Z', '0033639980001', '12.5']);
		expect(data.slice(2).map(([, cell = '']) => cell.replace(/^'/, ''))).toEqual(hostile);
		expect(data.flat().filter(cell => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
	});

	it('writes JSON with every row under its keys', async () => {
		const folder = await newFolder();
		await save(folder, 'json');
		const [name = ''] = await readdir(folder);
		expect(name).toMatch(/\.json$/);
		const {rows, ...document} = JSON.parse(await readFile(join(folder, name), 'utf8'));
		expect(document).toEqual({schema: 1, table: 'calls', exportedAt: '2026-03-05T09:15:00.000Z'});
		expect(rows[0]).toEqual({started: '2026-03-05T09:15:00.000Z', from: '0033639980001', talk: 12.5});
		expect(rows.slice(1).map(({from}: {readonly from: string}) => from)).toEqual(hostile);
	});

	it('leaves files alone that are there', async () => {
		const folder = await newFolder();
		const said = await Promise.all([save(folder), save(folder), save(folder)]);
		await save(folder, 'json');
		const names = await readdir(folder);
		expect(names.map(name => name.replace(/.*\d{6}/, '')).sort()).toEqual(['-2.csv', '-3.csv', '.csv', '.json']);
		expect(new Set(said).size).toBe(3);
	});

	it('gives up where there are files of that name without end', async () => {
		const folder = await newFolder();
		await save(folder);
		const [name = ''] = await readdir(folder);
		for (let count = 2; count <= 100; count++) await writeFile(join(folder, name.replace('.csv', `-${count}.csv`)), '');
		expect(await save(folder)).toBe(`not written: ${folder} has too many files of this second`);
		expect(await readFile(join(folder, name.replace('.csv', '-2.csv')), 'utf8')).toBe('');
	});

	it('says that the folder is not there, or is none', async () => {
		const folder = await newFolder();
		expect(await save(join(folder, 'nowhere'))).toBe(`not written: there is no folder ${join(folder, 'nowhere')}`);
		await writeFile(join(folder, 'file'), '');
		expect(await save(join(folder, 'file'), 'csv', 'fr')).toBe(
			`non écrit : le dossier ${join(folder, 'file')} n’existe pas`,
		);
	});

	it.skipIf(process.getuid?.() === 0)('says that it may not write there', async () => {
		const folder = await newFolder();
		await chmod(folder, 0o500);
		expect(await save(folder)).toBe(`not written: may not write in ${folder}`);
		expect(await readdir(folder)).toEqual([]);
		await chmod(folder, 0o700);
	});

	// There nobody makes a file, not even one who may do everything.
	it.skipIf(process.platform !== 'linux')('says so where the system lets nobody write', async () => {
		expect(await save('/sys')).toMatch(/^not written: (may not write in \/sys|the disk of \/sys is read-only)$/);
	});
});
