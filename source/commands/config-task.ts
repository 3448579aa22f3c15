import type {ConfigTexts} from '../i18n/config-en.js';
import {isSettingName, settingRules} from '../settings-schema.js';
import type {CommandContext} from './command.js';

/** What an action of `config` is given. */
export type ConfigTask = Pick<
	CommandContext,
	'environment' | 'platform' | 'settings' | 'settingsProblem' | 'output'
> & {readonly words: ConfigTexts};

/** Whether the value of a setting is never shown. */
export const isSecret = (key: string): boolean => isSettingName(key) && settingRules.get(key)?.isSecret === true;
