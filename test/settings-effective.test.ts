import {describe, expect, it} from 'vitest';
import {resolveOptions} from '../source/options.js';
import {
	effectiveSetting,
	effectiveSettings,
	type SettingSources,
	variableOfSetting,
} from '../source/settings-effective.js';
import {type SettingName, settingNames, settingRules} from '../source/settings-schema.js';

const token = '1738D072-64A1-4E2B-9C3D-0123456789AB';

const sources = ({
	values = {},
	environment = {},
}: {
	readonly values?: Readonly<Partial<Record<SettingName, string>>>;
	readonly environment?: Readonly<Record<string, string>>;
}): SettingSources => ({
	environment,
	platform: 'linux',
	settings: {
		path: '/etc/config.json',
		values: new Map(Object.entries(values) as [SettingName, string][]),
		warnings: [],
	},
});

describe('effectiveSetting', () => {
	it('takes the environment before the file before the default', () => {
		const values = {theme: 'mono'};
		expect(effectiveSetting('theme', sources({values, environment: {OVH_CTI_THEME: 'light'}}))).toEqual({
			name: 'theme',
			value: 'light',
			origin: 'environment',
		});
		expect(effectiveSetting('theme', sources({values}))).toMatchObject({value: 'mono', origin: 'file'});
		expect(effectiveSetting('theme', sources({}))).toMatchObject({value: 'dark', origin: 'default'});
	});

	it('knows nothing of a token that is not there', () => {
		expect(effectiveSetting('token', sources({}))).toMatchObject({value: undefined, origin: 'default'});
		expect(effectiveSetting('token', sources({environment: {OVH_CTI_TOKEN: token}}))).toMatchObject({
			origin: 'environment',
		});
	});

	it('names a variable with a bad value', () => {
		expect(() => effectiveSetting('resetAt', sources({environment: {OVH_CTI_RESET_AT: '25:00'}}))).toThrow(
			'OVH_CTI_RESET_AT: expected a time of day such as 00:00, or never, got "25:00"',
		);
	});
});

/** What is not there unless it is given. */
const textless: readonly string[] = ['endpoint', 'contacts', 'popUrl', 'popCommand', 'token', 'tokenFile'];

describe('effectiveSettings', () => {
	it('lists every setting once', () => {
		expect(effectiveSettings(sources({})).map(({name}) => name)).toEqual(settingNames);
	});

	it('has a default for all that has one as text', () => {
		const without = effectiveSettings(sources({})).filter(({value}) => value === undefined);
		expect(without.map(({name}) => name)).toEqual(textless);
	});

	it.each(settingNames.filter(name => ![...textless, 'tz'].includes(name)))(
		'says of %s what the options take by default',
		name => {
			const environment = {LANG: 'fr_FR.UTF-8', NO_COLOR: '1'};
			const {value = ''} = effectiveSetting(name, sources({environment}));
			expect(settingRules.get(name)?.read(value)).toBeDefined();
			const options = (given: SettingSources) =>
				resolveOptions({...given, arguments: {command: 'board', wants: 'run', operands: [], given: new Map()}});
			expect(options(sources({environment, values: {[name]: value}}))).toEqual(options(sources({environment})));
		},
	);
});

describe('variableOfSetting', () => {
	it.each([
		['token', 'OVH_CTI_TOKEN'],
		['tokenFile', 'OVH_CTI_TOKEN_FILE'],
		['onlyActive', 'OVH_CTI_ONLY_ACTIVE'],
	] as const)('is for %s %s', (name, variable) => {
		expect(variableOfSetting(name)).toBe(variable);
	});
});
