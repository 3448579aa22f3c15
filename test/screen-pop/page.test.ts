import {describe, expect, it} from 'vitest';
import {pageLimitBytes, readPage} from '../../source/screen-pop/page.js';

const html = (text: string, type = 'text/html; charset=utf-8') =>
	readPage({status: 200, type, body: Buffer.from(text)});

describe('readPage', () => {
	it('gives title and text of a page', async () => {
		const page = `<!doctype html><html><head><title> Dupont &amp; fils </title><style>p {color: red}</style></head>
			<body><h1>Dupont &amp; fils</h1><script>alert(1)</script><p>Client <a href="https://evil.example">depuis</a><br>2019</p>
			<table><tr><td>Contrat</td><td>A12</td></tr></table><img src="x" alt="logo"></body></html>`;
		const {title, lines, isCut} = await html(page);
		expect(title).toBe('Dupont & fils');
		expect(lines[0]).toBe('Dupont & fils');
		expect(lines.join('\n')).toContain('Client depuis\n2019');
		expect(lines.join('\n')).toMatch(/Contrat A12/);
		expect(lines.join('\n')).not.toMatch(/alert|color|evil|logo/);
		expect(isCut).toBe(false);
	});

	it('makes it harmless', async () => {
		const bad = '&#27;[2J&#x9b;31m\u001b]0;owned\u0007 a\u202eb &#0; \u0085c';
		const {title, lines} = await html(`<title>${bad}</title><p>${bad}</p><pre>one\ttwo\r\n\r\n\r\n\r\nthree</pre>`);
		for (const line of [title, ...lines]) expect(line).toMatch(/^[^\p{Cc}\p{Cf}]*$/u);
		expect(lines.filter((line, at) => line === '' && lines[at - 1] === '')).toEqual([]);
	});

	it.each([
		['text/plain', 'one\ntwo', ['one', 'two']],
		['text/plain; charset=iso-8859-1', Buffer.from('caf\xe9', 'latin1'), ['café']],
		['text/html', Buffer.from('<meta charset="windows-1252"><p>caf\xe9', 'latin1'), ['café']],
		['text/plain; charset=none-such', 'a', ['a']],
		['application/json; charset=utf-8', '{"name":"Dupont"}', ['{"name":"Dupont"}']],
		['', '<html><p>Dupont', ['Dupont']],
		['', 'Dupont', ['Dupont']],
		['text/plain', '', []],
	])('reads %j', async (type, text, lines) => {
		const page = await readPage({status: 200, type, body: Buffer.from(text as string)});
		expect(page.lines).toEqual(lines);
	});

	it.each(['image/png', 'application/octet-stream', 'application/pdf'])('refuses %s', async type => {
		await expect(html('x', type)).rejects.toMatchObject({failure: 'no-text'});
	});

	it('refuses what calls itself text and is none', async () => {
		await expect(html('a\0b')).rejects.toMatchObject({failure: 'no-text'});
	});

	it('is not used up by a table that claims to be endless, nor by a list that begins late', async () => {
		const table = await html('<table><tr><td colspan=100000 rowspan=100000>one</td><td>two</td></tr></table>');
		expect(table.lines).toEqual(['one two']);
		const list = await html('<ol type="i" start="99999999">'.concat('<li>x'.repeat(1000)));
		expect(list.lines[0]).toBe('* x');
	});

	it('finds the text of a page that is scripts for the most part', async () => {
		const script = `<SCRIPT>${'x < y; '.repeat(20_000)}</SCRIPT>`;
		expect(await html(`<body>${script}<p>Dupont<script>`)).toMatchObject({lines: ['Dupont'], isCut: false});
	});

	it('shows the beginning of a long one, however deep or long it is', async () => {
		const long = await html('x\n'.repeat(1000), 'text/plain');
		expect(long.lines).toHaveLength(300);
		expect(long.isCut).toBe(true);
		const deep = await html('<div>'.repeat(pageLimitBytes / 5));
		expect(deep.lines.length).toBeLessThanOrEqual(300);
		const wide = await html(`<p>${'word '.repeat(10_000)}`);
		expect(wide.lines[0]?.length).toBeLessThanOrEqual(400);
	});
});
