import {describe, expect, it} from 'vitest';
import type {PopOffer, PopPage} from '../../source/presentation/pop/pops.js';
import {accueil, at, customer, onCall} from '../helpers/builders.js';
import {looksOf} from '../helpers/looks.js';
import {lostBoard} from '../helpers/lost-board.js';
import {type RenderOptions, renderBoard} from '../helpers/render-board.js';
import {expectPicture} from './picture.js';

const offer: PopOffer = {
	at: at(0),
	number: accueil,
	peer: customer,
	url: 'https://crm.example/customers?n=0033639980001&key=secret-1',
	target: 'https://crm.example/customers',
};

const page: PopPage = {
	...offer,
	title: 'Dupont et fils',
	lines: [
		'Dupont & fils, client depuis 2019',
		'',
		'Dernier appel : la livraison du 12 février manquait, un avoir a été fait le jour même par Alice.',
		...Array.from({length: 20}, (_, index) => `Commande ${index + 1}`),
	],
	isCut: true,
};

const short: PopPage = {...page, title: '', lines: ['Nobody of that number.'], isCut: false, peer: ''};

const show = (options: RenderOptions = {}) => renderBoard({columns: 80, rows: 24, screenPop: {}, ...options});

const sizes = [
	[40, 12],
	[80, 24],
	[120, 40],
] as const;
const each = looksOf(...sizes);

const keys = {down: '\u001B[B', pageDown: '\u001B[6~', end: '\u001B[F'} as const;
const footer = (shown: Awaited<ReturnType<typeof show>>): string => shown.lines().at(-1) ?? '';
const text = (shown: Awaited<ReturnType<typeof show>>): string => shown.lines().join('\n');
/** All that went to the terminal. */
const sent = (shown: Awaited<ReturnType<typeof show>>): string => shown.output.frames.join('');

describe('the page of a screen pop', () => {
	it.each(each)('is drawn over the view at $columns×$rows in $language', async ({columns, rows, language}) => {
		const shown = await show({columns, rows, language, screenPop: {page, pages: 3}});
		expectPicture(`page-${columns}x${rows}-${language}`, shown);
		expect(text(shown)).not.toContain('secret');
	});

	it('is no larger than it needs to be, and says when the number is withheld', async () => {
		expectPicture('page-short-80x24-en', await show({screenPop: {page: short, pages: 1}}));
	});

	it('says when there is no text', async () => {
		const shown = await show({screenPop: {page: {...short, lines: []}, pages: 1}});
		expect(text(shown)).toContain('No text on this page.');
	});

	it('leaves header and footer in sight, and takes two thirds of the screen at most', async () => {
		for (const [columns, rows] of sizes) {
			const before = (await show({columns, rows})).lines();
			const after = (await show({columns, rows, screenPop: {page, pages: 1}})).lines();
			expect(after[0]).toBe(before[0]);
			const covered = after.filter((line, row) => line !== before[row] && row < rows - 1);
			expect(covered.length * columns * 0.8).toBeLessThanOrEqual((rows * columns * 2) / 3);
		}
	});

	it('is scrolled by rows, by pages, to its end and never past it', async () => {
		const shown = await show({screenPop: {page, pages: 1}});
		expect(text(shown)).toContain('rows 1-12 of 24');
		await shown.press(keys.down);
		expect(text(shown)).toContain('rows 2-13 of 24');
		await shown.press(keys.pageDown);
		expect(text(shown)).toContain('rows 13-24 of 24');
		await shown.press('k');
		expect(text(shown)).toContain('rows 12-23 of 24');
		await shown.press(keys.end);
		await shown.press('j');
		expect(text(shown)).toContain('rows 13-24 of 24');
		expect(text(shown)).toContain('Commande 20');
	});

	it('is put away by Esc and by q, which then does not quit', async () => {
		const shown = await show({screenPop: {page, pages: 1}});
		await shown.escape();
		expect(text(shown)).not.toContain('Dupont');
		await shown.pop({page, pages: 1});
		expect(text(shown)).toContain('Dupont');
		await shown.press('q');
		expect(text(shown)).not.toContain('Dupont');
		expect(shown.effects).toEqual(['dismiss page', 'dismiss page']);
	});

	it('goes by itself, and the next page begins at its top', async () => {
		const shown = await show({screenPop: {page, pages: 1}});
		await shown.press(keys.end);
		await shown.pop({page: {...page}, pages: 2});
		expect(text(shown)).toContain('rows 1-12 of 24');
		expect(text(shown)).toContain('1 of 2');
		const frames = shown.output.frames.length;
		await shown.pop({page: null, pages: 0});
		expect(text(shown)).not.toContain('Dupont');
		expect(shown.output.frames.length).toBe(frames + 1);
	});

	it('does not take the keys of who is typing: it waits, and comes when they are done', async () => {
		const shown = await show();
		await shown.press('/');
		await shown.press('06');
		await shown.pop({page, pages: 1});
		expect(text(shown)).not.toContain('Dupont');
		await shown.press('q6y');
		expect(footer(shown)).toContain('Filter: 06q6y');
		await shown.press('\r');
		expect(text(shown)).toContain('Dupont');
		expect(shown.effects).toEqual([]);
	});

	it('waits behind details, which say so', async () => {
		const shown = await show();
		await shown.press('\r');
		await shown.pop({page, pages: 1});
		expect(text(shown)).not.toContain('Dupont');
		expect(footer(shown)).toContain('a page for 06 39 98 00 01 waits until this is closed');
		await shown.press('q');
		expect(text(shown)).toContain('Dupont');
	});

	it('is shown in a pause, which goes on', async () => {
		const shown = await show();
		await shown.press('p');
		await shown.pop({page, pages: 1});
		expect(text(shown)).toContain('Dupont');
		expect(footer(shown)).toContain('PAUSED');
	});

	it('stays when the board goes on in another look', async () => {
		const shown = await show({screenPop: {page, pages: 1}});
		await shown.restart({language: 'fr'});
		expect(text(shown)).toContain('Dupont');
		expect(text(shown)).toContain('Échap ferme');
	});
});

