import type {Arguments} from './arguments.js';
import type {Patience} from './domain/event.js';
import {durationMs} from './domain/units.js';
import {type Environment, localeLanguage, variable, wantsAscii, wantsColour} from './environment.js';
import {OptionsError} from './errors.js';
import {
	type FlagName,
	type FlagValues,
	flagNames,
	flags,
	flagText,
	type themeNames,
	type transportNames,
	variableOf,
} from './flags.js';
import type {Language} from './i18n/languages.js';
import type {ViewName} from './presentation/views.js';
import {quoted} from './quoting.js';
import type {Settings} from './settings.js';
import type {Fault} from './simulator/faults.js';

/** Everything a command needs to know, read once. Undefined: the part that uses it has a default of its own. */
export type Options = {
	/** Undefined: the provider's own. */
	readonly endpoint: URL | undefined;
	readonly transport: (typeof transportNames)[number];
	readonly tokenFile: string | undefined;
	/** What stands after the command without dashes. */
	readonly operands: readonly string[];
	readonly language: Language;
	readonly color: boolean;
	readonly ascii: boolean;
	readonly theme: (typeof themeNames)[number];
	readonly view: ViewName;
	readonly filter: string;
	readonly onlyActive: boolean;
	/** Minutes after midnight at which the day's figures begin anew. */
	readonly resetAt: number | 'never';
	/** Undefined: the machine's own. */
	readonly tz: string | undefined;
	/** A connected feed without an event for so long is quiet. */
	readonly quietAfterMs: number;
	/** After so long without news, calls and callers are no longer believed in. */
	readonly patience: Patience;
	/** Whether the day is kept on disk. */
	readonly cache: boolean;
	readonly json: boolean;
	/** Where a replay begins, minutes after midnight; undefined: at its beginning. */
	readonly from: number | undefined;
	readonly anonymise: boolean;
	/** A recording grows to this size before another file is begun, and so many of them are kept. */
	readonly maxBytes: number;
	readonly keep: number;
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
		transport: values.transport ?? 'auto',
		operands: sources.arguments.operands,
		tokenFile: values.tokenFile,
		language: resolveLanguage(sources),
		color: values.color ?? wantsColour(environment),
		ascii: values.ascii ?? wantsAscii(environment, platform),
		theme: values.theme ?? 'dark',
		view: values.view ?? 'overview',
		filter: values.filter ?? '',
		onlyActive: values.onlyActive ?? false,
		resetAt: values.resetAt ?? 0,
		tz: values.tz,
		quietAfterMs: (values.quietAfter ?? 2) * 60_000,
		patience: {
			conversation: durationMs((values.expireCalls ?? 4) * hourMs),
			waiting: durationMs((values.expireWaiting ?? 1) * hourMs),
		},
		cache: values.cache ?? true,
		json: values.json ?? false,
		from: values.from,
		anonymise: values.anonymise ?? false,
		maxBytes: (values.maxSize ?? 100) * 1_000_000,
		keep: values.keep ?? 10,
		listenSeconds: values.for ?? (sources.arguments.command === 'doctor' ? 10 : 5),
		seed: values.seed,
		speed: speedOf(values, sources),
		lines: values.lines,
		queues: values.queues,
		port: values.port ?? 0,
		faults: readFaults(sources.arguments.given.get('fault') ?? []),
	});
};

const hourMs = 3_600_000;

/** A play cannot be over at once; a recording can. */
const speedOf = ({speed = 1}: FlagValues, {arguments: {command}}: OptionSources): number => {
	if (speed > 0 || command === 'replay') return speed;
	throw refusal('speed', {text: '0', place: flagText('speed')});
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
