import {describe, expect, it} from 'vitest';
import {messagesFor} from '../../source/i18n/languages.js';
import {nameOf, numberText} from '../../source/presentation/names.js';
import {accueil, boardAfter, customer, joined, onCall, support} from '../helpers/builders.js';

const messages = messagesFor('en');
const board = boardAfter(onCall('ringing-started', 0, {label: 'Accueil'}), joined(0, {label: 'Support'}));

describe('nameOf', () => {
	it('calls lines and queues by their labels', () => {
		expect(nameOf(accueil, {board, messages})).toBe('Accueil');
		expect(nameOf(support, {board, messages})).toBe('Support');
	});

	it('calls a line without a label, and everybody else, by their number', () => {
		expect(nameOf(accueil, {board: boardAfter(onCall('ringing-started', 0)), messages})).toBe('01 99 00 01 01');
		expect(nameOf(customer, {board, messages})).toBe('06 39 98 00 01');
	});

	it('says so when there is no number', () => {
		expect(nameOf('', {board, messages})).toBe('withheld number');
	});
});

describe('numberText', () => {
	it('is the number, even of a line that has a name', () => {
		expect(numberText(accueil, messages)).toBe('01 99 00 01 01');
		expect(numberText('', messagesFor('fr'))).toBe('numéro masqué');
	});
});
