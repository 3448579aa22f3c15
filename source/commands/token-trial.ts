// Trying tokens before they are kept, and saying what became of it.

import type {Trial} from '../doctor/try-token.js';
import type {SiteName} from '../domain/units.js';
import {type Language, messagesFor} from '../i18n/languages.js';
import {loginTexts} from '../i18n/login.js';
import {quoted} from '../quoting.js';
import type {SiteToken} from '../token-text.js';

export type TrialOptions = {
	readonly endpoint: URL;
	readonly language: Language;
	readonly signal: AbortSignal;
};

/** Several tokens are what the worst of them is. `refused`: the sites whose token is. */
export type TrialOutcome = {
	readonly kind: Trial['kind'];
	readonly refused: readonly SiteName[];
	/** What is to be said of it. */
	readonly sentence: string;
};

/** Asks the service with each token at once. Rejects when the signal aborts. */
export const tryTokens = async (tokens: readonly SiteToken[], options: TrialOptions): Promise<TrialOutcome> => {
	const {endpoint, language, signal} = options;
	// The board starts without the HTTP client, which takes longer to load than drawing a frame.
	const {tryToken} = await import('../doctor/try-token.js');
	const trials = await Promise.all(
		tokens.map(async ({site, token}) => ({site, trial: await tryToken({endpoint, token}, signal)})),
	);
	return outcomeOf(trials, language);
};

type SiteTrial = {readonly site: SiteName; readonly trial: Trial};

const fromWorst: readonly Trial['kind'][] = ['refused', 'unreachable', 'not-refused', 'accepted'];

const outcomeOf = (trials: readonly SiteTrial[], language: Language): TrialOutcome => {
	const kind = fromWorst.find(candidate => trials.some(({trial}) => trial.kind === candidate)) ?? 'accepted';
	const concerned = trials.filter(({trial}) => trial.kind === kind);
	const refused = kind === 'refused' ? concerned.map(({site}) => site) : [];
	const texts = loginTexts(language);
	const sentences: Readonly<Record<Trial['kind'], () => string>> = {
		accepted: () => texts['trial.accepted'],
		'not-refused': () => texts['trial.not-refused'],
		refused: () =>
			trials.length === 1
				? texts['trial.refused']
				: texts['trial.refusedFor'](refused.map(site => quoted(site)).join(', ')),
		unreachable: () => texts['trial.unreachable'](reasonOf(concerned, language)),
	};
	return {kind, refused, sentence: sentences[kind]()};
};

const reasonOf = ([first]: readonly SiteTrial[], language: Language): string => {
	if (first?.trial.kind !== 'unreachable') return '';
	const {failure, detail} = first.trial;
	return `${messagesFor(language)[`failure.${failure}`]} (${detail})`;
};
