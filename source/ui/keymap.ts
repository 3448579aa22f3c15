import type {Key} from 'ink';
import type {TextKey} from '../i18n/en.js';
import {type ViewName, viewNames, views} from '../presentation/views.js';
import {type Chord, isPressed, isPrintable, typing} from './chords.js';
import type {Command} from './commands.js';
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
	readonly inFooter?: true;
};

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

const showView = ({name, digit, label}: (typeof views)[number]): Binding => ({
	chords: typing(digit),
	name: `view-${name}`,
	label,
	places: viewNames,
	command: {type: 'view.show', view: name},
	inFooter: true,
});

/** Keys that the footer shows, in its order. */
const shown: readonly Binding[] = (
	[
		['/', 'filter', 'key.filter', viewNames, open('filter')],
		['a', 'only-active', 'key.active', inGrid, {type: 'active.toggle'}],
		['p', 'pause', 'key.pause', viewNames, {type: 'pause.toggle'}],
		['R', 'reset', 'key.reset', viewNames, open('reset')],
		[':', 'palette', 'key.palette', viewNames, open('palette')],
		['?', 'help', 'key.help', viewNames, open('help')],
		['q', 'quit', 'key.quit', viewNames, {type: 'board.quit'}],
	] as const satisfies readonly (readonly [string, string, TextKey, readonly Place[], Command])[]
).map(([input, name, label, places, command]) => ({
	chords: typing(input),
	name,
	label,
	places,
	command,
	inFooter: true,
}));

/** Keys with places of their own. */
const special = (
	[
		[[{named: 'leftArrow'}, ...typing('h')], 'move-left', 'key.move.left', inGrid, move(-1, 'item')],
		[[{named: 'rightArrow'}, ...typing('l')], 'move-right', 'key.move.right', inGrid, move(1, 'item')],
		[[{input: 'c', ctrl: true}], 'interrupt', 'key.interrupt', places, {type: 'board.interrupt'}],
		[[{input: 'l', ctrl: true}], 'redraw', 'key.redraw', places, {type: 'screen.redraw'}],
		[[{named: 'return'}], 'filter-keep', 'key.accept', ['filter'], close],
		[[{named: 'escape'}], 'filter-clear', 'key.cancel', ['filter'], {type: 'filter.clear'}],
		[[{named: 'return'}], 'palette-run', 'key.run', ['palette'], {type: 'palette.run'}],
		[[{named: 'tab'}], 'palette-complete', 'key.complete', ['palette'], {type: 'palette.complete'}],
		[[{named: 'upArrow'}], 'palette-up', 'key.move.up', ['palette'], {type: 'palette.choose', by: -1}],
		[[{named: 'downArrow'}], 'palette-down', 'key.move.down', ['palette'], {type: 'palette.choose', by: 1}],
		[[{named: 'return'}], 'token-submit', 'key.submit', ['token'], {type: 'token.submit'}],
		[[{named: 'escape'}], 'prompt-close', 'key.close', ['palette', 'token'], close],
		[[{named: 'backspace'}, {named: 'delete'}], 'prompt-erase', 'key.erase', prompts, {type: 'prompt.erase'}],
		[[{input: 'u', ctrl: true}], 'prompt-wipe', 'key.wipe', prompts, {type: 'prompt.wipe'}],
		[typing('y', 'Y', 'o', 'O'), 'reset-confirm', 'key.confirm', ['reset'], {type: 'board.reset'}],
		[[...typing('n', 'N', 'q'), {named: 'escape'}, {named: 'return'}], 'reset-refuse', 'key.refuse', ['reset'], close],
		[[...typing('?', 'q'), {named: 'escape'}, {named: 'return'}], 'help-close', 'key.close', ['help'], close],
	] as const satisfies readonly (readonly [readonly Chord[], string, TextKey, readonly Place[], Command])[]
).map(([chords, name, label, places, command]): Binding => ({chords, name, label, places, command}));

/** The one table of keys. Dispatch, footer, help, README and tests read it; there is no second list. */
export const keymap: readonly Binding[] = [...views.map(showView), ...shown, ...everywhere, ...special];

/** What a key means where the board stands. */
export const findCommand = (ui: Pick<Ui, 'view' | 'overlay'>, typed: string, key: Key): Command | undefined => {
	const place = ui.overlay ?? ui.view;
	const binding = bindingsFor(place).find(({chords}) => chords.some(chord => isPressed(chord, typed, key)));
	if (binding) return binding.command;
	const isText = ui.overlay !== null && prompts.includes(ui.overlay) && isPrintable(typed, key);
	return isText ? {type: 'prompt.type', text: typed} : undefined;
};

export const bindingsFor = (place: Place): readonly Binding[] => keymap.filter(({places}) => places.includes(place));
