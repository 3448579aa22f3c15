import {type Environment, localeLanguage, variable, wantsAscii, wantsColour} from './environment.js';
import {OptionsError} from './errors.js';
import {type FlagName, variableOf} from './flags.js';
import type {Settings} from './settings.js';
import {type SettingName, settingNames, settingProblem, settingText} from './settings-schema.js';

/** What holds where no flag is given. */
export type EffectiveSetting = {
	readonly name: SettingName;
	/** Undefined: set nowhere, and what holds then has no text. */
	readonly value: string | undefined;
	readonly origin: 'environment' | 'file' | 'default';
};

export type SettingSources = {
	readonly environment: Environment;
	readonly platform: NodeJS.Platform;
	readonly settings: Settings;
};

/** All settings in the order of `settingNames`. Throws OptionsError for a variable with a bad value. */
export const effectiveSettings = (sources: SettingSources): readonly EffectiveSetting[] =>
	settingNames.map(name => effectiveSetting(name, sources));

/** Environment before settings file before default. Throws OptionsError for a variable with a bad value. */
export const effectiveSetting = (name: SettingName, sources: SettingSources): EffectiveSetting => {
	const inEnvironment = variable(sources.environment, variableOfSetting(name));
	if (inEnvironment !== undefined) {
		if (settingText(name, inEnvironment) !== undefined) return {name, value: inEnvironment, origin: 'environment'};
		throw new OptionsError(settingProblem(name, inEnvironment).replace(name, variableOfSetting(name)));
	}
	const kept = sources.settings.values.get(name);
	if (kept !== undefined) return {name, value: kept, origin: 'file'};
	return {name, value: defaults[name]?.(sources), origin: 'default'};
};

/** The token has a variable of the same form as the flags. */
export const variableOfSetting = (name: SettingName): string => variableOf(name as FlagName);

/** As text what options.ts takes where nothing is set; the test holds them together. */
const defaults: Readonly<Partial<Record<SettingName, (sources: SettingSources) => string>>> = {
	transport: () => 'auto',
	view: () => 'overview',
	filter: () => '',
	labels: () => '',
	onlyActive: () => 'no',
	theme: () => 'dark',
	color: ({environment}) => yesOrNo(wantsColour(environment)),
	ascii: ({environment, platform}) => yesOrNo(wantsAscii(environment, platform)),
	resetAt: () => '00:00',
	tz: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
	quietAfter: () => '2',
	expireCalls: () => '4',
	expireWaiting: () => '1',
	slFormula: () => 'F6',
	slThreshold: () => '20',
	slTarget: () => '80',
	slShort: () => '5',
	registered: () => 'no',
	exportTo: () => '.',
	popMode: () => 'popup',
	popEvents: () => 'ringing-started,caller-joined',
	popDirection: () => 'incoming',
	popOnly: () => '',
	popMethod: () => 'get',
	popTimeout: () => '10',
	allowExec: () => 'no',
	cache: () => 'yes',
	history: () => 'yes',
	historyDays: () => '400',
	lang: ({environment}) => localeLanguage(environment) ?? 'en',
};

const yesOrNo = (isSo: boolean): string => (isSo ? 'yes' : 'no');
