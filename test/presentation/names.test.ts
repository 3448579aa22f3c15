import {describe, expect, it} from 'vitest';
import {messagesFor} from '../../source/i18n/languages.js';
import {noContacts} from '../../source/presentation/contacts.js';
import {callerText, nameOf} from '../../source/presentation/names.js';
import {accueil, boardAfter, customer, joined, onCall, support} from '../helpers/builders.js';

const messages = messagesFor('en');
const board = boardAfter(onCall('ringing-started', 0, {label: 'Accueil'}), joined(0, {label: 'Support'}));
const contacts = new Map<string, string>([
	[accueil, 'Front desk'],
	[customer, 'Dupont'],
]);

describe('nameOf', () => {
	it('calls lines and queues by their labels', () => {
		const speech = {board, messages, contacts: noContacts};
		expect(nameOf(accueil, speech)).toBe('Accueil');
		expect(nameOf(support, speech)).toBe('Support');
	});

	it("prefers the user's own names", () => {
		const speech = {board, messages, contacts};
		expect(nameOf(accueil, speech)).toBe('Front desk');
		expect(nameOf(support, speech)).toBe('Support');
		expect(nameOf(customer, speech)).toBe('Dupont');
	});

	it('calls a line without a label, and everybody else, by their number', () => {
		const speech = {board: boardAfter(onCall('ringing-started', 0)), messages, contacts: noContacts};
		expect(nameOf(accueil, speech)).toBe('01 99 00 01 01');
		expect(nameOf(customer, speech)).toBe('06 39 98 00 01');
	});

	it('says so when there is no number', () => {
		expect(nameOf('', {board, messages, contacts})).toBe('withheld number');
	});
});

describe('callerText', () => {
	it('is the name and the number of a caller the user knows', () => {
		expect(callerText(customer, {messages, contacts})).toBe('Dupont 06 39 98 00 01');
	});

	it('is the number of everybody else', () => {
		expect(callerText(customer, {messages, contacts: noContacts})).toBe('06 39 98 00 01');
		expect(callerText('00442079460958', {messages, contacts})).toBe('+44 20 7946 0958');
	});

	it('says so when there is no number', () => {
		expect(callerText('', {messages: messagesFor('fr'), contacts})).toBe('numéro masqué');
	});
});
