import type {Board} from '../domain/board.js';
import {lineNumber, queueNumber} from '../domain/units.js';
import type {Messages} from '../i18n/en.js';
import type {Contacts} from './contacts.js';
import {formatNumber} from './telephone.js';

/** What it takes to call things by their names. */
export type Speech = {readonly messages: Messages; readonly board: Board; readonly contacts: Contacts};

/** How people call a number: the user's own name for it, the label of the line or queue it is, else the number itself. */
export const nameOf = (number: string, {board, messages, contacts}: Speech): string => {
	if (number === '') return messages['number.withheld'];
	const known = board.lines.get(lineNumber(number)) ?? board.queues.get(queueNumber(number));
	return contacts.get(number) ?? known?.label ?? formatNumber(number);
};

/** A caller: the number, which a call-back needs, after the user's own name for it. */
export const callerText = (number: string, {messages, contacts}: Pick<Speech, 'messages' | 'contacts'>): string => {
	if (number === '') return messages['number.withheld'];
	const name = contacts.get(number);
	return name === undefined ? formatNumber(number) : `${name} ${formatNumber(number)}`;
};
