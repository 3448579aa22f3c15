import type {Key} from 'ink';
import type {TextKey} from '../i18n/en.js';
import {type ViewName, viewNames, views} from '../presentation/views.js';
import {type Chord, isPressed, isPrintable, typing} from './chords.js';
import type {Command} from './commands.js';
import {pageKeys} from './page-keys.js';
import {popKeys} from './pop-keys.js';
import {type Overlay, overlays, prompts, type Ui} from './ui-state.js';

/** Where a key means something: a view, or an overlay over it. */
export type Place = ViewName | Overlay;

export const places: readonly Place[] = [...viewNames, ...overlays];

export type Binding = {
	readonly chords: readonly Chord[];
	/** Stable name, for settings and tests. */
	readonly name: string;
	readonly label: TextKey;
	readonly places: readonly Place[];
	readonly command: Command;
	/** How the footer tells of it; bindings of the same hint are told of together. */
	readonly hint?: Hint;
};

/** What the footer says of one key or several: `1-7 views`, `< > sort`. */
export type Hint = {readonly label: TextKey; readonly between: '-' | ' '};

const together = (label: TextKey, between: Hint['between'] = ' '): Hint => ({label, between});

const move = (by: number, unit: 'item' | 'row' | 'page'): Command => ({type: 'cursor.move', by, unit});
const open = (overlay: Overlay): Command => ({type: 'overlay.open', overlay});
const close: Command = {type: 'overlay.close'};

/** Keys of the views. */
const everywhere = (
	[
		[[{named: 'tab'}], 'view-next', 'key.view.next', {type: 'view.next', by: 1}],
		[[{named: 'tab', shift: true}], 'view-previous', 'key.view.previous', {type: 'view.next', by: -1}],
		[[{named: 'upArrow'}, ...typing('k')], 'move-up', 'key.move.up', move(-1, 'row')],
		[[{named: 'downArrow'}, ...typing('j')], 'move-down', 'key.move.down', move(1, 'row')],
		[[{named: 'pageUp'}], 'page-up', 'key.page.up', move(-1, 'page')],
		[[{named: 'pageDown'}], 'page-down', 'key.page.down', move(1, 'page')],
		[[{named: 'home'}, ...typing('g')], 'move-first', 'key.move.first', move(Number.NEGATIVE_INFINITY, 'item')],
		[[{named: 'end'}, ...typing('G')], 'move-last', 'key.move.last', move(Number.POSITIVE_INFINITY, 'item')],
		[[{named: 'escape'}], 'cancel', 'key.cancel', {type: 'filter.clear'}],
	] as const satisfies readonly (readonly [readonly Chord[], string, TextKey, Command])[]
).map(([chords, name, label, command]): Binding => ({chords, name, label, command, places: viewNames}));

const inGrid: readonly Place[] = ['overview'];
/** Views that are a table, or have one. */
const inTables: readonly Place[] = ['queues', 'calls', 'agents', 'statistics', 'lost'];
const withActive: readonly Place[] = ['overview', 'calls', 'lost'];
/** Where a call may be selected. */
const withCalls: readonly Place[] = ['overview', 'calls', 'lost', 'details'];
const withNumbers: readonly Place[] = ['overview', 'queues', 'calls', 'agents', 'lost', 'details'];
const withDetails: readonly Place[] = viewNames.filter(name => name !== 'statistics');
const withWindow: readonly Place[] = ['queues'];
const step = (by: number, unit: 'item' | 'row' | 'page'): Command => ({type: 'details.move', by, unit});

const viewsHint = together('key.views', '-');
const sortHint = together('key.sort');
const windowHint = together('key.window');

const showView = ({name, digit, label}: (typeof views)[number]): Binding => ({
	chords: typing(digit),
	name: `view-${name}`,
	label,
	places: viewNames,
	command: {type: 'view.show', view: name},
	hint: viewsHint,
});

/** Keys that the footer shows, in its order. */
const shown: readonly Binding[] = (
	[
		['/', 'filter', 'key.filter', viewNames, open('filter')],
		['b', 'loss-tick', 'key.loss.tick', ['lost'], {type: 'loss.tick'}],
		[',', 'window-shorter', 'key.window.shorter', withWindow, {type: 'window.choose', by: -1}, windowHint],
		['.', 'window-longer', 'key.window.longer', withWindow, {type: 'window.choose', by: 1}, windowHint],
		['f', 'log-kind', 'key.log.kind', ['log'], {type: 'log.kind', by: 1}],
		['a', 'only-active', 'key.active', withActive, {type: 'active.toggle'}],
		['<', 'sort-previous', 'key.sort.previous', inTables, {type: 'sort.choose', by: -1}, sortHint],
		['>', 'sort-next', 'key.sort.next', inTables, {type: 'sort.choose', by: 1}, sortHint],
		['I', 'sort-invert', 'key.sort.invert', inTables, {type: 'sort.invert'}],
		['e', 'export', 'key.export', inTables, {type: 'table.export', form: 'csv'}],
		['J', 'details-raw', 'key.details.raw', ['details'], {type: 'details.raw'}],
		['p', 'pause', 'key.pause', viewNames, {type: 'pause.toggle'}],
		['R', 'reset', 'key.reset', viewNames, open('reset')],
		[':', 'palette', 'key.palette', viewNames, open('palette')],
		['?', 'help', 'key.help', viewNames, open('help')],
		['q', 'quit', 'key.quit', viewNames, {type: 'board.quit'}],
	] as const satisfies readonly (readonly [string, string, TextKey, readonly Place[], Command, Hint?])[]
).map(
	([input, name, label, where, command, hint = together(label)]): Binding => ({
		chords: typing(input),
		name,
		label,
		places: where,
		command,
		hint,
	}),
);

