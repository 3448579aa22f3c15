/** Where tokens come from: the first place that has one wins. A token is in no message. */
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {text as readStream} from 'node:stream/consumers';
import {type Environment, variable} from './environment.js';
import {OptionsError, TokenMissingError} from './errors.js';
import {quoted} from './quoting.js';
import type {Settings} from './settings.js';
import {parseTokens, type SiteToken} from './token-text.js';

export type TokenSources = {
	/** From `--token-file`; `-` is standard input. */
	readonly tokenFile: string | undefined;
	readonly environment: Environment;
	readonly settings: Settings;
	readonly stdin: NodeJS.ReadableStream & {readonly isTTY?: boolean};
	/** Asks the person at the terminal; undefined when there is none. */
	readonly ask: (() => Promise<readonly SiteToken[]>) | undefined;
};

/**
The tokens, one for each site. Throws TokenMissingError when no place has one, OptionsError for a token of the wrong form
or a file that cannot be read.
*/
export const findTokens = async (sources: TokenSources): Promise<readonly SiteToken[]> => {
	const {ask, stdin, tokenFile} = sources;
	// A token typed on standard input would be shown by the terminal; the prompt hides it.
	if (ask && tokenFile === '-' && stdin.isTTY) return ask();
	const found = await firstText(sources);
	if (found) return parseTokens(found.text, found.place);
	if (ask) return ask();
	throw new TokenMissingError(
		'no token: give one in the variable OVH_CTI_TOKEN, or in a file with --token-file PATH (- for standard input)',
	);
};

type Found = {readonly text: string; readonly place: string};

const firstText = async ({tokenFile, environment, settings, stdin}: TokenSources): Promise<Found | undefined> => {
	if (tokenFile === '-') return {text: await readStream(stdin), place: 'standard input'};
	if (tokenFile !== undefined) return readTokenFile(tokenFile, '--token-file');
	const inEnvironment = variable(environment, 'OVH_CTI_TOKEN');
	if (inEnvironment !== undefined) return {text: inEnvironment, place: 'OVH_CTI_TOKEN'};
	const named = variable(environment, 'OVH_CTI_TOKEN_FILE');
	if (named !== undefined) return readTokenFile(named, 'OVH_CTI_TOKEN_FILE');
	return (await credential(environment)) ?? settingsText(settings);
};

const readTokenFile = async (path: string, place: string): Promise<Found> => {
	try {
		return {text: await readFile(path, 'utf8'), place: `${place} ${quoted(path)}`};
	} catch (error) {
		throw new OptionsError(`${place}: cannot read ${quoted(path)} (${codeOf(error)})`, {cause: error});
	}
};

/** What systemd hands over with `LoadCredential=ovh-cti-token:…`. Source: systemd.exec(5). */
const credential = async (environment: Environment): Promise<Found | undefined> => {
	const directory = variable(environment, 'CREDENTIALS_DIRECTORY');
	if (directory === undefined) return undefined;
	try {
		return await readTokenFile(join(directory, 'ovh-cti-token'), 'credential');
	} catch (error) {
		if (codeOf(error instanceof OptionsError ? error.cause : error) === 'ENOENT') return undefined;
		throw error;
	}
};

const settingsText = async ({path, values}: Settings): Promise<Found | undefined> => {
	const text = values.get('token');
	if (text !== undefined) return {text, place: `token in ${path}`};
	const file = values.get('tokenFile');
	return file === undefined ? undefined : readTokenFile(file, `tokenFile in ${path}`);
};

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'unknown');
