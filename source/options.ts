import type {Arguments} from './arguments.js';
import type {Patience} from './domain/event.js';
import type {ServiceLevelRule} from './domain/figures.js';
import {type Environment, localeLanguage, variable, wantsAscii, wantsColour} from './environment.js';
import {OptionsError} from './errors.js';
import {type FlagName, type FlagValues, flagNames, flags, flagText, variableOf} from './flags.js';
import type {Language} from './i18n/languages.js';
import type {Moment} from './moments.js';
import {popOf} from './options-pop.js';
import {patienceOf, ruleOf} from './options-rule.js';
import type {ViewName} from './presentation/views.js';
import {quoted} from './quoting.js';
import type {PopRule} from './screen-pop/rule.js';
import type {Settings} from './settings.js';
import type {Fault} from './simulator/faults.js';

type Given<Name extends FlagName> = NonNullable<FlagValues[Name]>;

/** Everything a command needs to know, read once. Undefined: the part that uses it has a default of its own. */
export type Options = {
	/** Undefined: the provider's own. */
	readonly endpoint: URL | undefined;
	readonly transport: Given<'transport'>;
	readonly tokenFile: string | undefined;
	/** What stands after the command without dashes. */
	readonly operands: readonly string[];
	readonly language: Language;
	readonly color: boolean;
	readonly ascii: boolean;
	readonly theme: Given<'theme'>;
	readonly view: ViewName;
	readonly filter: string;
	/** The path of a CSV or vCard file with the user's own names of numbers. */
	readonly contacts: string | undefined;
	/** The same by number in the form providers give; they come before the file. Empty when none are given. */
	readonly labels: ReadonlyMap<string, string>;
	readonly onlyActive: boolean;
	/** Minutes after midnight at which the day's figures begin anew. */
	readonly resetAt: number | 'never';
	/** Undefined: the machine's own. */
	readonly tz: string | undefined;
	/** A connected feed without an event for so long is quiet. */
	readonly quietAfterMs: number;
	/** After so long without news, calls and callers are no longer believed in. */
	readonly patience: Patience;
	/** What is opened when a call comes in. */
	readonly pop: PopRule;
	/** How the service level is reckoned. */
	readonly rule: ServiceLevelRule;
	/** Where exported tables are written. */
	readonly exportTo: string;
	/** Whether telephones that register stand in the log. */
	readonly registered: boolean;
	/** Whether the day is kept on disk. */
	readonly cache: boolean;
	/** Whether calls that ended are kept on disk, and for how many days. */
	readonly history: boolean;
	readonly historyDays: number;
	readonly json: boolean;
	/** Where a replay begins, minutes after midnight; undefined: at its beginning. */
	readonly from: number | undefined;
	/** What a report is of; its beginning is also where a play begins. */
	readonly period: {readonly from: Moment | undefined; readonly to: Moment | undefined};
	/** What ended before it is deleted. */
	readonly before: Moment | undefined;
	/** Number or name; undefined: all queues. */
	readonly queue: string | undefined;
	readonly by: Given<'by'>;
	readonly format: Given<'format'>;
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
		contacts: values.contacts,
		labels: values.labels ?? new Map(),
		onlyActive: values.onlyActive ?? false,
		resetAt: values.resetAt ?? 0,
		tz: values.tz,
		quietAfterMs: (values.quietAfter ?? 2) * 60_000,
		patience: patienceOf(values),
		pop: popOf(values),
		rule: ruleOf(values),
		exportTo: values.exportTo ?? '.',
		registered: values.registered ?? false,
		cache: values.cache ?? true,
		history: values.history ?? true,
		historyDays: values.historyDays ?? 400,
		json: values.json ?? false,
		from: beginningOf(values, sources),
		period: {from: values.from, to: values.to},
		before: values.before,
		queue: values.queue,
		by: values.by ?? 'call',
		format: values.format ?? 'table',
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

/** A recording is of a day or two: its moments are times of day. */
const beginningOf = ({from}: FlagValues, {arguments: {command, given}}: OptionSources): number | undefined => {
	if (command !== 'replay' || from === undefined) return undefined;
	if (from.day === null && from.minutes !== null) return from.minutes;
	const text = quoted(given.get('from')?.[0] ?? '');
	throw new OptionsError(`${flagText('from')}: expected a time of day such as 09:30, got ${text}`);
};

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
