// Every flag once: what it means, where it works, what it takes. Parsing, environment, settings and --help read this table.

import {commandNames} from './command-names.js';
import {alternatives, choice, duration, type Flag, flag, switches, text, wholeNumber} from './flag-shapes.js';
import {
	readAddress,
	readFault,
	readFilePath,
	readLabels,
	readNumber,
	readPositive,
	readResetTime,
	readText,
	readZone,
} from './flag-values.js';
import {type Language, languageOf, languages} from './i18n/languages.js';
import {expectedMoment, readMoment} from './moments.js';
import {popFlags} from './pop-flags.js';
import {viewNames} from './presentation/views.js';
import {faultKinds} from './simulator/faults.js';
import {maxLines, maxQueues} from './simulator/phone-numbers.js';

const transportNames = ['auto', 'v1', 'v2', 'websocket'] as const;

const themeNames = ['dark', 'light', 'mono'] as const;

const reportGroupings = ['call', 'hour', 'day', 'queue', 'agent'] as const;
const reportFormats = ['table', 'csv', 'json'] as const;

const everywhere = commandNames;
const listening = ['board', 'tail', 'snapshot', 'record', 'doctor'] as const;
const withToken = [...listening, 'login'] as const;
const onScreen = ['board', 'demo', 'replay'] as const;
const withFigures = ['board', 'demo', 'tail', 'snapshot', 'record', 'replay'] as const;
const reckoning = [...onScreen, 'snapshot', 'report'] as const;
const inSeconds = text('SECONDS', 'a number of seconds from 0 to 3600');
const formulaNames = ['F1', 'F2', 'F3', 'F4', 'F5', 'F6'] as const;
const withNames = ['board', 'demo', 'tail', 'replay', 'report'] as const;
const simulated = ['demo', 'simulate'] as const;

const readLanguage = (text: string): Language | undefined => languageOf(text);

export const flags = {
	endpoint: flag({
		commands: [...withToken, 'report'],
		...text('URL', 'an address that begins with http:// or https://, without user and query'),
		read: readAddress,
		isSetting: true,
	}),
	transport: flag({commands: withToken, ...choice(transportNames)}),
	tokenFile: flag({
		commands: withToken,
		...text('PATH|-', 'the path of a file, or - for standard input'),
		read: readText,
		isSetting: false,
	}),
	view: flag({commands: onScreen, ...choice(viewNames)}),
	filter: flag({
		commands: onScreen,
		...text('TEXT', 'a text'),
		read: readText,
		isSetting: true,
	}),
	contacts: flag({
		commands: withNames,
		...text('PATH', 'the path of a CSV or vCard file'),
		read: readFilePath,
		isSetting: true,
	}),
	labels: flag({
		commands: withNames,
		...text('NUMBER=NAME,…', 'NUMBER=NAME, several with commas between, each number once'),
		read: readLabels,
		isSetting: true,
	}),
	onlyActive: flag({commands: onScreen, ...switches, isSetting: true}),
	theme: flag({commands: onScreen, ...choice(themeNames)}),
	color: flag({commands: everywhere, ...switches, isSetting: true, isOn: true}),
	ascii: flag({commands: onScreen, ...switches, isSetting: true}),
	resetAt: flag({
		commands: [...withFigures, 'report', 'history'],
		...text('HH:MM|never', 'a time of day such as 00:00, or never'),
		read: readResetTime,
		isSetting: true,
	}),
	tz: flag({
		commands: everywhere,
		...text('ZONE', 'a time zone such as Europe/Paris'),
		read: readZone,
		isSetting: true,
	}),
	quietAfter: flag({commands: withFigures, ...duration('MINUTES', 1440), isSetting: true}),
	expireCalls: flag({commands: withFigures, ...duration('HOURS', 168), isSetting: true}),
	expireWaiting: flag({commands: withFigures, ...duration('HOURS', 168), isSetting: true}),
	slFormula: flag({commands: reckoning, ...choice(formulaNames)}),
	slThreshold: flag({commands: reckoning, ...inSeconds, read: readNumber({from: 0, to: 3600}), isSetting: true}),
	slTarget: flag({
		commands: reckoning,
		...text('PERCENT', 'a number from 0 to 100'),
		read: readNumber({from: 0, to: 100}),
		isSetting: true,
	}),
	slShort: flag({commands: reckoning, ...inSeconds, read: readNumber({from: 0, to: 3600}), isSetting: true}),
	registered: flag({commands: onScreen, ...switches, isSetting: true}),
	exportTo: flag({commands: onScreen, ...text('PATH', 'the path of a folder'), read: readText, isSetting: true}),
	...popFlags,
	cache: flag({commands: ['board'], ...switches, isSetting: true, isOn: true}),
	history: flag({commands: ['board'], ...switches, isSetting: true, isOn: true}),
	historyDays: flag({commands: ['board'], ...wholeNumber({from: 1, to: 36_500}), isSetting: true}),
	json: flag({commands: ['tail', 'replay'], ...switches, isSetting: false}),
	from: flag({
		commands: [...simulated, 'replay', 'report'],
		...text('WHEN', expectedMoment),
		read: readMoment,
		isSetting: false,
	}),
	to: flag({commands: ['report'], ...text('WHEN', expectedMoment), read: readMoment, isSetting: false}),
	before: flag({commands: ['history'], ...text('WHEN', expectedMoment), read: readMoment, isSetting: false}),
	queue: flag({
		commands: ['report'],
		...text('NUMBER|NAME', 'the number or name of a queue'),
		read: readText,
		isSetting: false,
	}),
	by: flag({commands: ['report'], ...choice(reportGroupings), isSetting: false}),
	format: flag({commands: ['report'], ...choice(reportFormats), isSetting: false}),
	anonymise: flag({commands: ['record', 'replay'], ...switches, isSetting: false}),
	maxSize: flag({
		commands: ['record'],
		...text('MB', 'a number of megabytes, more than 0 and at most 100000'),
		read: readPositive({to: 100_000}),
		isSetting: false,
	}),
	keep: flag({commands: ['record'], ...wholeNumber({from: 1, to: 10_000})}),
	for: flag({
		commands: ['snapshot', 'doctor'],
		...text('SECONDS', 'a number of seconds, more than 0 and at most 86400'),
		read: readPositive({to: 86_400}),
		isSetting: false,
	}),
	seed: flag({commands: simulated, ...wholeNumber({from: 0, to: 4_294_967_295})}),
	/** 0, as fast as possible, makes sense for a recording only. */
	speed: flag({
		commands: [...simulated, 'replay'],
		...text('X', 'a number from 0 to 1000; 0, as fast as possible, with replay only'),
		read: readNumber({from: 0, to: 1000}),
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
