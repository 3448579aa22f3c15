import {describe, expect, it} from 'vitest';
import {joined} from '../../source/i18n/joined.js';

describe('joined', () => {
	it('holds what all tables hold', () => {
		const count = (value: number) => `${value} s`;
		expect(joined({one: 'a'}, {two: count}, {three: 'c'})).toEqual({one: 'a', two: count, three: 'c'});
	});
});
