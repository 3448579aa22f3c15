import {describe, expect, it} from 'vitest';
import {
	brokenName,
	dayName,
	generationOf,
	isBrokenOf,
	keyOfFile,
	lockName,
	markOfTemporary,
	temporaryName,
} from '../../source/cache/file-names.js';
import {otherKey, someKey} from '../helpers/cache-directory.js';

const temporary = temporaryName(dayName(someKey), {mark: '812-0badcafe-1523', unique: '9f8e7d6c'});

describe('keyOfFile', () => {
	it.each([dayName(someKey), lockName(someKey, 12), brokenName(someKey, 1.5e12), temporary])(
		'knows %s as ours',
		name => {
			expect(keyOfFile(name)).toBe(someKey);
		},
	);

	it.each([
		'config.json',
		'history.sqlite',
		`${someKey}.txt`,
		`x${dayName(someKey)}`,
		`${dayName(someKey)}~`,
		'0.json',
	])('leaves %s alone', name => {
		expect(keyOfFile(name)).toBeNull();
	});
});

describe('generationOf', () => {
	it.each([
		[lockName(someKey, 12), 12],
		[lockName(otherKey, 12), null],
		[dayName(someKey), null],
		[`${someKey}.x.lock`, null],
	])('of %s is %s', (name, generation) => {
		expect(generationOf(name, someKey)).toBe(generation);
	});
});

describe('markOfTemporary', () => {
	it('gives back who writes', () => {
		expect(markOfTemporary(temporary)).toBe('812-0badcafe-1523');
	});

	it('also where the system tells no start times', () => {
		expect(markOfTemporary(temporaryName(dayName(someKey), {mark: '812--', unique: '9f8e7d6c'}))).toBe('812--');
	});

	it('knows what is none', () => {
		expect(markOfTemporary(dayName(someKey))).toBeNull();
	});
});

describe('isBrokenOf', () => {
	it('knows its own', () => {
		expect(isBrokenOf(brokenName(someKey, 5), someKey)).toBe(true);
		expect(isBrokenOf(brokenName(otherKey, 5), someKey)).toBe(false);
	});
});
