import type {Messages} from '../i18n/en.js';
import type {Symbols} from '../presentation/symbols.js';
import {type Chord, chordText} from './chords.js';
import {type Binding, bindingsFor, type Hint, type Place} from './keymap.js';

/** One key or several, and what they do. */
export type KeyHint = {readonly key: string; readonly label: string};

type Words = {readonly messages: Messages; readonly symbols: Symbols};

/** What the footer says: of each hint its keys, the first of each binding. */
export const footerHints = (place: Place, words: Words): readonly KeyHint[] =>
	[...byHint(bindingsFor(place).filter(({hint}) => hint !== undefined)).values()].map(group => told(group, words));

/** What the help says: all keys of each binding; those that the footer tells of together are one. */
export const helpHints = (place: Place, words: Words): readonly KeyHint[] =>
	[...byHint(bindingsFor(place)).values()].map(group => {
		const [binding] = group;
		if (group.length > 1 || !binding) return told(group, words);
		return {key: keysText(binding.chords, words), label: words.messages[binding.label]};
	});

/** Bindings in their order, those of one hint together. */
const byHint = (bindings: readonly Binding[]): ReadonlyMap<Hint | Binding, readonly Binding[]> => {
	const groups = new Map<Hint | Binding, readonly Binding[]>();
	for (const binding of bindings) {
		const group = binding.hint ?? binding;
		groups.set(group, [...(groups.get(group) ?? []), binding]);
	}
	return groups;
};

const keysText = (chords: readonly Chord[], {symbols}: Words): string =>
	chords.map(chord => chordText(chord, symbols)).join(' ');

const told = (group: readonly Binding[], words: Words): KeyHint => {
	const names = group.map(({chords}) => keysText(chords.slice(0, 1), words));
	const {label, between} = group[0]?.hint ?? {label: 'key.help', between: ' '};
	return {key: between === '-' ? `${names[0]}-${names.at(-1)}` : names.join(' '), label: words.messages[label]};
};
