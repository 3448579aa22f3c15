// Saves what was entered in the form of the screen pop. Loaded when somebody saves.
import {cleanText} from '../domain/text.js';
import {BoardError} from '../errors.js';
import {flags} from '../flags.js';
import type {Messages} from '../i18n/en.js';
import {resolveOptions} from '../options.js';
import {hideSecrets} from '../quoting.js';
import {readSettings, type Settings} from '../settings.js';
import {effectiveSetting} from '../settings-effective.js';
import {changeSettings, type SettingsChanges} from '../settings-file.js';
import {type PopFieldName, type PopTold, type PopValues, popFieldNames} from '../ui/pop-form.js';
import type {CommandContext} from './command.js';
import {storedValue} from './config-change.js';
import {fieldsOf, textsOf} from './pop-fields.js';
import type {Session} from './session.js';

type Saving = {readonly context: CommandContext; readonly session: Session; readonly messages: Messages};

/** Writes what differs from what holds now, and takes it over. A file in disorder is left as it is; the result says so. */
export const savePop = async (values: PopValues, saving: Saving): Promise<PopTold> => {
	try {
		return await save(values, saving);
	} catch (error) {
		if (!(error instanceof BoardError)) throw error;
		return {kind: 'bad', text: saving.messages['pop.told.notSaved'](cleanText(hideSecrets(error.message), 500))};
	}
};

const save = async (values: PopValues, {context, session, messages}: Saving): Promise<PopTold> => {
	const {
		environment,
		platform,
		arguments: {given},
	} = context;
	const before = textsOf(session.options().pop);
	const names = popFieldNames.filter(name => values[name] !== before[name]);
	if (names.length === 0) return {kind: 'done', text: messages['pop.told.same']};
	// Changing would put a file aside that is no JSON; here nobody asked for that.
	const found = await readSettings(environment, platform);
	if (names.includes('popMode') && values.popMode === 'exec' && !holdsPrograms(found, context)) {
		return {kind: 'bad', text: messages['pop.told.notAlone']};
	}
	await changeSettings(found.path, changesOf(names, values));
	const settings = await readSettings(environment, platform);
	await session.change({options: resolveOptions({...context, settings})});
	const by = fieldsOf(session.options().pop, {given, environment}).find(
		({name, overruledBy}) => overruledBy !== null && names.includes(name),
	)?.overruledBy;
	const text = by ? messages['pop.told.overruled'](found.path, by) : messages['pop.told.saved'](found.path);
	return {kind: 'done', text};
};

/** A flag that allows programs is not there at the next start, which would then be refused. */
const holdsPrograms = (settings: Settings, {environment, platform}: CommandContext): boolean => {
	const settingOf = (name: 'allowExec' | 'popCommand') =>
		effectiveSetting(name, {environment, platform, settings}).value;
	return flags.allowExec.read(settingOf('allowExec') ?? '') === true && settingOf('popCommand') !== undefined;
};

/** An empty text takes its key out. */
const changesOf = (names: readonly PopFieldName[], values: PopValues): SettingsChanges =>
	new Map(names.map(name => [name, values[name] === '' ? undefined : storedValue(name, values[name])]));
