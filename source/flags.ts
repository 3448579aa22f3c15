// Every flag once: what it means, where it works, what it takes. Parsing, environment, settings and --help read this table.

import {readAddress, readChoice, readFault, readPositive, readSwitch, readText, readWhole} from './flag-values.js';
import {type Language, languageOf, languages} from './i18n/languages.js';
import {viewNames} from './presentation/views.js';
import {faultKinds} from './simulator/faults.js';
import {maxLines, maxQueues} from './simulator/phone-numbers.js';

/** The board is what runs without a command. */
export const commandNames = ['board', 'demo', 'simulate', 'tail', 'snapshot'] as const;

export type CommandName = (typeof commandNames)[number];

export const themeNames = ['dark', 'light', 'mono'] as const;

export type Flag<Value = unknown> = {
	readonly commands: readonly CommandName[];
	/** A switch takes no value and can be turned round, `--no-ascii`; a list can be given several times. */
	readonly kind: 'switch' | 'value' | 'list';
	/** What stands for the value in --help. */
	readonly placeholder?: string;
	/** What a value must be, for messages: “expected …”. */
	readonly expected: string;
	/** Undefined for a text that is not what is expected. */
	readonly read: (text: string) => Value | undefined;
	/** Also read from `OVH_CTI_…` and from the settings. */
	readonly isSetting: boolean;
};

const flag = <Value>(definition: Flag<Value>): Flag<Value> => definition;

const everywhere = commandNames;
const listening = ['board', 'tail', 'snapshot'] as const;
const onScreen = ['board', 'demo'] as const;
const simulated = ['demo', 'simulate'] as const;

const alternatives = (names: readonly string[]): string => `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;

const readLanguage = (text: string): Language | undefined => languageOf(text);

const switches = {kind: 'switch', expected: 'yes or no', read: readSwitch} as const;

const wholeNumber = ({from, to}: {readonly from: number; readonly to: number}) => ({
	kind: 'value' as const,
	placeholder: 'N',
	expected: `a whole number from ${from} to ${to}`,
	read: readWhole({from, to}),
	isSetting: false,
});

export const flags = {
	endpoint: flag({
		commands: listening,
		kind: 'value',
		placeholder: 'URL',
		expected: 'an address that begins with http:// or https://, without user and query',
		read: readAddress,
		isSetting: true,
	}),
	tokenFile: flag({
		commands: listening,
		kind: 'value',
		placeholder: 'PATH|-',
		expected: 'the path of a file, or - for standard input',
		read: readText,
		isSetting: false,
	}),
	view: flag({
		commands: onScreen,
		kind: 'value',
		placeholder: 'NAME',
		expected: alternatives(viewNames),
		read: readChoice(viewNames),
		isSetting: true,
	}),
	filter: flag({
		commands: onScreen,
		kind: 'value',
		placeholder: 'TEXT',
		expected: 'a text',
		read: readText,
		isSetting: true,
	}),
	onlyActive: flag({commands: onScreen, ...switches, isSetting: true}),
	theme: flag({
		commands: onScreen,
		kind: 'value',
		placeholder: 'NAME',
		expected: alternatives(themeNames),
		read: readChoice(themeNames),
		isSetting: true,
	}),
	color: flag({commands: everywhere, ...switches, isSetting: true}),
	ascii: flag({commands: onScreen, ...switches, isSetting: true}),
	json: flag({commands: ['tail'], ...switches, isSetting: false}),
	for: flag({
		commands: ['snapshot'],
		kind: 'value',
		placeholder: 'SECONDS',
		expected: 'a number of seconds, more than 0 and at most 86400',
		read: readPositive({to: 86_400}),
		isSetting: false,
	}),
	seed: flag({commands: simulated, ...wholeNumber({from: 0, to: 4_294_967_295})}),
	speed: flag({
		commands: simulated,
		kind: 'value',
		placeholder: 'X',
		expected: 'a number more than 0 and at most 1000',
		read: readPositive({to: 1000}),
		isSetting: false,
	}),
	lines: flag({commands: simulated, ...wholeNumber({from: 2, to: maxLines})}),
	queues: flag({commands: simulated, ...wholeNumber({from: 0, to: maxQueues})}),
	port: flag({commands: ['simulate'], ...wholeNumber({from: 0, to: 65_535})}),
	fault: flag({
		commands: simulated,
		kind: 'list',
		placeholder: 'KIND[:RATE]',
		expected: `KIND or KIND:RATE with a rate from 0 to 1; kinds: ${Object.keys(faultKinds).join(', ')}`,
		read: readFault,
		isSetting: false,
	}),
	lang: flag({
		commands: everywhere,
		kind: 'value',
		placeholder: languages.join('|'),
		expected: alternatives(languages),
		read: readLanguage,
		isSetting: true,
	}),
} as const;

export type FlagName = keyof typeof flags;

/** The values that can be given, by flag; undefined where none was. */
export type FlagValues = {
	readonly [Name in FlagName]: ((typeof flags)[Name] extends Flag<infer Value> ? Value : never) | undefined;
};

export const flagNames = Object.keys(flags) as readonly FlagName[];

export const isFlagName = (name: string): name is FlagName => Object.hasOwn(flags, name);

/** As typed: `onlyActive` is `--only-active`. */
export const flagText = (name: string): string => `--${name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`;

/** `onlyActive` is `OVH_CTI_ONLY_ACTIVE`. */
export const variableOf = (name: FlagName): string => `OVH_CTI_${name.replace(/[A-Z]/g, '_$&').toUpperCase()}`;
