import {mkdir, realpath, rename} from 'node:fs/promises';
import {basename, dirname} from 'node:path';
import {BoardError, exitStatus, OptionsError} from './errors.js';
import {
	latestVersion,
	migrateSettings,
	type SettingsMigration,
	type StoredSettings,
	settingsMigrations,
	versionOf,
} from './settings-migrations.js';
import {isSettingName, settingProblem, settingText, unknownKey} from './settings-schema.js';
import {parseSettingsText, readSettingsText} from './settings-text.js';

/** The settings could not be kept: a full disk, a folder that is read-only. */
export class SettingsWriteError extends BoardError {
	override readonly name = 'SettingsWriteError';
	readonly code = 'SETTINGS_WRITE';
	readonly exitStatus = exitStatus.failure;
}

/** By key; undefined takes the key out. */
export type SettingsChanges = ReadonlyMap<string, string | number | boolean | undefined>;

export type SettingsChanged = {
	/** False: there was nothing to take out, and the file was not touched. */
	readonly isWritten: boolean;
	/** Where a file is now that was no JSON object; undefined when there was none of that kind. */
	readonly setAside: string | undefined;
};

/**
Writes settings, all at once or not at all: nobody sees half a file. Only its owner can read it, a folder that is missing is
made the same way, and a link stays a link. What is not changed stays, unknown keys and bad values too; a file that is no
JSON object is kept aside under another name. Throws OptionsError for an unknown key, a bad value and a file of a newer
version, SettingsWriteError when the file cannot be written.
*/
export const changeSettings = async (
	path: string,
	changes: SettingsChanges,
	migrations: readonly SettingsMigration[] = settingsMigrations,
): Promise<SettingsChanged> => {
	for (const [key, value] of changes) if (value !== undefined) check(key, value);
	const stored = storedIn(await readSettingsText(path));
	if (stored) refuseNewer(stored, {path, migrations});
	if (!needsWriting(stored, changes)) return {isWritten: false, setAside: undefined};
	try {
		await mkdir(dirname(path), {recursive: true, mode: 0o700});
		const setAside = stored ? undefined : await putAside(path);
		await write(path, before => changed(migrateSettings(before, migrations), changes));
		return {isWritten: true, setAside};
	} catch (error) {
		const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
		throw new SettingsWriteError(`${path}: cannot be written (${reason})`, {cause: error});
	}
};

const check = (key: string, value: string | number | boolean): void => {
	if (!isSettingName(key)) throw new OptionsError(unknownKey(key));
	if (settingText(key, value) === undefined) throw new OptionsError(settingProblem(key, value));
};

/** Empty when there is no file; undefined for one that is no JSON object. */
const storedIn = (text: string | undefined): StoredSettings | undefined => {
	try {
		return text === undefined ? {} : parseSettingsText(text);
	} catch {
		return undefined;
	}
};

/** What a newer version of this program means by its keys is not known here. */
const refuseNewer = (
	stored: StoredSettings,
	{path, migrations}: {readonly path: string; readonly migrations: readonly SettingsMigration[]},
): void => {
	if ((versionOf(stored) ?? 1) <= latestVersion(migrations)) return;
	throw new OptionsError(`${path}: a newer version of ovh-cti-board wrote this file: change it with that one`);
};

const needsWriting = (stored: StoredSettings | undefined, changes: SettingsChanges): boolean =>
	[...changes].some(([key, value]) => value !== undefined || !stored || Object.hasOwn(stored, key));

/** A file that a link leads to is renamed where it is, so that the link leads to the new one. */
const putAside = async (path: string): Promise<string> => {
	const file = await realpath(path);
	// The short form of ISO 8601: colons cannot stand in a name on every system.
	const aside = `${file}.broken-${new Date().toISOString().replace(/[-:]/g, '')}`;
	await rename(file, aside);
	return aside;
};

const changed = (stored: StoredSettings, changes: SettingsChanges): Record<string, unknown> =>
	Object.fromEntries(
		Object.entries({...stored, ...Object.fromEntries(changes)}).filter(([, value]) => value !== undefined),
	);

/** Conf takes longer to load than all else at the start: reading settings does without it. */
const write = async (path: string, change: (before: StoredSettings) => Record<string, unknown>): Promise<void> => {
	const {default: Conf} = await import('conf');
	const conf = new Conf<Record<string, unknown>>({
		cwd: dirname(path),
		configName: basename(path),
		fileExtension: '',
		// The file may hold a token.
		configFileMode: 0o600,
		clearInvalidConfig: false,
		accessPropertiesByDotNotation: false,
		deserialize: parseSettingsText,
		serialize: stored => `${JSON.stringify(stored, undefined, '\t')}\n`,
	});
	conf.store = change(conf.store);
};
