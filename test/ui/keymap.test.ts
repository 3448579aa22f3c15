import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {messagesFor} from '../../source/i18n/languages.js';
import {viewNames} from '../../source/presentation/views.js';
import type {Command} from '../../source/ui/commands.js';
import {bindingsFor, findCommand, keymap, type Place, places} from '../../source/ui/keymap.js';
import {type Overlay, overlays} from '../../source/ui/ui-state.js';
import {keyTable} from '../helpers/key-table.js';
import {aKey} from './keys.js';

/** Complete, or it does not compile. */
const commandTypes: Readonly<Record<Command['type'], true>> = {
	'view.show': true,
	'view.next': true,
	'overlay.open': true,
	'overlay.close': true,
	'prompt.type': true,
	'prompt.erase': true,
	'prompt.wipe': true,
	'filter.set': true,
	'filter.clear': true,
	'palette.choose': true,
	'palette.complete': true,
	'palette.run': true,
	'palette.refuse': true,
	'token.submit': true,
	'token.typed': true,
	'token.refuse': true,
	'token.change': true,
	'pop.move': true,
	'pop.turn': true,
	'pop.submit': true,
	'pop.set': true,
	'pop.try': true,
	'pop.save': true,
	'feed.retry': true,
	'active.toggle': true,
	'cursor.move': true,
	'sort.choose': true,
	'sort.invert': true,
	'window.choose': true,
	'log.kind': true,
	'log.registered': true,
	'details.open': true,
	'details.move': true,
	'details.raw': true,
	'loss.tick': true,
	'loss.set': true,
	'table.export': true,
	'table.save': true,
	'call.open': true,
	'call.fire': true,
	'number.copy': true,
	'text.copy': true,
	'pops.follow': true,
	'pops.dismiss': true,
	'page.move': true,
	'notice.show': true,
	'pause.toggle': true,
	'board.reset': true,
	'screen.redraw': true,
	'board.quit': true,
	'board.interrupt': true,
};

describe('keymap', () => {
	it('has no two meanings for a key in one place', () => {
		const twice = places.flatMap(place => {
			const chords = bindingsFor(place).flatMap(binding => binding.chords.map(chord => JSON.stringify(chord)));
			return chords.filter((chord, index) => chords.indexOf(chord) !== index).map(chord => `${place}: ${chord}`);
		});
		expect(twice).toEqual([]);
	});

	it('has a key for every command but those that follow from others or have only a name', () => {
		const bound = new Set<string>(keymap.map(({command}) => command.type));
		expect(Object.keys(commandTypes).filter(type => !bound.has(type))).toEqual([
			'prompt.type',
			'filter.set',
			'palette.refuse',
			'token.typed',
			'token.refuse',
			'token.change',
			'pop.set',
			'pop.try',
			'pop.save',
			'feed.retry',
			'log.registered',
			'loss.set',
			'table.save',
			'call.fire',
			'text.copy',
			'pops.follow',
			'pops.dismiss',
			'notice.show',
		]);
	});

	it('has a name of its own for each binding', () => {
		const names = keymap.map(({name}) => name);
		expect(new Set(names).size).toBe(names.length);
	});

	it('can be left by a key in every place', () => {
		for (const place of places) {
			const types = bindingsFor(place).map(({command}) => command.type);
			expect(types, place).toContain('board.interrupt');
			const isView = viewNames.some(view => view === place);
			expect(types, place).toContain(isView ? 'board.quit' : 'overlay.close');
		}
	});

	it('never quits on Escape, which a torn sequence begins with', () => {
		for (const place of places) {
			const command = findCommand({view: 'overview', overlay: overlayOf(place)}, '', aKey({escape: true}));
			expect(['board.quit', 'board.interrupt', 'board.reset']).not.toContain(command?.type);
		}
	});

	it('resets by an explicit yes only', () => {
		const bindings = keymap.filter(({command}) => command.type === 'board.reset');
		expect(bindings.map(({places: where}) => where)).toEqual([['reset']]);
		expect(bindings.flatMap(({chords}) => chords)).toEqual([{input: 'y'}, {input: 'Y'}, {input: 'o'}, {input: 'O'}]);
	});

	it('is the table of README', () => {
		const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
		const [, table] = /<!-- keys -->\n([\s\S]*?)\n<!-- \/keys -->/.exec(readme) ?? [];
		expect(table?.trim(), `between <!-- keys --> and <!-- /keys --> belongs:\n\n${keyTable()}\n`).toBe(keyTable());
	});
});