describe('the offer of an address', () => {
	it.each(each)('stands above the footer at $columns×$rows in $language', async ({columns, rows, language}) => {
		const shown = await show({columns, rows, language, screenPop: {offer, offers: 2}});
		expectPicture(`offer-${columns}x${rows}-${language}`, shown);
		expect(text(shown)).not.toContain('secret');
	});

	it('is a link to the address, which is ended before anything else is drawn', async () => {
		const shown = await show({screenPop: {offer, offers: 1}});
		const [, ...linked] = sent(shown).split(`\u001B]8;;${offer.url}\u001B\\`);
		expect(linked).toHaveLength(1);
		const [inside = ''] = linked[0]?.split('\u001B]8;;\u001B\\') ?? [];
		expect(inside.replace(/\u001B\[[\d;]*m/g, '')).toBe(offer.target);
	});

	it('is drawn with its own link when another offer looks the same', async () => {
		const shown = await show({screenPop: {offer, offers: 1}});
		const url = 'https://crm.example/customers?n=0033639980002&key=secret-2';
		const before = shown.output.frames.length;
		await shown.pop({offer: {...offer, url}, offers: 1});
		expect(shown.output.frames.slice(before).join('')).toContain(
			`\u001B]8;;${url}\u001B\\${offer.target}\u001B]8;;\u001B\\`,
		);
	});

	it.each([
		'https://crm.example/\u0007x',
		'https://crm.example/\u001B\\x',
		'https://crm.example/é',
		'https://crm.example/a b',
		'javascript:alert(1)',
		`https://crm.example/${'a'.repeat(2000)}`,
	])('is no link for %j', async url => {
		const shown = await show({screenPop: {offer: {...offer, url}, offers: 1}});
		expect(sent(shown)).not.toContain('\u001B]8');
		expect(text(shown)).toContain(offer.target);
	});

	it('is no link for a terminal that knows ASCII only', async () => {
		const shown = await show({ascii: true, screenPop: {offer, offers: 1}});
		expect(sent(shown)).not.toContain('\u001B]8');
		expectPicture('offer-80x24-en-ascii', shown);
	});

	it('goes when its call ends, and the border is back', async () => {
		const before = await show();
		const shown = await show({screenPop: {offer, offers: 1}});
		await shown.pop({offer: null, offers: 0});
		expect(shown.lines()).toEqual(before.lines());
	});

	it('is put away by Esc, which leaves the filter alone', async () => {
		const shown = await show({filter: '06', screenPop: {offer, offers: 1}});
		await shown.escape();
		expect(shown.effects).toEqual(['dismiss offer']);
		expect(footer(shown)).toContain('Filter: 06');
		await shown.escape();
		expect(footer(shown)).not.toContain('Filter: 06');
	});

	it('is linked on the screen of another look, too', async () => {
		const shown = await show({screenPop: {offer, offers: 1}});
		await shown.restart({language: 'fr'});
		expect(text(shown)).toContain('Échap écarte');
		const before = shown.output.frames.length;
		await shown.press('\u000C');
		expect(shown.output.frames.slice(before).join('')).toContain(`\u001B]8;;${offer.url}\u001B\\`);
	});
});

const copied = (shown: Awaited<ReturnType<typeof show>>): readonly string[] =>
	[...sent(shown).matchAll(/\u001B\]52;c;([\w+/=]*)\u0007/g)].map(([, code = '']) =>
		Buffer.from(code, 'base64').toString(),
	);

