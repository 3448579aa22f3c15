import packageJson from '../package.json' with {type: 'json'};
import {type CommandName, commandNames, operands} from './command-names.js';
import {OptionsError} from './errors.js';
import {type FlagName, flagNames, flags, flagText, isFlagName} from './flags.js';
import {quoted} from './quoting.js';

/** What stands on the command line, taken apart; values are not read yet. */
export type Arguments = {
	readonly command: CommandName;
	readonly wants: 'run' | 'help' | 'version';
	/** What stands after the command without dashes: as many as it must have, and no more than it may. */
	readonly operands: readonly string[];
	/** Texts as typed; a switch is `yes` or `no`. */
	readonly given: ReadonlyMap<FlagName, readonly string[]>;
};

export const version: string = packageJson.version;

/** Throws OptionsError for what is no command, no flag, or a flag in the wrong place. */
export const parseArguments = async (argv: readonly string[]): Promise<Arguments> => {
	// The board is mostly started without arguments, and the parser takes as long to load as Node itself.
	if (argv.length === 0) return {command: 'board', wants: 'run', operands: [], given: new Map()};
	const {default: meow} = await import('meow');
	const {input, flags: found} = meow('', {
		importMeta: import.meta,
		pkg: {name: packageJson.name, version},
		argv: attachValues(argv),
		description: false,
		autoHelp: false,
		autoVersion: false,
		booleanDefault: undefined,
		flags: parserFlags,
	});
	return taken(input, found);
};

const taken = (input: readonly string[], found: Readonly<Record<string, unknown>>): Arguments => {
	const {help, version: wantsVersion, ...others} = found;
	const command = commandOf(input);
	const wants = isSet(help) ? 'help' : isSet(wantsVersion) ? 'version' : 'run';
	return {
		command,
		wants,
		operands: wants === 'run' ? operandsOf(command, input.slice(1)) : [],
		given: givenFlags(others, command),
	};
};

/** Throws OptionsError for one that is missing, and for one too many. */
const operandsOf = (command: CommandName, given: readonly string[]): readonly string[] => {
	const places = operands[command] ?? [];
	const missing = places.slice(given.length).find(place => !place.startsWith('['));
	if (missing !== undefined) {
		throw new OptionsError(`${command} needs ${missing}: expected ovh-cti-board ${command} ${places.join(' ')}`);
	}
	const surplus = given[places.length];
	if (surplus === undefined) return given;
	throw new OptionsError(`unexpected argument ${quoted(surplus)} after ${[command, ...places].join(' ')}`);
};

const listOf = (type: 'boolean' | 'string') => ({type, isMultiple: true}) as const;

const parserFlags = {
	...Object.fromEntries(flagNames.map(name => [name, listOf(flags[name].kind === 'switch' ? 'boolean' : 'string')])),
	help: {...listOf('boolean'), shortFlag: 'h'},
	version: listOf('boolean'),
} as const;

const namesByText: ReadonlyMap<string, FlagName> = new Map(flagNames.map(name => [flagText(name), name]));

/**
Joins each value to its flag, `--lang=fr`, since meow would neither take `-` or a text with a dash for a value nor tell
that a value is missing. Throws OptionsError for a missing value, and for a value after a switch.
*/
const attachValues = (argv: readonly string[]): string[] => {
	const attached: string[] = [];
	for (let index = 0; index < argv.length; index++) {
		const argument = argv[index] ?? '';
		if (argument === '--') return [...attached, ...argv.slice(index)];
		refuseToken(argument);
		const [, text = '', value] = /^(--[^=]+)(?:=(.*))?$/s.exec(argument) ?? [];
		const name = namesByText.get(text);
		if (name && flags[name].kind !== 'switch' && value === undefined) {
			index += 1;
			attached.push(`${text}=${checkedValue(name, argv[index])}`);
		} else {
			if (name && value !== undefined) checkAttached(name, value);
			attached.push(argument);
		}
	}
	return attached;
};

const checkedValue = (name: FlagName, value: string | undefined): string => {
	if (value !== undefined && value !== '' && !value.startsWith('--')) return value;
	throw new OptionsError(`${flagText(name)} needs a value: expected ${flags[name].expected}`);
};

const checkAttached = (name: FlagName, value: string): void => {
	if (flags[name].kind !== 'switch') checkedValue(name, value === '' ? undefined : `=${value}`);
	else throw new OptionsError(`${flagText(name)} takes no value; its opposite is --no-${flagText(name).slice(2)}`);
};

const refuseToken = (argument: string): void => {
	if (!/^--?token(=|$)/i.test(argument)) return;
	throw new OptionsError(
		'there is no --token: every user of this machine can see arguments, and shells keep them in their history. Give the token in the variable OVH_CTI_TOKEN, in a file with --token-file PATH, or on standard input with --token-file -',
	);
};

const commandOf = ([first]: readonly string[]): CommandName => {
	if (first === undefined) return 'board';
	const command = commandNames.find(name => name === first && name !== 'board');
	const known = commandNames.slice(1).join(', ');
	if (!command) throw new OptionsError(`unknown command ${quoted(first)}: expected ${known}, or none for the board`);
	return command;
};

const isSet = (value: unknown): boolean => Array.isArray(value) && value.includes(true);

const givenFlags = (
	found: Readonly<Record<string, unknown>>,
	command: CommandName,
): ReadonlyMap<FlagName, readonly string[]> => {
	const given = new Map<FlagName, readonly string[]>();
	for (const [name, values] of Object.entries(found)) {
		if (!isFlagName(name) || !Array.isArray(values)) throw unknownFlag(name, command);
		if (values.length > 0) given.set(name, textsOf(name, {values, command}));
	}
	return given;
};

const textsOf = (
	name: FlagName,
	{values, command}: {readonly values: readonly unknown[]; readonly command: CommandName},
): readonly string[] => {
	const {commands, kind} = flags[name];
	const text = flagText(name);
	if (!commands.some(allowed => allowed === command)) {
		throw new OptionsError(`${text} does not go with ${command}, only with ${commands.join(', ')}`);
	}
	if (kind !== 'list' && values.length > 1)
		throw new OptionsError(`${text} is given ${values.length} times, expected once`);
	return values.map(value => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)));
};

/** A long name is not repeated: it may be a token typed after two dashes. */
const unknownFlag = (name: string, command: CommandName): OptionsError => {
	const text = name.length === 1 ? `-${name}` : flagText(name);
	const shown = text.length > 24 ? 'unknown flag' : `unknown flag ${quoted(text)}`;
	const help = command === 'board' ? 'ovh-cti-board --help' : `ovh-cti-board ${command} --help`;
	return new OptionsError(`${shown}: ${help} lists the flags there are`);
};
