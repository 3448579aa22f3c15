import {describe, expect, it} from 'vitest';
import {OptionsError} from '../source/errors.js';
import {popOf} from '../source/options-pop.js';
import {isPopOn} from '../source/screen-pop/rule.js';

const nothing = {
	popUrl: undefined,
	popMode: undefined,
	popEvents: undefined,
	popDirection: undefined,
	popOnly: undefined,
	popMethod: undefined,
	popTimeout: undefined,
	popCommand: undefined,
	allowExec: undefined,
};

describe('popOf', () => {
	it('opens nothing unless asked', () => {
		expect(isPopOn(popOf(nothing))).toBe(false);
		expect(isPopOn(popOf({...nothing, popUrl: 'https://crm.example/'}))).toBe(true);
	});

	it.each([
		[{popCommand: ['x']}, 'programs are run only with --allow-exec'],
		[{popCommand: ['x'], allowExec: false}, 'programs are run only with --allow-exec'],
		[{allowExec: true}, 'which program is said by --pop-command'],
	])('runs no program with %j', (some, reason) => {
		const values = {...nothing, popMode: 'exec', ...some} as const;
		expect(() => popOf(values)).toThrow(OptionsError);
		expect(() => popOf(values)).toThrow(reason);
	});

	it('runs one that is named and allowed', () => {
		const rule = popOf({...nothing, popMode: 'exec', popCommand: ['x'], allowExec: true, popTimeout: 2.5});
		expect(rule).toMatchObject({mode: 'exec', command: ['x'], timeoutMs: 2500});
		expect(isPopOn(rule)).toBe(true);
	});
});
