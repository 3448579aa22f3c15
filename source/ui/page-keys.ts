import type {TextKey} from '../i18n/en.js';
import {type Chord, typing} from './chords.js';
import type {Command} from './commands.js';

const move = (by: number, unit: 'item' | 'row' | 'page'): Command => ({type: 'page.move', by, unit});
const first = move(Number.NEGATIVE_INFINITY, 'item');
const last = move(Number.POSITIVE_INFINITY, 'item');

/** Keys over the page of a screen pop. Enter is none of them: whoever was about to press it has not read the page yet. */
export const pageKeys = [
	[typing('y'), 'page-copy', 'key.page.copy', {type: 'number.copy'}],
	[[{named: 'escape'}, ...typing('q')], 'page-close', 'key.close', {type: 'overlay.close'}],
	[[{named: 'upArrow'}, ...typing('k')], 'page-row-up', 'key.move.up', move(-1, 'row')],
	[[{named: 'downArrow'}, ...typing('j')], 'page-row-down', 'key.move.down', move(1, 'row')],
	[[{named: 'pageUp'}], 'page-page-up', 'key.page.up', move(-1, 'page')],
	[[{named: 'pageDown'}], 'page-page-down', 'key.page.down', move(1, 'page')],
	[[{named: 'home'}, ...typing('g')], 'page-first', 'key.move.first', first],
	[[{named: 'end'}, ...typing('G')], 'page-last', 'key.move.last', last],
] as const satisfies readonly (readonly [readonly Chord[], string, TextKey, Command])[];
