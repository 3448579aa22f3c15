import {describe, expect, it} from 'vitest';
import {languages, messagesFor} from '../../source/i18n/languages.js';
import {viewNames} from '../../source/presentation/views.js';
import type {Command} from '../../source/ui/commands.js';
import {
	choose,
	chosenIndex,
	namedCommands as commands,
	complete,
	matchingCommands,
	runPalette,
} from '../../source/ui/palette.js';
import {emptyPalette, type PaletteState} from '../../source/ui/ui-state.js';

const typed = (text: string, state: Partial<PaletteState> = {}): PaletteState => ({...emptyPalette, text, ...state});
const names = (line: string): readonly string[] => matchingCommands(commands, line).map(({name}) => name);
const run = (text: string, state: Partial<PaletteState> = {}): readonly Command[] =>
	runPalette({palette: typed(text, state)}, commands);
const refused = (kind: 'unknown' | 'surplus', name: string): readonly Command[] => [
	{type: 'palette.refuse', problem: {kind, name}},
];

describe('namedCommands', () => {
	it('have names of their own, in small letters, views among them', () => {
		const all = commands.map(({name}) => name);
		expect(new Set(all).size).toBe(all.length);
		expect(all.filter(name => !/^[a-z]+$/.test(name))).toEqual([]);
		expect(all).toEqual(expect.arrayContaining([...viewNames, 'token', 'reset', 'quit', 'help', 'retry']));
	});

	it.each(languages)('say what they do in %s', language => {
		const labels = commands.map(({label}) => messagesFor(language)[label]);
		expect(new Set(labels).size).toBe(commands.length);
	});
});

describe('matchingCommands', () => {
	it.each([
		['', commands.map(({name}) => name)],
		['re', ['retry', 'reset', 'redraw']],
		['RES', ['reset']],
		['  quit', ['quit']],
		['filter ali', ['filter']],
		['fil ali', []],
		['quit now', ['quit']],
		['nope', []],
	])('finds for %j', (line, found) => {
		expect(names(line)).toEqual(found);
	});

	it('puts the command of exactly this name first', () => {
		const [first] = commands;
		if (!first) throw new Error('no commands');
		const longer = [
			{...first, name: 'logs'},
			{...first, name: 'log'},
		];
		expect(matchingCommands(longer, 'log').map(({name}) => name)).toEqual(['log', 'logs']);
	});
});

describe('chosenIndex', () => {
	it.each([
		[typed(''), 5, null],
		[typed('r'), 3, 0],
		[typed('r', {choice: 2}), 3, 2],
		[typed('r', {choice: 9}), 3, 2],
		[typed('x'), 0, null],
		[typed('x', {choice: 1}), 0, null],
	])('of %j with %i matches is %j', (palette, matches, index) => {
		expect(chosenIndex(palette, matches)).toBe(index);
	});
});

describe('choose', () => {
	const after = (palette: PaletteState, ...moves: readonly (1 | -1)[]): number | null =>
		moves.reduce((state, by) => choose({palette: state, commands}, by), palette).choice;

	it.each([
		[typed(''), [1], 0],
		[typed(''), [-1], commands.length - 1],
		[typed('re'), [1], 1],
		[typed('re'), [1, 1, 1], 0],
		[typed('re'), [-1], 2],
		[typed('nope'), [1], null],
	] as const)('goes up and down and round: %j by %j', (palette, moves, choice) => {
		expect(after(palette, ...moves)).toBe(choice);
	});
});

describe('complete', () => {
	it.each([
		[typed('to'), 'token'],
		[typed('re', {choice: 1}), 'reset'],
		[typed('fi'), 'filter '],
		[typed(''), commands[0]?.name],
		[typed('nope'), 'nope'],
		[typed('filter al'), 'filter al'],
	])('writes out %j as %j', (palette, text) => {
		expect(complete({palette, commands}).text).toBe(text);
	});
});

describe('runPalette', () => {
	it.each([
		['quit', {type: 'board.quit'}],
		['q', {type: 'board.quit'}],
		[' Token ', {type: 'overlay.open', overlay: 'token'}],
		['reset', {type: 'overlay.open', overlay: 'reset'}],
		['help', {type: 'overlay.open', overlay: 'help'}],
		['log', {type: 'view.show', view: 'log'}],
		['overview', {type: 'view.show', view: 'overview'}],
		['pause', {type: 'pause.toggle'}],
		['active', {type: 'active.toggle'}],
		['redraw', {type: 'screen.redraw'}],
		['retry', {type: 'feed.retry'}],
		['filter', {type: 'overlay.open', overlay: 'filter'}],
		['filter  06 12 ', {type: 'filter.set', text: '06 12'}],
	])('closes and does what %j says', (line, command) => {
		expect(run(line)).toEqual([{type: 'overlay.close'}, command]);
	});

	it('runs what is chosen', () => {
		expect(run('re', {choice: 2})).toEqual([{type: 'overlay.close'}, {type: 'screen.redraw'}]);
	});

	it('only closes when nothing is typed and nothing is chosen', () => {
		expect(run('  ')).toEqual([{type: 'overlay.close'}]);
	});

	it.each([
		['nope', refused('unknown', 'nope')],
		['fil ali', refused('unknown', 'fil')],
		['quit now', refused('surplus', 'quit')],
	])('stays and says why on %j', (line, problem) => {
		expect(run(line)).toEqual(problem);
	});
});
