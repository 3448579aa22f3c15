import {homedir} from 'node:os';
import {join} from 'node:path';
import {type Environment, variable} from './environment.js';
import {OptionsError} from './errors.js';
import {
	latestVersion,
	migrateSettings,
	type SettingsMigration,
	type StoredSettings,
	settingsMigrations,
	versionOf,
} from './settings-migrations.js';
import {checkSettings, type SettingName} from './settings-schema.js';
import {parseSettingsText, readSettingsText} from './settings-text.js';

export type {SettingName} from './settings-schema.js';

/** What the user keeps between runs. Values are texts, as typed; a switch is `yes` or `no`. */
export type Settings = {
	readonly path: string;
	readonly values: ReadonlyMap<SettingName, string>;
	/** What does not stop the program: a line each, naming file and key. */
	readonly warnings: readonly string[];
};

/** Reads the settings file if there is one; as `readSettingsFile`. */
export const readSettings = (environment: Environment, platform: NodeJS.Platform): Promise<Settings> =>
	readSettingsFile(settingsPath(environment, platform));

/**
Reads a settings file if there is one, and never writes it. Throws OptionsError, naming file and key, for a file that is no
JSON object, and for bad values. Of a file that a newer version wrote, what is known is taken; the rest is a warning.
*/
export const readSettingsFile = async (
	path: string,
	migrations: readonly SettingsMigration[] = settingsMigrations,
): Promise<Settings> => {
	const text = await readSettingsText(path);
	const stored = text === undefined ? {} : parsed(text, path);
	const {values, problems, remarks} = checkSettings(migrateSettings(stored, migrations));
	const version = versionOf(stored) ?? 1;
	const isNewer = version > latestVersion(migrations);
	if (problems.length > 0 && !isNewer) throw new OptionsError(`${path}: ${problems.join('; ')}`);
	const newer = `written by a newer version of ovh-cti-board (${version}, known is ${latestVersion(migrations)}); what is known is read`;
	const warnings = isNewer ? [newer, ...problems, ...remarks] : remarks;
	return {path, values, warnings: warnings.map(warning => `${path}: ${warning}`)};
};

const parsed = (text: string, path: string): StoredSettings => {
	try {
		return parseSettingsText(text);
	} catch (error) {
		throw new OptionsError(`${path}: ${error instanceof Error ? error.message : 'no settings'}`, {cause: error});
	}
};

/** `config.json` where the platform keeps such files. Source: the XDG base directory specification. */
export const settingsPath = (environment: Environment, platform: NodeJS.Platform): string =>
	join(configDirectory(environment, platform), 'ovh-cti-board', 'config.json');

const configDirectory = (environment: Environment, platform: NodeJS.Platform): string => {
	const home = variable(environment, 'HOME') ?? homedir();
	// The specification wants relative paths ignored.
	const xdg = variable(environment, 'XDG_CONFIG_HOME');
	if (xdg?.startsWith('/')) return xdg;
	if (platform === 'win32') return variable(environment, 'APPDATA') ?? join(home, 'AppData', 'Roaming');
	return platform === 'darwin' ? join(home, 'Library', 'Preferences') : join(home, '.config');
};