/** Keys with places of their own. */
const special = (
	[
		[[{named: 'leftArrow'}, ...typing('h')], 'move-left', 'key.move.left', inGrid, move(-1, 'item')],
		[[{named: 'rightArrow'}, ...typing('l')], 'move-right', 'key.move.right', inGrid, move(1, 'item')],
		[[{named: 'upArrow'}, ...typing('k')], 'details-up', 'key.move.up', ['details'], step(-1, 'row')],
		[[{named: 'downArrow'}, ...typing('j')], 'details-down', 'key.move.down', ['details'], step(1, 'row')],
		[[{named: 'pageUp'}], 'details-page-up', 'key.page.up', ['details'], step(-1, 'page')],
		[[{named: 'pageDown'}], 'details-page-down', 'key.page.down', ['details'], step(1, 'page')],
		[
			[{named: 'home'}, ...typing('g')],
			'details-first',
			'key.move.first',
			['details'],
			step(Number.NEGATIVE_INFINITY, 'item'),
		],
		[
			[{named: 'end'}, ...typing('G')],
			'details-last',
			'key.move.last',
			['details'],
			step(Number.POSITIVE_INFINITY, 'item'),
		],
		[typing('o'), 'call-open', 'key.call.open', withCalls, {type: 'call.open'}],
		[typing('y'), 'number-copy', 'key.copy', withNumbers, {type: 'number.copy'}],
		[[{input: 'c', ctrl: true}], 'interrupt', 'key.interrupt', places, {type: 'board.interrupt'}],
		[[{input: 'l', ctrl: true}], 'redraw', 'key.redraw', places, {type: 'screen.redraw'}],
		[[{named: 'return'}], 'filter-keep', 'key.accept', ['filter'], close],
		[[{named: 'escape'}], 'filter-clear', 'key.cancel', ['filter'], {type: 'filter.clear'}],
		[[{named: 'return'}], 'palette-run', 'key.run', ['palette'], {type: 'palette.run'}],
		[[{named: 'tab'}], 'palette-complete', 'key.complete', ['palette'], {type: 'palette.complete'}],
		[[{named: 'upArrow'}], 'palette-up', 'key.move.up', ['palette'], {type: 'palette.choose', by: -1}],
		[[{named: 'downArrow'}], 'palette-down', 'key.move.down', ['palette'], {type: 'palette.choose', by: 1}],
		[[{named: 'return'}], 'token-submit', 'key.submit', ['token'], {type: 'token.submit'}],
		[[{named: 'escape'}], 'prompt-close', 'key.close', ['palette', 'token', 'pop'], close],
		[[{named: 'backspace'}, {named: 'delete'}], 'prompt-erase', 'key.erase', prompts, {type: 'prompt.erase'}],
		[[{input: 'u', ctrl: true}], 'prompt-wipe', 'key.wipe', prompts, {type: 'prompt.wipe'}],
		[typing('y', 'Y', 'o', 'O'), 'reset-confirm', 'key.confirm', ['reset'], {type: 'board.reset'}],
		[[...typing('n', 'N', 'q'), {named: 'escape'}, {named: 'return'}], 'reset-refuse', 'key.refuse', ['reset'], close],
		[[...typing('?', 'q'), {named: 'escape'}, {named: 'return'}], 'help-close', 'key.close', ['help'], close],
	] as const satisfies readonly (readonly [readonly Chord[], string, TextKey, readonly Place[], Command])[]
).map(([chords, name, label, places, command]): Binding => ({chords, name, label, places, command}));

const inPop = popKeys.map(
	([chords, name, label, command]): Binding => ({chords, name, label, places: ['pop'], command}),
);

const showDetails: Binding = {
	chords: [{named: 'return'}],
	name: 'details',
	label: 'key.details',
	places: withDetails,
	command: {type: 'details.open'},
	hint: together('key.details'),
};

const leaveDetails: Binding = {
	chords: [{named: 'escape'}, {named: 'return'}, ...typing('q')],
	name: 'details-close',
	label: 'key.close',
	places: ['details'],
	command: close,
	hint: together('key.close'),
};

const inPage = pageKeys.map(
	([chords, name, label, command]): Binding => ({
		...{chords, name, label, command, places: ['page']},
		...(command.type === 'page.move' ? {} : {hint: together(label)}),
	}),
);

/** The one table of keys. Dispatch, footer, help, README and tests read it; there is no second list. */
export const keymap: readonly Binding[] = [
	...views.map(showView),
	showDetails,
	...shown,
	leaveDetails,
	...inPage,
	...everywhere,
	...special,
	...inPop,
];

/** What a key means where the board stands. */
export const findCommand = (ui: Pick<Ui, 'view' | 'overlay'>, typed: string, key: Key): Command | undefined => {
	const place = ui.overlay ?? ui.view;
	const binding = bindingsFor(place).find(({chords}) => chords.some(chord => isPressed(chord, typed, key)));
	if (binding) return binding.command;
	const isText = ui.overlay !== null && prompts.includes(ui.overlay) && isPrintable(typed, key);
	return isText ? {type: 'prompt.type', text: typed} : undefined;
};

export const bindingsFor = (place: Place): readonly Binding[] => keymap.filter(({places}) => places.includes(place));
