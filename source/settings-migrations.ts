// Settings files of older versions are read as the newest; nothing is written for that alone.

/** A settings file as JSON: whatever it holds, known or not. */
export type StoredSettings = Readonly<Record<string, unknown>>;

/** Makes a file of one version into one of the next. The values are not checked yet. */
export type SettingsMigration = (stored: StoredSettings) => StoredSettings;

/** The first takes version 1 to 2, the next 2 to 3, and so on. */
export const settingsMigrations: readonly SettingsMigration[] = [];

/** Holds the version of a file; a file without it is of version 1. */
export const versionKey = 'settingsVersion';

/** The version this program writes. */
export const latestVersion = (migrations: readonly SettingsMigration[]): number => migrations.length + 1;

/** The version of a file; undefined when what stands there is none. */
export const versionOf = (stored: StoredSettings): number | undefined => {
	if (!Object.hasOwn(stored, versionKey)) return 1;
	const version = stored[versionKey];
	return typeof version === 'number' && Number.isSafeInteger(version) && version >= 1 ? version : undefined;
};

/** The same settings in the newest version. A file of a newer one, or of none that can be told, stays as it is. */
export const migrateSettings = (stored: StoredSettings, migrations: readonly SettingsMigration[]): StoredSettings => {
	const version = versionOf(stored);
	if (version === undefined || version >= latestVersion(migrations)) return stored;
	const migrated = migrations.slice(version - 1).reduce((older, migrate) => migrate(older), stored);
	return {...migrated, [versionKey]: latestVersion(migrations)};
};
