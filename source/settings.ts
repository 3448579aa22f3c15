import {access} from 'node:fs/promises';
import {homedir} from 'node:os';
import {dirname, join} from 'node:path';
import {type Environment, variable} from './environment.js';
import {OptionsError} from './errors.js';
import {type FlagName, flagNames, flags} from './flags.js';
import {hideSecrets} from './quoting.js';

export type SettingName = FlagName | 'token' | 'tokenFile';

/** What the user keeps between runs. Values are texts, as typed; a switch is `yes` or `no`. */
export type Settings = {
	readonly path: string;
	readonly values: ReadonlyMap<SettingName, string>;
};

/**
Reads the settings file if there is one, and never writes it. Throws OptionsError, naming file and key, for a file that
is no JSON, an unknown key, or a value of the wrong type.
*/
export const readSettings = async (environment: Environment, platform: NodeJS.Platform): Promise<Settings> => {
	const path = settingsPath(environment, platform);
	const exists = await access(path).then(
		() => true,
		() => false,
	);
	return {path, values: exists ? await readFile(path) : new Map()};
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

const kept: readonly FlagName[] = flagNames.filter(name => flags[name].isSetting);

const schema = {
	...Object.fromEntries(
		kept.map(name => [name, {type: flags[name].kind === 'switch' ? 'boolean' : 'string'} as const]),
	),
	token: {type: 'string'},
	tokenFile: {type: 'string'},
} as const;

/** Conf and its validator cost more than the rest of the start: loaded only when there is a file. */
const readFile = async (path: string): Promise<Settings['values']> => {
	const {default: Conf} = await import('conf');
	try {
		const conf = new Conf<Record<string, string | boolean>>({
			cwd: dirname(path),
			configName: 'config',
			schema,
			rootSchema: {additionalProperties: false},
			// For the day the program writes: the file may hold a token.
			configFileMode: 0o600,
			clearInvalidConfig: false,
			accessPropertiesByDotNotation: false,
		});
		return new Map(Object.entries(conf.store).map(([name, value]) => [name as SettingName, textOf(value)]));
	} catch (error) {
		throw new OptionsError(`${path}: ${explain(error)}`, {cause: error});
	}
};

const textOf = (value: string | boolean): string => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : value);

const explain = (error: unknown): string => {
	if (error instanceof SyntaxError) return 'expected JSON, an object of settings';
	const message = hideSecrets(error instanceof Error ? error.message : String(error));
	const [, unknown] = /`([^`]*)` must NOT have additional properties/.exec(message) ?? [];
	if (unknown !== undefined) return `unknown setting "${unknown}": expected ${Object.keys(schema).join(', ')}`;
	return message.replace(/^Config schema violation: /, '').replaceAll('`', '"');
};
