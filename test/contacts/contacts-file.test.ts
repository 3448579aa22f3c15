import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import fc from 'fast-check';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {readContactsFile} from '../../source/contacts/contacts-file.js';
import {OptionsError} from '../../source/errors.js';

let folder: string;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'ovh-cti-board-contacts-'));
});

afterAll(() => rm(folder, {recursive: true, force: true}));

const fixture = (name: string) => readContactsFile(join(import.meta.dirname, '..', 'fixtures', 'contacts', name));

const read = async (content: string | Uint8Array) => {
	const path = join(folder, 'contacts');
	await writeFile(path, content);
	return readContactsFile(path);
};

const namesIn = async (content: string | Uint8Array) => Object.fromEntries((await read(content)).contacts);

const refusalOf = async (reading: Promise<unknown>): Promise<string> => {
	const error = await reading.catch((thrown: unknown) => thrown);
	expect(error).toBeInstanceOf(OptionsError);
	return (error as OptionsError).message;
};

describe('readContactsFile', () => {
	it.each([
		[
			'spreadsheet-fr.csv',
			{
				'0033199000201': 'Hélène Dupont',
				'0033639980201': 'Hélène Dupont',
				'0033199000202': 'Martin; fils',
				'0033199000203': 'Garage du Port',
			},
			2,
		],
		['latin1.csv', {'0033199000201': 'Hélène Dupont', '3105': 'Cafétéria'}, 0],
		[
			'google.csv',
			{
				'00442079460958': 'Ada Smith',
				'0012125550100': 'Ada Smith',
				'0012125550101': 'Ada Smith',
				'00442079460959': 'Example Ltd',
			},
			0,
		],
		['outlook.csv', {'0033199000201': 'Ada Smith', '0033639980201': 'Ada Smith', '0033199000202': 'Example Ltd'}, 0],
		[
			'plain.csv',
			{
				'0033199000201': 'Hélène Dupont',
				'0033639980201': 'Paul Durand',
				'0033199000203': 'Café du Port',
				'0033639980204': 'Zéro perdu',
				'0033639980205': 'Plus perdu',
				'3105': 'Accueil',
			},
			1,
		],
		[
			'phone-2.1.vcf',
			{'0033639980201': 'Hélène Dupont', '0033199000201': 'Hélène Dupont', '0033639980202': 'Martín'},
			0,
		],
		[
			'cards-3.0.vcf',
			{
				'0033639980201': 'Hélène Dupont, Boulangerie',
				'0033199000201': 'Hélène Dupont, Boulangerie',
				'3105': 'Paul Durand',
				'0033199000203': 'Garage du Port',
			},
			1,
		],
		['cards-4.0.vcf', {'00442079460958': 'Ada Smith', '0012125550100': 'Ada Smith', '0207946': 'Ada Smith'}, 0],
	])('reads %s', async (name, contacts, skipped) => {
		const found = await fixture(name);
		expect(Object.fromEntries(found.contacts)).toEqual(contacts);
		expect(found.skipped).toBe(skipped);
	});

	const expected = {'0033199000201': 'Zoé', '3105': 'Bob'};

	it.each([
		['commas', 'phone,name\n0199000201,Zoé\n3105,Bob\n'],
		['semicolons', 'numéro;libellé\n0199000201;Zoé\n3105;Bob'],
		['tabs', 'tel\tnom\n0199000201\tZoé\n3105\tBob\n'],
		['a mark of the order of bytes', '\uFEFFNuméro;Nom\n0199000201;Zoé\n3105;Bob\n'],
		['old ends of lines', 'Numéro;Nom\r0199000201;Zoé\r3105;Bob\r'],
		['a delimiter announced', 'sep=|\r\nNuméro|Nom\r\n0199000201|Zoé\r\n3105|Bob\r\n'],
		['empty lines', '\n\nNuméro;Nom\n\n0199000201;Zoé\n;\n3105;Bob\n\n'],
		['headings in one word', 'phoneNumber,displayName\n0199000201,Zoé\n3105,Bob\n'],
		['formulas around numbers', 'Numéro;Nom\n"=""0199000201""";Zoé\n="3105";Bob\n'],
		['the name before the first name', 'Nom;Prénom;Tél\n;Zoé;0199000201\nBob;Bob;3105\n'],
		['cells that are missing', 'Numéro;Nom;Société\n0199000201;Zoé\n3105;Bob;;;;\n'],
		['the first of two names', '0199000201;Zoé\n3105;Bob\n01 99 00 02 01;Eva\n'],
		['UTF-16', Buffer.from('\uFEFFNuméro\tNom\n0199000201\tZoé\n3105\tBob\n', 'utf16le')],
	])('takes %s', async (_, content) => {
		expect(await namesIn(content)).toEqual(expected);
	});

	it('makes names harmless', async () => {
		const content = '0199000201;\u001b[2JZ\u202eoé \u0007 B\n3105;"Bob\nMiller"\n3106;\u200b\n';
		expect(await namesIn(content)).toEqual({'0033199000201': '[2JZoé B', '3105': 'Bob Miller'});
		const card = 'BEGIN:VCARD\nFN:a\\n\u001b]0;b\u0007\nTEL:3105\nEND:VCARD\n';
		expect(await namesIn(card)).toEqual({'3105': 'a ]0;b'});
	});

	it.each(['__proto__', 'constructor', 'toString'])('takes the name %s for a name', async name => {
		expect(await namesIn(`number,name\n3105,${name}\n${name},x\n`)).toEqual({'3105': name});
	});

	it('has no contacts in an empty file', async () => {
		expect(await read('\n')).toEqual({contacts: new Map(), skipped: 0});
		expect(await read('\n'.repeat(1_000_000))).toEqual({contacts: new Map(), skipped: 0});
	});

	it.each([
		['what is no list of numbers', 'Lorem ipsum\ndolor sit amet\n', 'has no telephone number with a name'],
		['a heading alone', 'Nom;Adresse\nDupont;Lyon\n', 'has no telephone number with a name'],
		['cards without numbers', 'BEGIN:VCARD\nFN:Bob\nEND:VCARD\n', 'has no telephone number with a name'],
		['a line of very many cells', 'a;'.repeat(500_000), 'has no telephone number with a name'],
		['a heading of very many words', `nom;${'tél'.repeat(500_000)}`, 'has no telephone number with a name'],
		['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'is no text'],
		['a quotation mark left open', '3105;"Bob\n3106;Eva\n', 'a quotation mark is opened and never closed'],
		['too many bytes', Buffer.alloc(8 * 1_048_576 + 1, '3105;Bob\n'), 'is larger than 8 MiB'],
		[
			'too many numbers',
			Array.from({length: 200_001}, (_, index) => `${3_000_000 + index};B`).join('\n'),
			'has more than 200000 numbers',
		],
	])('refuses %s', async (_, content, problem) => {
		const message = await refusalOf(read(content));
		expect(message).toContain(`contacts: "${join(folder, 'contacts')}" ${problem}: `);
		expect(message).not.toContain('\n');
	});

	it('refuses what is not there and what is no file', async () => {
		expect(await refusalOf(readContactsFile(join(folder, 'none.csv')))).toMatch(
			/cannot be read \(ENOENT\): give the path/,
		);
		expect(await refusalOf(readContactsFile(folder))).toContain('is no file: give the path of a CSV or vCard file');
	});

	it('takes any bytes for contacts or refuses them', async () => {
		const pieces = fc.constantFrom(
			...['BEGIN:VCARD\n', 'END:VCARD\n', 'TEL', 'FN', 'N', ';', ':', '=', '=\n', '"', ',', '\t', '\n ', '\r\n', '\n'],
			...[
				'0199000201',
				'+33 6',
				'tel:',
				'Nom',
				'Téléphone',
				';ENCODING=QUOTED-PRINTABLE',
				';CHARSET=x',
				'=C3',
				'sep=',
				'\\',
			],
		);
		const texts = fc.array(fc.oneof(pieces, fc.string({unit: 'binary', maxLength: 5})), {maxLength: 40});
		const contents = fc.oneof(
			texts.map(parts => Buffer.from(parts.join(''))),
			texts.map(parts => Buffer.from(`BEGIN:VCARD\n${parts.join('')}`)),
			fc.uint8Array({maxLength: 200}),
		);
		await fc.assert(
			fc.asyncProperty(contents, async content => {
				const found = await read(content).catch((error: unknown) => error);
				if (found instanceof OptionsError) return;
				const {contacts} = found as Awaited<ReturnType<typeof read>>;
				for (const [number, name] of contacts) {
					expect(number).toMatch(/^\d{2,32}$/);
					expect(name).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}]+$/u);
				}
			}),
			{numRuns: 400},
		);
	});
});
