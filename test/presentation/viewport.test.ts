import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {moveIn, viewportAround} from '../../source/presentation/viewport.js';

const lists = fc.uniqueArray(fc.integer(), {minLength: 1, maxLength: 30});

describe('viewportAround', () => {
	it('shows the selected item, and as many as fit', () => {
		fc.assert(
			fc.property(fc.integer({min: 1, max: 200}), fc.integer({min: 1, max: 50}), fc.nat(199), (total, page, nth) => {
				const selected = nth % total;
				const {first, count} = viewportAround(selected, {total, page});
				expect(count).toBe(Math.min(page, total));
				expect(first).toBeGreaterThanOrEqual(0);
				expect(first + count).toBeLessThanOrEqual(total);
				expect(selected).toBeGreaterThanOrEqual(first);
				expect(selected).toBeLessThan(first + count);
			}),
		);
	});

	it('stays at the top until the selected item would leave the page', () => {
		expect(viewportAround(4, {total: 20, page: 5}).first).toBe(0);
		expect(viewportAround(5, {total: 20, page: 5}).first).toBe(1);
	});

	it('stays at the top without a selected item', () => {
		expect(viewportAround(-1, {total: 20, page: 5})).toEqual({first: 0, count: 5, total: 20});
	});

	it('shows nothing of nothing', () => {
		expect(viewportAround(0, {total: 0, page: 5})).toEqual({first: 0, count: 0, total: 0});
	});
});

describe('moveIn', () => {
	it.each([
		['forward', 'b', 1, 'c'],
		['back', 'b', -1, 'a'],
		['not past the end', 'b', 9, 'd'],
		['not past the start', 'b', -9, 'a'],
		['to the end', 'b', Number.POSITIVE_INFINITY, 'd'],
		['to the start', 'c', Number.NEGATIVE_INFINITY, 'a'],
	])('moves %s', (_, from, by, to) => {
		expect(moveIn(['a', 'b', 'c', 'd'], {from, by})).toBe(to);
	});

	it.each([null, 'gone'])('starts at the first item forward and at the last one back when it is on %s', from => {
		expect(moveIn(['a', 'b', 'c'], {from, by: 1})).toBe('a');
		expect(moveIn(['a', 'b', 'c'], {from, by: -1})).toBe('c');
		expect(moveIn(['a', 'b', 'c'], {from, by: Number.NEGATIVE_INFINITY})).toBe('a');
		expect(moveIn(['a', 'b', 'c'], {from, by: Number.POSITIVE_INFINITY})).toBe('c');
	});

	it('has nowhere to go in an empty list', () => {
		expect(moveIn([], {from: 'a', by: 1})).toBeNull();
	});

	it('always ends on an item, and comes back when no end was in the way', () => {
		fc.assert(
			fc.property(lists, fc.nat(29), fc.integer({min: -40, max: 40}), (items, nth, by) => {
				const from = items[nth % items.length] ?? null;
				const to = moveIn(items, {from, by});
				expect(items).toContain(to);
				const isInside = nth % items.length === Math.max(0, Math.min(items.length - 1, (nth % items.length) + by)) - by;
				if (isInside) expect(moveIn(items, {from: to, by: -by})).toBe(from);
			}),
		);
	});
});