describe('y', () => {
	it('sends the address that is offered to the clipboard, and says no more than is known', async () => {
		const shown = await show({screenPop: {offer, offers: 1}});
		await shown.press('y');
		expect(copied(shown)).toEqual([offer.url]);
		expect(footer(shown)).toContain("the address sent to the terminal's clipboard, if it takes that");
		expect(text(shown)).not.toContain('secret');
	});

	it('sends the address of the page over the view', async () => {
		const shown = await show({screenPop: {offer, offers: 1, page: {...page, url: 'https://page.example/'}, pages: 1}});
		await shown.press('y');
		expect(copied(shown)).toEqual(['https://page.example/']);
	});

	it('says when an address is too long', async () => {
		const shown = await show({screenPop: {offer: {...offer, url: `https://a.example/${'a'.repeat(2000)}`}, offers: 1}});
		await shown.press('y');
		expect(copied(shown)).toEqual([]);
		expect(footer(shown)).toContain('too long for the clipboard');
	});

	it('copies nothing while nothing is selected', async () => {
		const shown = await show();
		await shown.press('y');
		expect(copied(shown)).toEqual([]);
		expect(footer(shown)).toContain('nothing to copy: select a number first');
	});

	it.each([
		['overview', /^0033\d+$/],
		['queues', /^0033\d+$/],
		['calls', /^0033\d+$/],
		['agents', /^0033\d+$/],
	] as const)('copies the number selected in %s, and in its details', async (view, number) => {
		const shown = await show({view});
		await shown.press('j');
		await shown.press('y');
		await shown.press('\r');
		await shown.press('y');
		const [first = '', second] = copied(shown);
		expect(first).toMatch(number);
		expect(second).toBe(first);
	});

	it('copies the lost caller selected, and does so by name', async () => {
		const shown = await show({view: 'lost', board: lostBoard()});
		await shown.press('j');
		await shown.press(':');
		await shown.press('copy\r');
		expect(copied(shown)).toEqual(['00442079460000']);
		expect(footer(shown)).toContain("+44 20 7946 0000 sent to the terminal's clipboard");
	});
});

const fired = ({effects}: Awaited<ReturnType<typeof show>>): unknown[] =>
	effects.filter(effect => effect.startsWith('fire ')).map(effect => JSON.parse(effect.slice(5)));

const done = {
	type: 'pop-done',
	at: at(0),
	mode: 'silent',
	number: accueil,
	target: 'https://crm.example/',
	status: 200,
	tookMs: 12,
} as const;

describe('o', () => {
	it('fires for the call of the line selected, and says what came of it', async () => {
		const shown = await show({screenPop: {outcome: done}});
		await shown.happen(onCall('ringing-started', 0));
		await shown.press('j');
		await shown.press('o');
		expect(fired(shown)).toEqual([{number: accueil, callId: 'call-1'}]);
		expect(footer(shown)).toContain('screen pop: https://crm.example/ was asked, status 200, 12 ms');
	});

	it('fires for a call that goes on, and for one that is over, as if it came now', async () => {
		const shown = await show({view: 'calls', startAt: 60});
		await shown.happen(onCall('ringing-started', 0), onCall('ringing-ended', 20));
		await shown.press('G');
		await shown.press('o');
		await shown.press('\r');
		await shown.press('o');
		const [call, again] = fired(shown);
		expect(call).toMatchObject({type: 'ringing-started', at: at(60), service: 'line'});
		expect(again).toEqual(call);
	});

	it('fires for the lost caller selected, to call back', async () => {
		const shown = await show({view: 'lost', board: lostBoard()});
		await shown.press('j');
		await shown.press('o');
		expect(fired(shown)).toMatchObject([{type: 'caller-joined', service: 'queue', from: '00442079460000'}]);
	});

	it.each([
		['off', 'nothing to open: say what by --pop-url, or by :pop'],
		['dropped', 'too many at once, try again in a moment'],
		['unknown-call', 'the board does not know this call any more'],
		['closed', 'the board ends'],
	] as const)('says that it came to nothing: %s', async (type, words) => {
		const shown = await show({view: 'lost', board: lostBoard(), screenPop: {outcome: {type}}});
		await shown.press('j');
		await shown.press('o');
		expect(footer(shown)).toContain(words);
	});

	it('asks to select a call first', async () => {
		const shown = await show();
		await shown.press('o');
		expect(shown.effects).toEqual([]);
		expect(footer(shown)).toContain('select a call first');
	});

	it('says on a recording that nothing is fired', async () => {
		const shown = await renderBoard({view: 'lost', board: lostBoard(), language: 'fr'});
		await shown.press('j');
		await shown.press(':');
		await shown.press('open\r');
		expect(footer(shown)).toContain("un enregistrement n'ouvre aucune fiche");
	});
});

describe('help', () => {
	it.each(['overview', 'queues', 'calls', 'agents', 'log', 'statistics', 'lost'] as const)(
		'fits a screen of 80×24 whole in %s',
		async view => {
			const shown = await show({view});
			await shown.press('?');
			expect(text(shown)).toContain('Unknown is never free: what is not told is —.');
		},
	);
});
