// Another token for the board that runs, typed into it.
import {loginTexts} from '../i18n/login.js';
import {findTokenSource} from '../token-place.js';
import type {SiteToken} from '../token-text.js';
import {readTypedTokens} from '../token-typed.js';
import type {CommandContext} from './command.js';
import type {Session} from './session.js';
import {keepTokens} from './token-keeping.js';
import {trialOptions} from './token-talk.js';
import {tryTokens} from './token-trial.js';

/**
Makes what takes a typed token: it is tried, replaces the one of its site, and is kept where the former one was kept in the
settings. The result says why a token is not taken; undefined: it is.
*/
export const tokenChanger =
	(context: CommandContext, session: Session) =>
	async (text: string): Promise<string | undefined> => {
		const options = session.options();
		const texts = loginTexts(options.language);
		const typed = readTypedTokens(text, texts);
		if ('sentence' in typed) return typed.sentence;
		const tokens = merged(session.source().tokens, typed.tokens);
		if (tokens === undefined) return texts['change.whichSite'];
		const {signal} = new AbortController();
		const outcome = await tryTokens(typed.tokens, {...trialOptions({options}), signal});
		if (outcome.kind === 'refused') return outcome.sentence;
		await session.change({source: {...session.source(), tokens}});
		await keepAgain(context, {tokens, options});
		return undefined;
	};

/** A token without a name is for the only site there is; undefined when there are several. */
const merged = (known: readonly SiteToken[], typed: readonly SiteToken[]): readonly SiteToken[] | undefined => {
	const [only] = known;
	const [first] = typed;
	if (typed.length === 1 && first?.site === 'default' && !known.some(({site}) => site === 'default'))
		return known.length === 1 && only ? [{...first, site: only.site}] : undefined;
	const kept = known.filter(({site}) => !typed.some(other => other.site === site));
	return [...kept, ...typed];
};

type Kept = {readonly tokens: readonly SiteToken[]; readonly options: CommandContext['options']};

/** Only where a token was kept before: typing one into a board is no wish to have it on disk. */
const keepAgain = async ({settings, environment}: CommandContext, {tokens, options}: Kept): Promise<void> => {
	const place = await findTokenSource({tokenFile: options.tokenFile, environment, settings});
	if (place?.kind === 'settings') await keepTokens(tokens, {path: settings.path, texts: loginTexts(options.language)});
};
