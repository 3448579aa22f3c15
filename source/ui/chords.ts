import type {Key} from 'ink';
import type {Symbols} from '../presentation/symbols.js';

type NamedKey =
	| 'upArrow'
	| 'downArrow'
	| 'leftArrow'
	| 'rightArrow'
	| 'pageUp'
	| 'pageDown'
	| 'home'
	| 'end'
	| 'return'
	| 'escape'
	| 'tab'
	| 'backspace'
	| 'delete';

/** A key as Ink names it, or the character it types; `ctrl` with a character. */
export type Chord = {readonly input: string; readonly ctrl?: true} | {readonly named: NamedKey; readonly shift?: true};

/** The keys that type these characters. */
export const typing = (...inputs: readonly string[]): readonly Chord[] => inputs.map(input => ({input}));

export const isPressed = (chord: Chord, typed: string, key: Key): boolean => {
	if ('named' in chord) return key[chord.named] && key.shift === (chord.shift ?? false);
	return typed === chord.input && key.ctrl === (chord.ctrl ?? false) && !key.meta && !isNamed(key);
};

const isNamed = (key: Key): boolean => key.tab || key.return || key.escape || key.backspace || key.delete;

/** True for text that belongs into a prompt. */
export const isPrintable = (typed: string, key: Key): boolean =>
	!key.ctrl && !key.meta && !isNamed(key) && /^[^\p{C}]+$/u.test(typed);

/** What of a text belongs into a prompt: no line breaks, nothing that cannot be seen. */
export const printableIn = (text: string): string => text.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, '');

/** A chord as people read it. */
export const chordText = (chord: Chord, {keys}: Pick<Symbols, 'keys'>): string => {
	if ('input' in chord) return chord.ctrl ? `Ctrl-${chord.input.toUpperCase()}` : chord.input;
	const name = nameOfKey(keys, chord.named);
	return chord.shift ? `Shift-${name}` : name;
};

const nameOfKey = ({up, down, left, right}: Symbols['keys'], named: NamedKey): string => {
	const names: Readonly<Record<NamedKey, string>> = {
		upArrow: up,
		downArrow: down,
		leftArrow: left,
		rightArrow: right,
		pageUp: 'PgUp',
		pageDown: 'PgDn',
		home: 'Home',
		end: 'End',
		return: 'Enter',
		escape: 'Esc',
		tab: 'Tab',
		backspace: 'Backspace',
		delete: 'Del',
	};
	return names[named];
};
