import {describe, expect, it} from 'vitest';
import {viewNames, views} from '../../source/presentation/views.js';

describe('views', () => {
	it('have a digit and a name of their own each', () => {
		expect(new Set(views.map(({digit}) => digit)).size).toBe(views.length);
		expect(new Set(viewNames).size).toBe(views.length);
	});

	it('are in the order of their digits', () => {
		expect(views.map(({digit}) => digit)).toEqual(views.map(({digit}) => digit).sort());
	});
});
