/** Where a token may be kept, in the order in which the places are asked. Values are read in `token.ts`. */
import {stat} from 'node:fs/promises';
import {join} from 'node:path';
import {type Environment, variable} from './environment.js';
import type {LoginTexts} from './i18n/login-en.js';
import {quoted} from './quoting.js';
import type {Settings} from './settings.js';

export type TokenPlaceKind =
	| 'standard-input'
	| 'flag'
	| 'variable'
	| 'variable-file'
	| 'credential'
	| 'settings'
	| 'settings-file';

/** A place that has a token. `path`: the file it is in, for those that are files. */
export type TokenPlace = {readonly kind: TokenPlaceKind; readonly path: string | undefined};

export type PlaceSources = {
	/** From `--token-file`; `-` is standard input. */
	readonly tokenFile: string | undefined;
	readonly environment: Environment;
	readonly settings: Settings;
};

/** The place whose token is used, without reading it; undefined when no place has one. */
export const findTokenSource = async (sources: PlaceSources): Promise<TokenPlace | undefined> => {
	for (const look of places) {
		const place = await look(sources);
		if (place) return place;
	}
	return undefined;
};

type Look = (sources: PlaceSources) => TokenPlace | undefined | Promise<TokenPlace | undefined>;

const fileNamed = (kind: TokenPlaceKind, path: string | undefined): TokenPlace | undefined =>
	path === undefined ? undefined : {kind, path};

/** What systemd hands over with `LoadCredential=ovh-cti-token:…`. Source: systemd.exec(5). */
const credential: Look = async ({environment}) => {
	const directory = variable(environment, 'CREDENTIALS_DIRECTORY');
	if (directory === undefined) return undefined;
	const path = join(directory, 'ovh-cti-token');
	return (await isMissing(path)) ? undefined : {kind: 'credential', path};
};

/** A file that is there and cannot be read is an error to be told, not a place to be passed over. */
const isMissing = (path: string): Promise<boolean> =>
	stat(path).then(
		() => false,
		error => error.code === 'ENOENT',
	);

const places: readonly Look[] = [
	({tokenFile}) => (tokenFile === '-' ? {kind: 'standard-input', path: undefined} : fileNamed('flag', tokenFile)),
	({environment}) =>
		variable(environment, 'OVH_CTI_TOKEN') === undefined ? undefined : {kind: 'variable', path: undefined},
	({environment}) => fileNamed('variable-file', variable(environment, 'OVH_CTI_TOKEN_FILE')),
	credential,
	({settings: {path, values}}) => (values.has('token') ? {kind: 'settings', path} : undefined),
	({settings: {values}}) => fileNamed('settings-file', values.get('tokenFile')),
];

/** The place as the user knows it, for messages; a path that may be a token is not repeated. */
export const placeName = ({kind, path = ''}: TokenPlace): string => names[kind](path);

const names: Readonly<Record<TokenPlaceKind, (path: string) => string>> = {
	'standard-input': () => 'standard input',
	flag: path => `--token-file ${quoted(path)}`,
	variable: () => 'OVH_CTI_TOKEN',
	'variable-file': path => `OVH_CTI_TOKEN_FILE ${quoted(path)}`,
	credential: path => `credential ${quoted(path)}`,
	settings: path => `token in ${path}`,
	'settings-file': path => `tokenFile ${quoted(path)} in the settings`,
};

/** The place a token comes from, in the user's language. */
export const placeText = ({kind, path = ''}: TokenPlace, texts: LoginTexts): string => {
	const text = texts[`place.${kind}`];
	return typeof text === 'string' ? text : text(quoted(path));
};

/**
The file a token is read from when other users of the machine can read it too, else undefined. Windows has no such modes,
and those of a credential are systemd's business: it uses access lists, which look like rights of the group.
*/
export const exposedFile = async ({kind, path}: TokenPlace, platform: NodeJS.Platform): Promise<string | undefined> => {
	if (path === undefined || kind === 'credential' || platform === 'win32') return undefined;
	const found = await stat(path).catch(() => undefined);
	return found?.isFile() && (found.mode & 0o077) !== 0 ? path : undefined;
};
