import type {TextKey} from '../i18n/en.js';
import {viewNames} from '../presentation/views.js';
import type {Command} from './commands.js';
import {emptyPalette, type Overlay, type PaletteState, type Ui} from './ui-state.js';

/** A command by its name. Names are English in every language, so that instructions hold everywhere. */
export type NamedCommand = {
	readonly name: string;
	/** A shorter name for it, for fingers that know it from elsewhere. */
	readonly alias?: string;
	/** What may stand after the name. */
	readonly takes?: 'TEXT';
	readonly label: TextKey;
	/** What it does; `text` is what stands after the name, without blanks around. */
	readonly run: (text: string) => Command;
	/** Offered only where somebody does this. */
	readonly needs?: Command['type'];
};

const open = (overlay: Overlay) => (): Command => ({type: 'overlay.open', overlay});
const always = (command: Command) => (): Command => command;
const filterBy = (text: string): Command =>
	text === '' ? {type: 'overlay.open', overlay: 'filter'} : {type: 'filter.set', text};

/** The one table of commands by name, in the order shown. */
export const namedCommands: readonly NamedCommand[] = [
	...viewNames.map(
		(name): NamedCommand => ({name, label: `command.${name}`, run: always({type: 'view.show', view: name})}),
	),
	{name: 'filter', takes: 'TEXT', label: 'command.filter', run: filterBy},
	{name: 'active', label: 'command.active', run: always({type: 'active.toggle'})},
	{name: 'kind', label: 'command.kind', run: always({type: 'log.kind', by: 1})},
	{name: 'telephones', label: 'command.registered', run: always({type: 'log.registered'})},
	{name: 'details', label: 'command.details', run: always({type: 'details.open'})},
	{name: 'open', label: 'command.open', run: always({type: 'call.open'})},
	{name: 'copy', label: 'command.copy', run: always({type: 'number.copy'})},
	{name: 'sort', label: 'command.sort', run: always({type: 'sort.choose', by: 1})},
	{name: 'invert', label: 'command.invert', run: always({type: 'sort.invert'})},
	{name: 'window', label: 'command.window', run: always({type: 'window.choose', by: 1})},
	{name: 'back', label: 'command.back', run: always({type: 'loss.tick'}), needs: 'loss.set'},
	{name: 'csv', label: 'command.csv', run: always({type: 'table.export', form: 'csv'}), needs: 'table.save'},
	{name: 'json', label: 'command.json', run: always({type: 'table.export', form: 'json'}), needs: 'table.save'},
	{name: 'pause', label: 'command.pause', run: always({type: 'pause.toggle'})},
	{name: 'retry', label: 'command.retry', run: always({type: 'feed.retry'}), needs: 'feed.retry'},
	{name: 'token', label: 'command.token', run: open('token'), needs: 'token.change'},
	{name: 'pop', label: 'command.pop', run: open('pop'), needs: 'pop.save'},
	{name: 'reset', label: 'command.reset', run: open('reset')},
	{name: 'redraw', label: 'command.redraw', run: always({type: 'screen.redraw'})},
	{name: 'help', label: 'command.help', run: open('help')},
	{name: 'quit', alias: 'q', label: 'command.quit', run: always({type: 'board.quit'})},
];

/** Name and text of a line as typed. */
const wordsOf = (line: string): {readonly name: string; readonly text: string; readonly isNameDone: boolean} => {
	const [, name = '', blank = '', text = ''] = /^\s*(\S*)(\s*)(.*?)\s*$/.exec(line) ?? [];
	return {name: name.toLowerCase(), text, isNameDone: blank !== ''};
};

/** The commands that a line may become, the one of exactly this name first. */
export const matchingCommands = (commands: readonly NamedCommand[], line: string): readonly NamedCommand[] => {
	const {name, isNameDone} = wordsOf(line);
	const exact = commands.filter(command => command.name === name || command.alias === name);
	if (isNameDone) return exact;
	return [...exact, ...commands.filter(command => !exact.includes(command) && command.name.startsWith(name))];
};

/** The command that Enter would run: the chosen one, or the first that matches once something is typed. */
export const chosenIndex = ({text, choice}: PaletteState, matches: number): number | null => {
	if (matches === 0) return null;
	if (choice !== null) return Math.min(choice, matches - 1);
	return text.trim() === '' ? null : 0;
};

type Offered = {readonly palette: PaletteState; readonly commands: readonly NamedCommand[]};

const chosen = ({palette, commands}: Offered): NamedCommand | undefined => {
	const matches = matchingCommands(commands, palette.text);
	const index = chosenIndex(palette, matches.length);
	return index === null ? undefined : matches[index];
};

/** Up and down in the list, and round at its ends. */
export const choose = ({palette, commands}: Offered, by: 1 | -1): PaletteState => {
	const {length} = matchingCommands(commands, palette.text);
	const index = chosenIndex(palette, length);
	if (length === 0) return palette;
	const next = index === null ? (by > 0 ? 0 : length - 1) : (index + by + length) % length;
	return {...palette, choice: next, problem: null};
};

/** The name of what is chosen, written out. */
export const complete = ({palette, commands}: Offered): PaletteState => {
	const command = chosen({palette: {...palette, choice: palette.choice ?? 0}, commands});
	if (!command || wordsOf(palette.text).isNameDone) return palette;
	return {...emptyPalette, text: command.takes ? `${command.name} ` : command.name};
};

/** What Enter leads to, one after the other. A line that is no command stays to be corrected. */
export const runPalette = ({palette}: Pick<Ui, 'palette'>, commands: readonly NamedCommand[]): readonly Command[] => {
	const {name, text} = wordsOf(palette.text);
	const command = chosen({palette, commands});
	if (!command) return [name === '' ? {type: 'overlay.close'} : refuse('unknown', name)];
	if (text !== '' && !command.takes) return [refuse('surplus', command.name)];
	return [{type: 'overlay.close'}, command.run(text)];
};

const refuse = (kind: 'unknown' | 'surplus', name: string): Command => ({
	type: 'palette.refuse',
	problem: {kind, name},
});
