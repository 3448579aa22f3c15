import type {ServiceLevelRule} from '../domain/figures.js';
import type {Messages} from '../i18n/en.js';

/** How the service level is reckoned, by its name and as a fraction in words, and what is aimed at. */
export const serviceLevelText = (rule: ServiceLevelRule, messages: Messages): string => {
	const {formula, thresholdSeconds, shortAbandonSeconds, target} = rule;
	// Most formulas need one of the two.
	const say: (seconds: number, short: number) => string = messages[`formula.${formula}`];
	const words = say(thresholdSeconds, shortAbandonSeconds);
	return messages['help.serviceLevel'](formula, words, Math.round(target * 100));
};
