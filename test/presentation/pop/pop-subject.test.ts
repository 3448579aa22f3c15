import {describe, expect, it} from 'vitest';
import {callerId, callId, lineNumber} from '../../../source/domain/units.js';
import {numberOf, numberOfLost, popSubjectOf, popSubjectOfLost} from '../../../source/presentation/pop/pop-subject.js';
import {
	accueil,
	alice,
	at,
	boardAfter,
	bridged,
	colleague,
	customer,
	firstCall,
	firstCaller,
	joined,
	left,
	onCall,
	site,
	support,
} from '../../helpers/builders.js';

const now = at(100);
const outgoing = {direction: 'outgoing', from: accueil, to: '0033639980009', callId: callId('out')} as const;
const board = boardAfter(
	onCall('ringing-started', 0, {label: 'Accueil'}),
	onCall('ringing-started', 1, {...outgoing, number: colleague}),
	joined(2),
	bridged(3, {callerId: callerId('there')}),
);
const over = boardAfter(
	onCall('ringing-started', 0, {label: 'Accueil'}),
	onCall('ringing-ended', 5),
	joined(2),
	left(9),
	joined(3, {callerId: callerId('hidden'), from: ''}),
	left(8, {callerId: callerId('hidden'), from: ''}),
);
const line = {kind: 'line', number: accueil} as const;
const call = {kind: 'call', line: accueil, id: firstCall} as const;
const stay = {kind: 'stay', queue: support, id: firstCaller, stay: 1} as const;
const sequenceOf = (type: string, {log} = board): number =>
	log.entries.find(({event}) => event.type === type)?.sequence ?? 0;

describe('popSubjectOf', () => {
	it('is the call or stay itself while it goes on', () => {
		const known = {board, now};
		expect(popSubjectOf(line, known)).toEqual({number: accueil, callId: firstCall});
		expect(popSubjectOf(call, known)).toEqual({number: accueil, callId: firstCall});
		expect(popSubjectOf(stay, known)).toEqual({number: support, callerId: firstCaller});
		const events = ['ringing-started', 'caller-joined'].map(
			type => ({kind: 'event', sequence: sequenceOf(type)}) as const,
		);
		expect(events.map(event => popSubjectOf(event, known))).toEqual([
			{number: accueil, callId: firstCall},
			{number: support, callerId: firstCaller},
		]);
	});

	it('is the beginning of a call or stay that is over, as if it came now', () => {
		const known = {board: over, now};
		expect(popSubjectOf(call, known)).toEqual(onCall('ringing-started', 100, {label: 'Accueil'}));
		expect(popSubjectOf(stay, known)).toEqual(joined(100, {joinedAt: at(2)}));
		expect(popSubjectOf(line, known)).toBeNull();
	});

	it('is nothing for what is no call', () => {
		const known = {board, now};
		expect(popSubjectOf({kind: 'line', number: lineNumber('0033199009999')}, known)).toBeNull();
		expect(popSubjectOf({kind: 'call', line: accueil, id: callId('none')}, known)).toBeNull();
		expect(popSubjectOf({kind: 'stay', queue: support, id: callerId('none'), stay: 1}, known)).toBeNull();
		expect(popSubjectOf({kind: 'agent', number: alice}, known)).toBeNull();
		expect(popSubjectOf({kind: 'queue', number: support}, known)).toBeNull();
		expect(popSubjectOf({kind: 'event', sequence: 999}, known)).toBeNull();
	});
});

const keyOf = (from: string): string => [...over.losses.values()].find(loss => loss.from === from)?.key ?? '';

describe('popSubjectOfLost', () => {
	it('is the caller as if they joined their queue now', () => {
		expect(popSubjectOfLost(keyOf(customer), {board: over, now})).toEqual({
			...{type: 'caller-joined', at: now, site, service: 'queue', number: support},
			...{callerId: firstCaller, from: customer},
		});
		expect(popSubjectOfLost('nobody', {board: over, now})).toBeNull();
	});

	it('goes by the key of the loss where nothing more is known of the stay', () => {
		const forgotten = {...over, queues: new Map(), ended: boardAfter().ended};
		const key = keyOf(customer);
		expect(popSubjectOfLost(key, {board: forgotten, now})).toMatchObject({callerId: key, from: customer});
	});
});

describe('numberOf', () => {
	it('is the other end of a call, else the number itself', () => {
		expect(numberOf(line, board)).toBe(customer);
		expect(numberOf({kind: 'line', number: colleague}, board)).toBe(outgoing.to);
		expect(numberOf(line, over)).toBe(accueil);
		expect(numberOf(call, over)).toBe(customer);
		expect(numberOf(stay, over)).toBe(customer);
		expect(numberOf({kind: 'agent', number: alice}, board)).toBe(alice);
		expect(numberOf({kind: 'queue', number: support}, board)).toBe(support);
		expect(numberOf({kind: 'event', sequence: sequenceOf('caller-joined')}, board)).toBe(customer);
	});

	it('is none where the caller is withheld, or there is no such call', () => {
		expect(numberOf({...stay, id: callerId('hidden')}, over)).toBeNull();
		expect(numberOf({...stay, id: callerId('none')}, over)).toBeNull();
		expect(numberOf({kind: 'event', sequence: 999}, board)).toBeNull();
		expect(numberOfLost(keyOf(''), over)).toBeNull();
		expect(numberOfLost(keyOf(customer), over)).toBe(customer);
	});
});
