// Keeping a token in the settings, and saying so.
import type {LoginTexts} from '../i18n/login-en.js';
import {readSettingsFile} from '../settings.js';
import {changeSettings} from '../settings-file.js';
import {type SiteToken, writeTokens} from '../token-text.js';

/** What keeps it, and in which words. */
export type Keeping = {readonly path: string; readonly texts: LoginTexts};

/** Keeps the tokens, and resolves with what is to be said of it. Throws as `changeSettings` does. */
export const keepTokens = async (tokens: readonly SiteToken[], {path, texts}: Keeping): Promise<readonly string[]> => {
	const {setAside} = await changeSettings(path, new Map([['token', writeTokens(tokens)]]));
	const remaining = await readSettingsFile(path).then(
		() => [],
		(problem: Error) => [texts['keep.remaining'](problem.message)],
	);
	return [
		texts['keep.done'](path),
		...(setAside === undefined ? [] : [texts['keep.setAside'](setAside)]),
		...remaining,
	];
};
