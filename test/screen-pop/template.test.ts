import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {fillTemplate, isTemplate, type PopFacts, targetText} from '../../source/screen-pop/template.js';

const facts: PopFacts = {
	caller: '0033639980001',
	called: '0033199000101',
	dialled: '0033199000102',
	event: 'ringing-started',
	serviceEvent: 'start_ringing',
	queue: '',
	agent: '',
	callId: 'a/b c',
	line: '0033199000101',
	label: 'Café & Cie',
	duration: '0',
};

const filled = (template: string, some: Partial<PopFacts> = {}): string | undefined =>
	fillTemplate(template, {...facts, ...some})?.href;

describe('fillTemplate', () => {
	it.each([
		['http://monsite.com?number=*CALLING*', 'http://monsite.com/?number=0033639980001'],
		[
			'https://crm.example/?caller=*CALLING*&callee=*CALLED*&type=*EVENT*&d=*DIALED*',
			'https://crm.example/?caller=0033639980001&callee=0033199000101&type=start_ringing&d=0033199000102',
		],
		['https://crm.example/*CALLING*/*CALLING*', 'https://crm.example/0033639980001/0033639980001'],
		[
			'https://crm.example/{caller}?{called}={dialled}&e={event}&n={label}#{callId}',
			'https://crm.example/0033639980001?0033199000101=0033199000102&e=ringing-started&n=Caf%C3%A9%20%26%20Cie#a%2Fb%20c',
		],
		[
			'https://crm.example/?q={queue}&a={agent}&l={line}&s={duration}',
			'https://crm.example/?q=&a=&l=0033199000101&s=0',
		],
		['https://crm.example/?j={"a":1}', 'https://crm.example/?j={%22a%22:1}'],
	])('fills %s', (template, url) => {
		expect(isTemplate(template)).toBe(true);
		expect(filled(template)).toBe(url);
	});

	it.each([
		['"; rm -rf /', '%22%3B%20rm%20-rf%20%2F'],
		['&x=1', '%26x%3D1'],
		['%00', '%2500'],
		['\r\nHost: evil.example', 'Host%3A%20evil.example'],
		['a\u0000\u001b[31mb', 'a%5B31mb'],
		['#?/@\\', '%23%3F%2F%40%5C'],
		["'(*)!", '%27%28%2A%29%21'],
		['*CALLED*{called}', '%2ACALLED%2A%7Bcalled%7D'],
		['\ud800x', 'x'],
		['..', ''],
		['undefined', 'undefined'],
		['9'.repeat(10_000), '9'.repeat(200)],
	])('keeps a caller who is called %j where the template has the caller', (caller, encoded) => {
		expect(filled('https://crm.example/a?n={caller}&m=*CALLING*', {caller})).toBe(
			`https://crm.example/a?n=${encoded}&m=${encoded}`,
		);
	});

	it('leads nowhere else, whatever the variables hold', () => {
		const templates = [
			'https://u:p@crm.example:8443/a/{caller}/b/{label}',
			'https://crm.example/.{caller}/{label}.?x=*CALLING*#{called}',
			'http://crm.example?*CALLED*',
		];
		const text = fc.oneof(
			fc.string({unit: 'binary', maxLength: 30}),
			fc.constantFrom('.', '..', '/', '\\', '%2e%2e', '@evil', '://', ':81', '\t', '\n', '?#', '{caller}'),
		);
		fc.assert(
			fc.property(fc.constantFrom(...templates), text, text, text, (template, caller, label, called) => {
				const url = fillTemplate(template, {...facts, caller, label, called});
				const sample = new URL(filled(template, {caller: 'x', label: 'x', called: 'x'}) ?? '');
				if (url === null) return;
				expect(url.origin + url.username + url.password).toBe(sample.origin + sample.username + sample.password);
				expect(url.pathname.split('/')).toHaveLength(sample.pathname.split('/').length);
				expect([...url.searchParams.keys()]).toHaveLength(url.search === '' ? 0 : 1);
				expect(url.href).toMatch(/^[\x21-\x7e]+$/);
			}),
			{numRuns: 300},
		);
	});

	it('gives up where dots around a variable would climb a folder', () => {
		expect(fillTemplate('https://crm.example/a/..{caller}', {...facts, caller: ''})).toBeNull();
	});
});

describe('isTemplate', () => {
	it.each([
		'ftp://crm.example/{caller}',
		'javascript:alert({caller})',
		'file:///etc/{caller}',
		'crm.example/{caller}',
		'https://',
		'https://?n={caller}',
		'https://{caller}.example/',
		'https://{caller}/',
		'https://{caller}@crm.example/',
		'https://crm.example:{caller}/',
		'{caller}://crm.example/',
		'https://crm.example/{calller}',
		'https://crm.example/{serviceEvent}',
		'',
		`https://crm.example/${'a'.repeat(2000)}`,
	])('refuses %j', template => {
		expect(isTemplate(template)).toBe(false);
	});
});

describe('targetText', () => {
	it('tells neither user nor query', () => {
		expect(targetText(new URL('https://user:secret@crm.example:8443/a/b?key=secret#secret'))).toBe(
			'https://crm.example:8443/a/b',
		);
	});
});
