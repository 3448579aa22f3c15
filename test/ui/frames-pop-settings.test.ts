import {describe, expect, it} from 'vitest';
import {type RenderedBoard, renderBoard} from '../helpers/render-board.js';
import {expectPicture} from './picture.js';
import {type SomeSettings, somePopSettings} from './some-pop-settings.js';

type Place = {readonly columns: number; readonly rows: number; readonly language: 'en' | 'fr'};

const down = '\u001B[B';
const right = '\u001B[C';
const tryKey = '\u0014';

const open = async (place: Place, settings: SomeSettings = {}): Promise<RenderedBoard> => {
	const board = await renderBoard({
		...place,
		popSettings: somePopSettings({...settings, language: place.language}),
		popEffects: {
			'pop.try': async () => ({
				kind: 'bad',
				text: 'screen pop failed, https://crm.example/: not reached (ECONNREFUSED)',
			}),
			'pop.save': async () => ({kind: 'done', text: 'saved'}),
		},
	});
	await board.press(':pop\r');
	return board;
};

const small = {columns: 40, rows: 12} as const;
const usual = {columns: 80, rows: 24} as const;
const large = {columns: 120, rows: 40} as const;

describe('the settings of the screen pop', () => {
	it.each([
		['pop-settings-40x12-en', {...small, language: 'en'}, {}, []],
		['pop-settings-40x12-fr', {...small, language: 'fr'}, {}, []],
		['pop-settings-80x24-en', {...usual, language: 'en'}, {}, []],
		['pop-settings-80x24-fr', {...usual, language: 'fr'}, {rule: {template: undefined}}, []],
		['pop-settings-120x40-en', {...large, language: 'en'}, {}, [down]],
		['pop-settings-120x40-fr', {...large, language: 'fr'}, {rule: {mode: 'silent'}}, [down]],
		['pop-settings-wrong-80x24-en', {...usual, language: 'en'}, {}, ['{nobody}']],
		['pop-settings-wrong-40x12-fr', {...small, language: 'fr'}, {}, ['{nobody}']],
		['pop-settings-events-80x24-en', {...usual, language: 'en'}, {}, [down, down, right]],
		['pop-settings-events-40x12-fr', {...small, language: 'fr'}, {}, [down, down]],
		['pop-settings-tried-80x24-en', {...usual, language: 'en'}, {}, [tryKey]],
		['pop-settings-run-80x24-fr', {...usual, language: 'fr'}, {isKept: false}, []],
		['pop-settings-flag-80x24-en', {...usual, language: 'en'}, {flags: {popUrl: 'x'}}, []],
		[
			'pop-settings-exec-80x24-fr',
			{...usual, language: 'fr'},
			{rule: {mode: 'exec'}, programs: {isAllowed: true, command: ['crm']}, program: 'crm, autorisé'},
			[down],
		],
		['pop-settings-exec-off-80x24-en', {...usual, language: 'en'}, {}, [down, '\u001B[D']],
		['pop-settings-exec-off-40x12-en', {...small, language: 'en'}, {}, [down, '\u001B[D']],
	] as const)('%s', async (name, place: Place, settings: SomeSettings, keys: readonly string[]) => {
		const board = await open(place, settings);
		for (const key of keys) await board.press(key);
		expectPicture(name, board);
	});

	it('goes on in another language with what was typed', async () => {
		const board = await open({...usual, language: 'en'});
		await board.press('&x=');
		await board.restart({language: 'fr'});
		await board.press('1');
		expect(board.lines().join('\n')).toContain('> Adresse     https://crm.example/?n={caller}&x=1');
	});

	it('is not offered where nobody can change it', async () => {
		const board = await renderBoard({...usual});
		await board.press(':pop\r');
		expect(board.lines().join('\n')).toContain('no command pop');
	});
});
