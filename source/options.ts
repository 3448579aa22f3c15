import type {Arguments} from './arguments.js';
import {type Environment, localeLanguage, variable, wantsAscii, wantsColour} from './environment.js';
import {OptionsError} from './errors.js';
import {type FlagName, type FlagValues, flagNames, flags, flagText, type themeNames, variableOf} from './flags.js';
import type {Language} from './i18n/languages.js';
import type {ViewName} from './presentation/views.js';
import {quoted} from './quoting.js';
import type {Settings} from './settings.js';
import type {Fault} from './simulator/faults.js';

/** Everything a command needs to know, read once. Undefined: the part that uses it has a default of its own. */
export type Options = {
	/** Undefined: the provider's own. */
	readonly endpoint: URL | undefined;
	readonly tokenFile: string | undefined;
	readonly language: Language;
	readonly color: boolean;
	readonly ascii: boolean;
	readonly theme: (typeof themeNames)[number];
	readonly view: ViewName;
	readonly filter: string;
	readonly onlyActive: boolean;
	readonly json: boolean;
	readonly listenSeconds: number;
	readonly seed: number | undefined;
	readonly speed: number;
	readonly lines: number | undefined;
	readonly queues: number | undefined;
	readonly port: number;
	readonly faults: readonly Fault[];
};

export type OptionSources = {
	readonly arguments: Arguments;
	readonly environment: Environment;
	readonly settings: Settings;
	readonly platform: NodeJS.Platform;
};

/** Flag before environment before settings before default. Throws OptionsError for a value that is not what is expected. */
export const resolveOptions = (sources: OptionSources): Options => {
	const {environment, platform} = sources;
	const values = readValues(sources);
	return Object.freeze({
		endpoint: values.endpoint,
		tokenFile: values.tokenFile,
		language: resolveLanguage(sources),
		color: values.color ?? wantsColour(environment),
		ascii: values.ascii ?? wantsAscii(environment, platform),
		theme: values.theme ?? 'dark',
		view: values.view ?? 'overview',
		filter: values.filter ?? '',
		onlyActive: values.onlyActive ?? false,
		json: values.json ?? false,
		listenSeconds: values.for ?? 5,
		seed: values.seed,
		speed: values.speed ?? 1,
		lines: values.lines,
		queues: values.queues,
		port: values.port ?? 0,
		faults: readFaults(sources.arguments.given.get('fault') ?? []),
	});
};

/** The language alone, for help that is given whatever else is wrong. */
export const resolveLanguage = (sources: OptionSources): Language =>
	(readValue('lang', sources) as Language | undefined) ?? localeLanguage(sources.environment) ?? 'en';

const readValues = (sources: OptionSources): FlagValues => {
	const {command} = sources.arguments;
	const concerned = flagNames.filter(name => flags[name].commands.some(allowed => allowed === command));
	// Each reader gives the type its flag stands for in FlagValues.
	return Object.fromEntries(concerned.map(name => [name, readValue(name, sources)])) as FlagValues;
};

const readValue = (name: FlagName, sources: OptionSources): unknown => {
	const found = findText(name, sources);
	if (found === undefined) return undefined;
	const value = flags[name].read(found.text);
	if (value === undefined) throw refusal(name, found);
	return value;
};

/** A text and the place it comes from, as the user knows it. */
type Found = {readonly text: string; readonly place: string};

const findText = (name: FlagName, {arguments: {given}, environment, settings}: OptionSources): Found | undefined => {
	const typed = given.get(name)?.[0];
	if (typed !== undefined) return {text: typed, place: flagText(name)};
	if (!flags[name].isSetting) return undefined;
	const inEnvironment = variable(environment, variableOf(name));
	if (inEnvironment !== undefined) return {text: inEnvironment, place: variableOf(name)};
	const kept = settings.values.get(name);
	return kept === undefined ? undefined : {text: kept, place: `${name} in ${settings.path}`};
};

const readFaults = (texts: readonly string[]): readonly Fault[] =>
	texts.map(text => {
		const fault = flags.fault.read(text);
		if (fault === undefined) throw refusal('fault', {text, place: flagText('fault')});
		return fault;
	});

const refusal = (name: FlagName, {text, place}: Found): OptionsError =>
	new OptionsError(`${place}: expected ${flags[name].expected}, got ${quoted(text)}`);
