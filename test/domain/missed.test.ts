import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {addHole, type Hole, holesKept, missedMs} from '../../source/domain/missed.js';
import {at} from '../helpers/builders.js';

const hole = (from: number, to: number): Hole => ({from: at(from), to: at(to)});
const holesAfter = (...holes: readonly Hole[]) => holes.reduce<readonly Hole[]>(addHole, []);

describe('addHole', () => {
	it('keeps holes in order of time', () => {
		expect(holesAfter(hole(50, 60), hole(1, 5), hole(20, 30))).toEqual([hole(1, 5), hole(20, 30), hole(50, 60)]);
	});

	it.each([
		['overlap', [hole(1, 5), hole(3, 9)], [hole(1, 9)]],
		['touch', [hole(1, 5), hole(5, 9)], [hole(1, 9)]],
		['lie within another', [hole(2, 4), hole(1, 9)], [hole(1, 9)]],
		['are bridged by a third', [hole(1, 3), hole(5, 7), hole(2, 6)], [hole(1, 7)]],
	] as const)('makes one of holes that %s', (_, holes, joined) => {
		expect(holesAfter(...holes)).toEqual(joined);
	});

	it('changes nothing for a hole that is known, empty or inside out', () => {
		const known = holesAfter(hole(1, 9));
		for (const nothing of [hole(1, 9), hole(2, 3), hole(20, 20), hole(30, 20)])
			expect(addHole(known, nothing)).toBe(known);
	});

	it('makes one of the two closest when there are too many', () => {
		const many = Array.from({length: holesKept}, (_, index) => hole(index * 100, index * 100 + 10));
		const holes = holesAfter(...many, hole(330, 340));
		expect(holes).toHaveLength(holesKept);
		expect(holes[3]).toEqual(hole(300, 340));
	});

	it('keeps a few holes in order, apart, and covering all that was told', () => {
		const anyHole = fc.tuple(fc.nat(1000), fc.nat(30)).map(([from, length]) => hole(from, from + length));
		fc.assert(
			fc.property(fc.array(anyHole, {maxLength: 60}), told => {
				const holes = holesAfter(...told);
				expect(holes.length).toBeLessThanOrEqual(holesKept);
				expect(holes.filter(({from, to}, index) => from >= to || from <= (holes[index - 1]?.to ?? 0))).toEqual([]);
				const isCovered = (part: Hole) => holes.some(({from, to}) => from <= part.from && part.to <= to);
				expect(told.filter(part => part.from < part.to && !isCovered(part))).toEqual([]);
				expect(holes.reduce<readonly Hole[]>(addHole, holes)).toBe(holes);
			}),
		);
	});
});

describe('missedMs', () => {
	it('is the length of all holes', () => {
		expect(missedMs({missed: []})).toBe(0);
		expect(missedMs({missed: holesAfter(hole(1, 5), hole(3, 9), hole(20, 21))})).toBe(9000);
	});
});
