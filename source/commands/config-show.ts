import {cleanText} from '../domain/text.js';
import type {ConfigTexts} from '../i18n/config-en.js';
import {type EffectiveSetting, effectiveSetting, effectiveSettings, variableOfSetting} from '../settings-effective.js';
import type {SettingName} from '../settings-schema.js';
import {readSettingsText} from '../settings-text.js';
import {columnLines} from './column-lines.js';
import {type ConfigTask, isSecret} from './config-task.js';

/** What is wrong with the file is the answer to whoever asks what it says. */
const refuseBroken = ({settingsProblem}: ConfigTask): void => {
	if (settingsProblem) throw settingsProblem;
};

/** `config show`: every setting, its value, where it comes from. Throws OptionsError for a bad file or variable. */
export const showSettings = (task: ConfigTask): void => {
	refuseBroken(task);
	const rows = effectiveSettings(task).map(setting => [
		setting.name,
		cleanText(shownValue(setting, task.words)),
		originOf(setting, task.words),
	]);
	for (const line of columnLines(rows)) task.output.line(line);
};

const shownValue = ({name, value}: EffectiveSetting, words: ConfigTexts): string => {
	if (value === undefined) return words[name === 'endpoint' ? 'config.builtIn' : 'config.notSet'];
	if (isSecret(name)) return words['config.hidden'];
	return value === '' ? '""' : value;
};

const originOf = ({name, origin}: EffectiveSetting, words: ConfigTexts): string => {
	if (origin === 'environment') return words['config.fromEnvironment'](variableOfSetting(name));
	return words[origin === 'file' ? 'config.fromFile' : 'config.fromDefault'];
};

/** `config get`: the value alone, for scripts; an empty line when there is none. */
export const getSetting = (task: ConfigTask, name: SettingName): void => {
	refuseBroken(task);
	const {value = ''} = effectiveSetting(name, task);
	task.output.line(value.replace(/\p{Cc}/gu, ''));
};

/** `config validate`: says that the file is in order. Throws OptionsError when it is not. */
export const validateSettings = async (task: ConfigTask): Promise<void> => {
	refuseBroken(task);
	const {path} = task.settings;
	const isThere = (await readSettingsText(path)) !== undefined;
	task.output.line(task.words[isThere ? 'config.valid' : 'config.noFile'](path));
};
