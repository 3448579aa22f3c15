import {describe, expect, it} from 'vitest';
import {DraftTable} from '../../source/domain/draft-table.js';

const original: ReadonlyMap<string, number> = new Map([
	['a', 1],
	['b', 2],
]);

const drafted = () => {
	const changes: (readonly [number | undefined, number | undefined])[] = [];
	const table = new DraftTable(original, (before, after) => changes.push([before, after]));
	return {table, changes};
};

describe('DraftTable', () => {
	it('is the original itself until something is written', () => {
		const {table, changes} = drafted();
		expect(table.set('a', 1)).toBe(false);
		expect(table.result()).toBe(original);
		expect(changes).toEqual([]);
	});

	it('gives what was written, and leaves the original as it was', () => {
		const {table} = drafted();
		expect([table.set('a', 3), table.set('c', 4)]).toEqual([true, true]);
		expect(table.get('a')).toBe(3);
		expect([...table.values()]).toEqual([3, 2, 4]);
		expect(table.result()).not.toBe(original);
		expect([...original.values()]).toEqual([1, 2]);
	});

	it('tells every value before and after', () => {
		const {table, changes} = drafted();
		table.set('a', 3);
		table.set('a', 3);
		table.set('c', 4);
		expect(changes).toEqual([
			[1, 3],
			[undefined, 4],
		]);
	});

	it('keeps what something is made of, and tells what went', () => {
		const {table, changes} = drafted();
		table.refill(value => (value === 1 ? undefined : value));
		expect([...table.result()]).toEqual([['b', 2]]);
		expect(changes).toEqual([[1, undefined]]);
	});
});
