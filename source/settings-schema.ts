// What a settings file may hold: a key for each flag that is a setting, and the token.

import {type FlagName, flagNames, flags} from './flags.js';
import {nearest} from './nearest.js';
import {quoted} from './quoting.js';
import {type StoredSettings, versionKey, versionOf} from './settings-migrations.js';

export type SettingName = FlagName | 'token' | 'tokenFile';

export type SettingRule = {
	/** What a value must be, for messages: “expected …”. */
	readonly expected: string;
	/** Undefined for a text that is not what is expected. */
	readonly read: (text: string) => unknown;
	/** What may stand in the file for it besides a text. */
	readonly alsoTakes: 'number' | 'boolean' | 'nothing';
	/** Its value is in no message. */
	readonly isSecret: boolean;
};

const ruleOfFlag = (name: FlagName): SettingRule => {
	const {expected, read, kind} = flags[name];
	return {expected, read, alsoTakes: kind === 'switch' ? 'boolean' : 'number', isSecret: false};
};

/** Standard input is not there at each run. */
const readPath = (text: string): string | undefined => (text === '' || text === '-' ? undefined : text);

/** The rules by key, in the order in which they are listed. */
export const settingRules: ReadonlyMap<SettingName, SettingRule> = new Map<SettingName, SettingRule>([
	...flagNames.filter(name => flags[name].isSetting).map(name => [name, ruleOfFlag(name)] as const),
	// Its form is checked where it is used, with the other places a token comes from.
	['token', {expected: 'a text', read: text => text, alsoTakes: 'nothing', isSecret: true}],
	['tokenFile', {expected: 'the path of a file', read: readPath, alsoTakes: 'nothing', isSecret: false}],
]);

export const settingNames: readonly SettingName[] = [...settingRules.keys()];

export const isSettingName = (name: string): name is SettingName => settingRules.has(name as SettingName);

/** What a file says, each key looked at on its own. */
export type CheckedSettings = {
	/** Texts as typed on the command line; a switch is `yes` or `no`. */
	readonly values: ReadonlyMap<SettingName, string>;
	/** A known key with a bad value each: key, what was expected, what was found. */
	readonly problems: readonly string[];
	/** An unknown key each, with the nearest known one. */
	readonly remarks: readonly string[];
};

export const checkSettings = (stored: StoredSettings): CheckedSettings => {
	const values = new Map<SettingName, string>();
	const problems = versionOf(stored) === undefined ? [versionProblem(stored[versionKey])] : [];
	const remarks: string[] = [];
	for (const [key, value] of Object.entries(stored)) {
		if (key === versionKey) continue;
		const text = isSettingName(key) ? settingText(key, value) : undefined;
		if (!isSettingName(key)) remarks.push(unknownKey(key));
		else if (text === undefined) problems.push(settingProblem(key, value));
		else values.set(key, text);
	}
	return {values, problems, remarks};
};

/** The text a value in the file stands for; undefined for one that is not what is expected. */
export const settingText = (name: SettingName, value: unknown): string | undefined => {
	const rule = settingRules.get(name);
	const text = rule && plainText(rule, value);
	return text === undefined || rule?.read(text) === undefined ? undefined : text;
};

const plainText = ({alsoTakes}: SettingRule, value: unknown): string | undefined => {
	if (typeof value === 'string') return value;
	if (typeof value !== alsoTakes) return undefined;
	return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
};

/** One clause for a message: `resetAt: expected a time of day such as 00:00, or never, got "25:00"`. */
export const settingProblem = (name: SettingName, value: unknown): string => {
	const rule = settingRules.get(name);
	return `${name}: expected ${rule?.expected}, got ${rule?.isSecret ? kindOf(value) : shown(value)}`;
};

const versionProblem = (value: unknown): string => `${versionKey}: expected a whole number from 1, got ${shown(value)}`;

const shown = (value: unknown): string => {
	if (typeof value === 'string') return quoted(value);
	return typeof value === 'object' && value !== null ? kindOf(value) : String(value);
};

const kindOf = (value: unknown): string => {
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'a list';
	return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
};

/** Also for keys asked for on the command line. */
export const unknownKey = (key: string): string => {
	const near = nearest(key, settingNames);
	return `unknown setting ${quoted(key)}${near === undefined ? '' : `, did you mean "${near}"?`}`;
};
