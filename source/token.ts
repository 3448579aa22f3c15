/** Tokens from the first place that has one. A token is in no message. */
import {readFile} from 'node:fs/promises';
import {text as readStream} from 'node:stream/consumers';
import {variable} from './environment.js';
import {OptionsError, TokenMissingError} from './errors.js';
import {quoted} from './quoting.js';
import {exposedFile, findTokenSource, type PlaceSources, placeName, type TokenPlace} from './token-place.js';
import {parseTokens, type SiteToken} from './token-text.js';

export type TokenSources = PlaceSources & {
	readonly stdin: NodeJS.ReadableStream & {readonly isTTY?: boolean};
	/** Asks the person at the terminal; undefined when there is none. */
	readonly ask: (() => Promise<readonly SiteToken[]>) | undefined;
};

/**
The tokens, one for each site. Throws TokenMissingError when no place has one, OptionsError for a token of the wrong form
or a file that cannot be read.
*/
export const findTokens = async (sources: TokenSources): Promise<readonly SiteToken[]> => {
	const {ask, stdin} = sources;
	const place = await findTokenSource(sources);
	// A token typed on standard input would be shown by the terminal; the prompt hides it.
	const isTyped = place?.kind === 'standard-input' && stdin.isTTY === true;
	if (ask && (!place || isTyped)) return ask();
	if (place) return parseTokens(await readPlace(place, sources), placeName(place));
	throw new TokenMissingError(
		'no token: give one in the variable OVH_CTI_TOKEN, or in a file with --token-file PATH (- for standard input)',
	);
};

const readPlace = async (place: TokenPlace, {environment, settings, stdin}: TokenSources): Promise<string> => {
	const {kind, path} = place;
	if (kind === 'standard-input') return readStream(stdin);
	if (kind === 'variable') return variable(environment, 'OVH_CTI_TOKEN') ?? '';
	if (kind === 'settings') return settings.values.get('token') ?? '';
	return readTokenFile(path ?? '', place);
};

const readTokenFile = async (path: string, {kind}: TokenPlace): Promise<string> => {
	try {
		return await readFile(path, 'utf8');
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
		throw new OptionsError(`${givenBy[kind] ?? kind}: cannot read ${quoted(path)} (${code})`, {cause: error});
	}
};

/** What names a file, for messages. */
const givenBy: Readonly<Partial<Record<TokenPlace['kind'], string>>> = {
	flag: '--token-file',
	'variable-file': 'OVH_CTI_TOKEN_FILE',
	'settings-file': 'tokenFile in the settings',
};

/** What is unwise about the place in use: a sentence for each. */
export const tokenWarnings = async (sources: PlaceSources, platform: NodeJS.Platform): Promise<readonly string[]> => {
	const place = await findTokenSource(sources);
	const path = place && (await exposedFile(place, platform));
	if (path === undefined) return [];
	return [`other users of this machine can read the token in ${quoted(path)}: run chmod 600 on that file`];
};
