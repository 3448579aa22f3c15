// The conversation in which somebody gives a token: explained, asked for, tried, and asked for again when it is refused.

import {loginTexts} from '../i18n/login.js';
import {defaultEndpoint} from '../providers/ovh/endpoint.js';
import type {Prompt} from '../token-prompt.js';
import type {SiteToken} from '../token-text.js';
import type {CommandContext} from './command.js';
import {type TrialOptions, type TrialOutcome, tryTokens} from './token-trial.js';

export type GivenTokens = {readonly tokens: readonly SiteToken[]; readonly outcome: TrialOutcome};

/** What a trial needs to know, from what a command is given. */
export const trialOptions = ({options}: Pick<CommandContext, 'options'>): Omit<TrialOptions, 'signal'> => ({
	endpoint: options.endpoint ?? new URL(defaultEndpoint),
	language: options.language,
});

/** Tokens that the service does not refuse. Throws InterruptedError after Ctrl-C, TokenMissingError for an empty answer. */
export const talkTokens = async (prompt: Prompt, options: Omit<TrialOptions, 'signal'>): Promise<GivenTokens> => {
	const texts = loginTexts(options.language);
	prompt.say(texts['prompt.explanation']);
	for (;;) {
		const tokens = await prompt.askTokens();
		prompt.say(texts['trial.trying'](options.endpoint.host));
		const outcome = await prompt.during(signal => tryTokens(tokens, {...options, signal}));
		if (outcome.kind !== 'refused') return {tokens, outcome};
		prompt.say(`${outcome.sentence} ${texts['prompt.giveUp']}`);
	}
};
