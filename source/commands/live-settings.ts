// Settings that change while the board runs.
import {OptionsError, TokenMissingError} from '../errors.js';
import {resolveOptions} from '../options.js';
import {readSettings, type Settings} from '../settings.js';
import {watchSettings} from '../settings-watch.js';
import {findTokens} from '../token.js';
import {findTokenSource, type TokenPlaceKind} from '../token-place.js';
import type {SiteToken} from '../token-text.js';
import type {CommandContext} from './command.js';
import type {Listening} from './listen.js';
import type {Session} from './session.js';

/** Takes over what changes in the settings file, and says so in the log; a file in disorder changes nothing. Ends with the signal. */
export const followSettings = (
	context: CommandContext,
	{
		session,
		listening,
		signal,
	}: {readonly session: Session; readonly listening: Listening; readonly signal: AbortSignal},
): void => {
	let known = tokensOf(context, context.settings);
	const reload = async (): Promise<void> => {
		const settings = await readSettings(context.environment, context.platform);
		const options = resolveOptions({...context, settings});
		const [before, after] = [await known, await tokensOf(context, settings)];
		known = Promise.resolve(after);
		// A token typed into the running board stays until the one in the settings is another.
		const isOther = after.length > 0 && JSON.stringify(before) !== JSON.stringify(after);
		await session.change({options, ...(isOther ? {source: {...session.source(), tokens: after}} : {})});
	};
	const say = (problem?: string): void => {
		const what = problem === undefined ? {} : {problem};
		listening.store.dispatch([{type: 'settings-changed', at: listening.at(), ...what}]);
	};
	watchSettings(
		context.settings.path,
		() => {
			reload().then(
				() => say(),
				(error: unknown) => say(reasonOf(error)),
			);
		},
		signal,
	);
};

/** Places that are read once, and whose tokens no change of the settings changes. */
const readOnce: ReadonlySet<TokenPlaceKind> = new Set(['standard-input', 'variable']);

/** The tokens the settings lead to at present; none where they come from elsewhere. */
const tokensOf = async (context: CommandContext, settings: Settings): Promise<readonly SiteToken[]> => {
	const sources = {tokenFile: context.options.tokenFile, environment: context.environment, settings};
	const place = await findTokenSource(sources);
	if (!place || readOnce.has(place.kind)) return [];
	return findTokens({...sources, stdin: process.stdin, ask: undefined});
};

const reasonOf = (error: unknown): string => {
	if (error instanceof OptionsError || error instanceof TokenMissingError) return error.message;
	throw error;
};
