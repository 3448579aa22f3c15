import type {Board} from '../domain/board.js';
import {lineNumber, queueNumber} from '../domain/units.js';
import type {Messages} from '../i18n/en.js';
import {formatNumber} from './telephone.js';

/** How people call a number: the label of the line or queue it is, else the number itself. */
export const nameOf = (
	number: string,
	{board, messages}: {readonly board: Board; readonly messages: Messages},
): string => {
	if (number === '') return messages['number.withheld'];
	const known = board.lines.get(lineNumber(number)) ?? board.queues.get(queueNumber(number));
	return known?.label ?? formatNumber(number);
};

/** A number as such, never a name: what a caller's call-back needs. */
export const numberText = (number: string, messages: Messages): string =>
	number === '' ? messages['number.withheld'] : formatNumber(number);
