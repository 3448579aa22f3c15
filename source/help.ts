import {type CommandName, commandNames, operands} from './command-names.js';
import {type FlagName, flagNames, flags, flagText} from './flags.js';
import {type HelpTexts, helpEn} from './i18n/help-en.js';
import {helpFr} from './i18n/help-fr.js';
import type {Language} from './i18n/languages.js';

export const helpTexts = (language: Language): HelpTexts => ({en: helpEn, fr: helpFr})[language];

/** What `--help` prints for a command: examples first. */
export const helpPage = (command: CommandName, language: Language): string => {
	const texts = helpTexts(language);
	const isBoard = command === 'board';
	const sections = [
		[texts[`about.${command}`]],
		section(texts['title.examples'], table(texts[`examples.${command}`])),
		isBoard ? section(texts['title.commands'], table(commandRows(texts))) : [],
		section(texts['title.flags'], table(flagRows(command, texts))),
		flags.tokenFile.commands.some(name => name === command) ? section(texts['title.token'], texts.token) : [],
		isBoard ? section(texts['title.more'], texts.more) : [],
	];
	return sections
		.filter(lines => lines.length > 0)
		.map(lines => lines.join('\n'))
		.join('\n\n');
};

type Row = readonly [string, string];

const commandRows = (texts: HelpTexts): readonly Row[] =>
	commandNames
		.slice(1)
		.map(name => [['ovh-cti-board', name, ...(operands[name] ?? [])].join(' '), texts[`about.${name}`]]);

const flagRows = (command: CommandName, texts: HelpTexts): readonly Row[] => [
	...flagNames
		.filter(name => flags[name].commands.some(allowed => allowed === command))
		.map((name): Row => [usageOf(name), texts[`flag.${name}`]]),
	['--help', texts['flag.help']],
	...(command === 'board' ? [['--version', texts['flag.version']] as const] : []),
];

/** What is on unless refused is listed as its refusal: that is what can be typed. */
const usageOf = (name: FlagName): string => {
	const {placeholder, isOn} = flags[name];
	if (isOn) return `--no-${flagText(name).slice(2)}`;
	return placeholder === undefined ? flagText(name) : `${flagText(name)} ${placeholder}`;
};

const section = (title: string, lines: readonly string[]): readonly string[] => [
	title,
	...lines.map(line => `  ${line}`),
];

const table = (rows: readonly Row[]): readonly string[] => {
	const width = Math.max(...rows.map(([left]) => left.length));
	return rows.map(([left, right]) => `${left.padEnd(width)}  ${right}`);
};
