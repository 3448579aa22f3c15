import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {
	latestVersion,
	migrateSettings,
	type SettingsMigration,
	settingsMigrations,
	versionOf,
} from '../source/settings-migrations.js';

const migrations: readonly SettingsMigration[] = [
	({dark, ...others}) => ({...others, theme: dark === true ? 'dark' : 'light'}),
	({theme, ...others}) => ({...others, colours: theme}),
];

describe('migrateSettings', () => {
	it.each([
		[
			{dark: true, lang: 'fr'},
			{lang: 'fr', colours: 'dark', settingsVersion: 3},
		],
		[
			{dark: true, settingsVersion: 1},
			{colours: 'dark', settingsVersion: 3},
		],
		[
			{theme: 'mono', settingsVersion: 2},
			{colours: 'mono', settingsVersion: 3},
		],
		[
			{colours: 'mono', settingsVersion: 3},
			{colours: 'mono', settingsVersion: 3},
		],
		[
			{shades: 7, settingsVersion: 4},
			{shades: 7, settingsVersion: 4},
		],
		[
			{dark: true, settingsVersion: 'x'},
			{dark: true, settingsVersion: 'x'},
		],
	])('makes %j into %j', (stored, expected) => {
		expect(migrateSettings(stored, migrations)).toEqual(expected);
	});

	it('leaves files of today as they are', () => {
		expect(latestVersion(settingsMigrations)).toBe(1);
		expect(migrateSettings({lang: 'fr'}, settingsMigrations)).toEqual({lang: 'fr'});
	});

	it('has nothing to do the second time', () => {
		fc.assert(
			fc.property(fc.dictionary(fc.string(), fc.jsonValue()), stored => {
				const once = migrateSettings(stored, migrations);
				expect(migrateSettings(once, migrations)).toEqual(once);
			}),
		);
	});
});

describe('versionOf', () => {
	it.each([
		[{}, 1],
		[{settingsVersion: 7}, 7],
		[{settingsVersion: 0}, undefined],
		[{settingsVersion: 1.5}, undefined],
		[{settingsVersion: '2'}, undefined],
		[{settingsVersion: null}, undefined],
	])('of %j is %s', (stored, version) => {
		expect(versionOf(stored)).toBe(version);
	});
});
