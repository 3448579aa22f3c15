import {describe, expect, it} from 'vitest';
import {emptyBoard} from '../../source/domain/board.js';
import {lineNumber} from '../../source/domain/units.js';
import {at, onCall, site} from '../helpers/builders.js';
import {oneSite, severalSites} from '../helpers/journal-board.js';
import {looksOf} from '../helpers/looks.js';
import {type RenderOptions, renderBoard} from '../helpers/render-board.js';
import {expectPicture} from './picture.js';

const journal = (options: RenderOptions = {}) => renderBoard({view: 'log', board: oneSite(), ...options});

const looks = looksOf([40, 12], [80, 24], [160, 45]).flatMap(look => [1, 2].map(sites => ({...look, sites})));

describe('the log', () => {
	it.each(looks)('at $columns × $rows in $language of $sites sites is the picture', async ({sites, ...look}) => {
		const board = await journal({...look, board: sites === 1 ? oneSite() : severalSites()});
		expectPicture(`journal-${look.columns}x${look.rows}-${look.language}-${sites}`, board);
	});

	it.each([
		['journal-lost-80x24-en', {}, 'ffff'],
		['journal-feeds-80x24-fr', {language: 'fr'}, 'fffff'],
		['journal-registered-80x24-en', {}, 'ffffff'],
		['journal-scrolled-80x24-en', {}, 'kkk'],
		['journal-found-80x24-en', {}, '/lucie\r'],
		['journal-first-80x24-en', {}, 'g'],
		['journal-empty-80x24-en', {board: emptyBoard}, ''],
		['journal-80x24-en-ascii', {ascii: true}, ''],
	] as const)('%s', async (name, options: RenderOptions, keys) => {
		const board = await journal({columns: 80, rows: 24, ...options});
		for (const key of keys) await board.press(key);
		expectPicture(name, board);
	});

	it('shows telephones that register among the others when asked for, and never in the overview', async () => {
		const board = await journal({columns: 80, rows: 24});
		const text = () => board.lines().join('\n');
		const number = lineNumber('0033199001198');
		await board.happen({type: 'line-registered', at: at(1), site, service: 'line', number, label: 'Poste 99'});
		expect(text()).not.toContain('Poste 99');
		for (const key of ':telephones\r') await board.press(key);
		expect(text()).toContain('Poste 99');
		expect(text()).toContain('all and registrations');
		await board.press('1');
		expect(text()).not.toContain('Poste 99');
	});

	it('follows the newest again at the end', async () => {
		const board = await journal({columns: 80, rows: 24});
		await board.press('k');
		const held = board.lines()[20];
		await board.happen(onCall('talk-ended', 3, {label: 'Standard'}));
		expect(board.lines()[2]).toContain('2 newer below');
		expect(board.lines()[20]).toBe(held);
		await board.press('G');
		expect(board.lines()[21]).toContain('Standard');
	});

	it('says the day of what was before midnight', async () => {
		const board = await journal({columns: 80, rows: 24});
		await board.press('g');
		expect(board.lines()[3]).toContain('2026-03-04 23:');
	});
});
