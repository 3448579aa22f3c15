import {emptyBoard} from '../../source/domain/board.js';
import {defaultServiceLevel} from '../../source/domain/figures.js';
import {messagesFor} from '../../source/i18n/languages.js';
import {noContacts} from '../../source/presentation/contacts.js';
import type {Style} from '../../source/presentation/style.js';
import {unicode} from '../../source/presentation/symbols.js';
import {at} from './builders.js';

/** A style to make rows with, in English at `at(0)`, on an empty board unless told otherwise. */
export const someStyle = (parts: Partial<Style> = {}): Style => ({
	messages: messagesFor('en'),
	symbols: unicode,
	board: emptyBoard,
	contacts: noContacts,
	rule: defaultServiceLevel,
	window: 'today',
	now: at(0),
	...parts,
});
