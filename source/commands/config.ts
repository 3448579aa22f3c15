import {OptionsError} from '../errors.js';
import {configTexts} from '../i18n/config.js';
import {quoted} from '../quoting.js';
import {isSettingName, type SettingName, settingNames, unknownKey} from '../settings-schema.js';
import {actionNamed} from './actions.js';
import type {Command} from './command.js';
import {setSetting, unsetSetting} from './config-change.js';
import {getSetting, showSettings, validateSettings} from './config-show.js';
import {type ConfigTask, isSecret} from './config-task.js';

type Action = {
	/** What must stand after it. */
	readonly takes: readonly ('KEY' | 'VALUE')[];
	/** Why it is not done with a token. */
	readonly notWithToken?: string;
	readonly run: (task: ConfigTask, operands: readonly string[]) => Promise<void> | void;
};

/** `config`: tells, changes and checks the settings. Throws OptionsError for what it does not know and for bad values. */
export const config: Command = async context => {
	const [word = '', ...operands] = context.options.operands;
	const {takes, notWithToken, run} = actionNamed(word, {command: 'config', actions});
	const [key = ''] = operands;
	// Before all else: who is told that a value is missing would type a token.
	if (notWithToken !== undefined && isSecret(key)) throw new OptionsError(notWithToken);
	const expected = ['expected ovh-cti-board config', word, ...takes].join(' ');
	const missing = takes[operands.length];
	if (missing !== undefined) throw new OptionsError(`config ${word} needs ${missing}: ${expected}`);
	const surplus = operands[takes.length];
	if (surplus !== undefined) throw new OptionsError(`unexpected argument ${quoted(surplus)}: ${expected}`);
	await run({...context, words: configTexts(context.options.language)}, operands);
	return 0;
};

const actions: ReadonlyMap<string, Action> = new Map<string, Action>([
	['path', {takes: [], run: ({output, settings}) => output.line(settings.path)}],
	['show', {takes: [], run: task => showSettings(task)}],
	[
		'get',
		{
			takes: ['KEY'],
			notWithToken: 'a token is never shown: ovh-cti-board config show tells whether there is one',
			run: (task, [key = '']) => getSetting(task, settingNamed(key)),
		},
	],
	[
		'set',
		{
			takes: ['KEY', 'VALUE'],
			notWithToken:
				'a token is not given as an argument: every user of this machine can see those, and shells keep them in their history. ovh-cti-board login asks for it',
			run: (task, [key = '', value = '']) => setSetting(task, settingNamed(key), value),
		},
	],
	['unset', {takes: ['KEY'], run: (task, [key = '']) => unsetSetting(task, settingNamed(key))}],
	['validate', {takes: [], run: task => validateSettings(task)}],
]);

const settingNamed = (key: string): SettingName => {
	if (isSettingName(key)) return key;
	throw new OptionsError(`${unknownKey(key)}; settings are ${settingNames.join(', ')}`);
};
