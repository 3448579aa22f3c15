import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {createDice, type FaultKind} from '../../source/simulator/faults.js';
import {spoilEvents} from '../../source/simulator/spoilt-events.js';

const texts = Array.from({length: 40}, (_, index) => `{"Event":"e${index}","Token":"T","Service":"sip","Data":{}}`);

const spoil = (kind: FaultKind, {rate = 1, seed = 1} = {}) => spoilEvents(texts, createDice([{kind, rate}], seed));

const parsed = (spoilt: readonly string[]) => spoilt.map((text): unknown => JSON.parse(text));

describe('spoilEvents', () => {
	it('does nothing without faults', () => {
		expect(spoilEvents(texts, createDice([], 1))).toEqual(texts);
	});

	it('leaves an empty answer empty', () => {
		expect(spoilEvents([], createDice([{kind: 'one-bad-event', rate: 1}], 1))).toEqual([]);
	});

	it('repeats events', () => {
		expect(spoil('duplicate')).toEqual(texts.flatMap(text => [text, text]));
	});

	it('shuffles events and loses none', () => {
		fc.assert(
			fc.property(fc.integer(), seed => {
				const shuffled = spoil('reorder', {seed});
				expect(shuffled).not.toEqual(texts);
				expect(shuffled.toSorted()).toEqual(texts.toSorted());
			}),
		);
	});

	it('loses events', () => {
		expect(spoil('lose')).toEqual([]);
		const kept = spoil('lose', {rate: 0.5});
		expect(kept.length).toBeGreaterThan(0);
		expect(kept.length).toBeLessThan(texts.length);
		expect(texts.filter(text => kept.includes(text))).toEqual(kept);
	});

	it('puts one thing that is no event among the good ones', () => {
		fc.assert(
			fc.property(fc.integer(), seed => {
				const spoilt = spoil('one-bad-event', {seed});
				expect(spoilt).toHaveLength(texts.length + 1);
				expect(spoilt.filter(text => texts.includes(text))).toEqual(texts);
				expect(parsed(spoilt)).toHaveLength(spoilt.length);
			}),
		);
	});

	it('changes the type of one value of each event and keeps it JSON', () => {
		for (const [index, event] of parsed(spoil('wrong-types')).entries()) {
			expect(event).not.toEqual(JSON.parse(texts[index] ?? ''));
			expect(event).toHaveProperty('Token', 'T');
		}
	});
});