const overlayOf = (place: Place): Overlay | null => overlays.find(overlay => overlay === place) ?? null;

describe('findCommand', () => {
	const inView = {view: 'overview', overlay: null} as const;
	const inLog = {view: 'log', overlay: null} as const;

	it.each([
		['j', {}, {type: 'cursor.move', by: 1, unit: 'row'}],
		['', {downArrow: true}, {type: 'cursor.move', by: 1, unit: 'row'}],
		['', {pageUp: true}, {type: 'cursor.move', by: -1, unit: 'page'}],
		['G', {shift: true}, {type: 'cursor.move', by: Number.POSITIVE_INFINITY, unit: 'item'}],
		['g', {}, {type: 'cursor.move', by: Number.NEGATIVE_INFINITY, unit: 'item'}],
		['', {tab: true}, {type: 'view.next', by: 1}],
		['', {tab: true, shift: true}, {type: 'view.next', by: -1}],
		['c', {ctrl: true}, {type: 'board.interrupt'}],
		['l', {ctrl: true}, {type: 'screen.redraw'}],
		['l', {}, {type: 'cursor.move', by: 1, unit: 'item'}],
		['5', {}, {type: 'view.show', view: 'log'}],
		['R', {shift: true}, {type: 'overlay.open', overlay: 'reset'}],
		['', {return: true}, {type: 'details.open'}],
	] as const)('in a view takes %j %j for a command', (typed, key, command) => {
		expect(findCommand(inView, typed, aKey(key))).toEqual(command);
	});

	it.each([
		['r', {}],
		['c', {}],
		['q', {ctrl: true}],
		['q', {meta: true}],
		['', {}],
		['é', {}],
	])('in a view does nothing on %j %j', (typed, key) => {
		expect(findCommand(inView, typed, aKey(key))).toBeUndefined();
	});

	it('moves sideways in the grid only', () => {
		expect(findCommand(inLog, 'h', aKey())).toBeUndefined();
		expect(findCommand(inLog, '', aKey({leftArrow: true}))).toBeUndefined();
	});

	it.each(['a', 'é', ' ', '!', '東', '/', 'q', '?', 'p'])('in the filter takes %j for text', typed => {
		expect(findCommand({view: 'overview', overlay: 'filter'}, typed, aKey())).toEqual({
			type: 'prompt.type',
			text: typed,
		});
	});

	it.each(['\u0007', '\u009B', '\u202E', '', '\r'])('in the filter takes %j for nothing', typed => {
		expect(findCommand({view: 'overview', overlay: 'filter'}, typed, aKey())).toBeUndefined();
	});

	it('in the question for a reset knows yes and no, and nothing else', () => {
		const asked = (typed: string) => findCommand({view: 'overview', overlay: 'reset'}, typed, aKey())?.type;
		expect(['y', 'Y', 'o', 'O'].map(asked)).toEqual(Array(4).fill('board.reset'));
		expect(['n', 'N', 'q'].map(asked)).toEqual(Array(3).fill('overlay.close'));
		expect(['j', '5', 'R', ' '].map(asked)).toEqual(Array(4).fill(undefined));
	});
});

describe('bindingsFor', () => {
	it.each(['en', 'fr'] as const)('every place has words for its keys (%s)', language => {
		const labels = places.flatMap(place => bindingsFor(place).map(({label}) => messagesFor(language)[label]));
		expect(labels.filter(label => label === '' || label === undefined)).toEqual([]);
	});
});
