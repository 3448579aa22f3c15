import {resolve} from 'node:path';
import {variable} from '../environment.js';
import {OptionsError} from '../errors.js';
import {quoted} from '../quoting.js';
import {readSettingsFile} from '../settings.js';
import {variableOfSetting} from '../settings-effective.js';
import {changeSettings, type SettingsChanged, type SettingsChanges} from '../settings-file.js';
import {type SettingName, settingProblem, settingRules} from '../settings-schema.js';
import type {ConfigTask} from './config-task.js';

/** `config set`: says what it did, and what comes before it. Throws OptionsError for a bad value. */
export const setSetting = async (task: ConfigTask, name: SettingName, text: string): Promise<void> => {
	const {environment, output, settings, words} = task;
	const value = storedValue(name, text);
	await change(task, new Map([[name, value]]));
	const shown = typeof value === 'string' ? quoted(value) : String(value);
	output.line(words['config.set'](name, shown, settings.path));
	const first = variableOfSetting(name);
	if (variable(environment, first) !== undefined) output.line(words['config.overridden'](first));
};

/** As it is written: numbers and switches as JSON has them, names as they are known, a path that holds everywhere. */
export const storedValue = (name: SettingName, text: string): string | number | boolean => {
	const value = settingRules.get(name)?.read(text);
	if (value === undefined) throw new OptionsError(settingProblem(name, text));
	if (name === 'tokenFile') return resolve(text);
	if (typeof value === 'boolean' || typeof value === 'string') return value;
	return typeof value === 'number' && String(value) === text ? value : text;
};

/** `config unset`: the next place that has a value, or the default, holds again. */
export const unsetSetting = async (task: ConfigTask, name: SettingName): Promise<void> => {
	const {isWritten} = await change(task, new Map([[name, undefined]]));
	task.output.line(task.words[isWritten ? 'config.unset' : 'config.wasNotSet'](name, task.settings.path));
};

/** Says what became of a broken file, and what is still wrong with one that has bad values. */
const change = async (
	{output, settings: {path}, words}: ConfigTask,
	changes: SettingsChanges,
): Promise<SettingsChanged> => {
	const done = await changeSettings(path, changes);
	if (done.setAside !== undefined) output.line(words['config.setAside'](done.setAside));
	await readSettingsFile(path).catch((problem: Error) => output.line(words['config.remaining'](problem.message)));
	return done;
};
