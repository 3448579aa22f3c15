import {BoardError} from '../errors.js';
import {loginTexts} from '../i18n/login.js';
import {converse, type Prompt} from '../token-prompt.js';
import type {SiteToken} from '../token-text.js';
import type {CommandContext, TokenQuestion} from './command.js';
import {type Keeping, keepTokens} from './token-keeping.js';
import {talkTokens, trialOptions} from './token-talk.js';

/**
What the board does when there is no token anywhere: explains where one comes from, asks, tries it, and offers to keep it.
Throws InterruptedError after Ctrl-C, TokenMissingError when nothing is given.
*/
export const firstRun =
	({options, settings}: Pick<CommandContext, 'options' | 'settings'>): TokenQuestion =>
	terminal => {
		const texts = loginTexts(options.language);
		return converse(terminal, texts, async prompt => {
			const {tokens, outcome} = await talkTokens(prompt, trialOptions({options}));
			prompt.say(outcome.sentence);
			if (outcome.kind === 'unreachable') prompt.say(texts['trial.goesOn']);
			await offerToKeep(prompt, {tokens, keeping: {path: settings.path, texts}});
			return tokens;
		});
	};

type Offer = {readonly tokens: readonly SiteToken[]; readonly keeping: Keeping};

/** A token that cannot be kept is no reason to go without the board. */
const offerToKeep = async (prompt: Prompt, {tokens, keeping}: Offer): Promise<void> => {
	const {path, texts} = keeping;
	const answer = await prompt.askLine(texts['keep.question'](path));
	if (!texts['keep.yes'].split(' ').includes(answer.trim().toLowerCase())) return;
	try {
		for (const line of await keepTokens(tokens, keeping)) prompt.say(line);
	} catch (error) {
		if (!(error instanceof BoardError)) throw error;
		prompt.say(texts['keep.failed'](error.message));
	}
};
