import {TokenMissingError, TokenRefusedError} from '../errors.js';
import {loginTexts} from '../i18n/login.js';
import type {LoginTexts} from '../i18n/login-en.js';
import {quoted} from '../quoting.js';
import {findTokens} from '../token.js';
import {findTokenSource, placeText} from '../token-place.js';
import {converse} from '../token-prompt.js';
import type {SiteToken} from '../token-text.js';
import type {Command, CommandContext} from './command.js';
import {keepTokens} from './token-keeping.js';
import {type GivenTokens, talkTokens, trialOptions} from './token-talk.js';
import {tryTokens} from './token-trial.js';

/**
`login`: asks for the token, or reads it from a file, tries it, and keeps it. Throws TokenMissingError when there is
neither file nor terminal, TokenRefusedError, and keeps nothing, when the service refuses a token that was read.
*/
export const login: Command = async context => {
	const texts = loginTexts(context.options.language);
	const {tokens, outcome} = await givenTokens(context, texts);
	const isTried = outcome.kind !== 'unreachable';
	const lines = [
		outcome.sentence,
		...(await keepTokens(tokens, {path: context.settings.path, texts})),
		...(isTried ? [] : [texts['keep.untried']]),
		...(await outranked(context, texts)),
	];
	for (const line of lines) context.output.line(line);
	return 0;
};

const givenTokens = async (context: CommandContext, texts: LoginTexts): Promise<GivenTokens> => {
	const {options, stdin} = context;
	const isTyped = options.tokenFile === undefined || (options.tokenFile === '-' && stdin.isTTY === true);
	if (!isTyped) return triedTokens(await tokensOfFile(context), context);
	const terminal = context.openTerminal();
	if (terminal) return converse(terminal, texts, prompt => talkTokens(prompt, trialOptions(context)));
	throw new TokenMissingError(
		'no token: login asks for one at a terminal; without one, give it with --token-file PATH, or - for standard input',
	);
};

/** Only what was named counts: a token from anywhere else is not meant. */
const tokensOfFile = ({options, settings, stdin}: CommandContext): Promise<readonly SiteToken[]> =>
	findTokens({
		tokenFile: options.tokenFile,
		environment: {},
		settings: {...settings, values: new Map()},
		stdin,
		ask: undefined,
	});

const triedTokens = async (tokens: readonly SiteToken[], context: CommandContext): Promise<GivenTokens> => {
	const {signal} = new AbortController();
	const outcome = await tryTokens(tokens, {...trialOptions(context), signal});
	if (outcome.kind !== 'refused') return {tokens, outcome};
	const sites = tokens.length === 1 ? '' : ` of ${outcome.refused.map(site => quoted(site)).join(', ')}`;
	throw new TokenRefusedError(
		`the service refuses the token${sites}, and nothing is kept: check it, or make a new one`,
	);
};

/** Says when the board will use another token than the one that is kept. */
const outranked = async ({environment, settings}: CommandContext, texts: LoginTexts): Promise<readonly string[]> => {
	const none = {...settings, values: new Map()};
	const place = await findTokenSource({tokenFile: undefined, environment, settings: none});
	return place ? [texts['keep.outranked'](placeText(place, texts))] : [];
};
