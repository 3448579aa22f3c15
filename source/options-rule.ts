import type {Patience} from './domain/event.js';
import {defaultServiceLevel, type ServiceLevelRule} from './domain/figures.js';
import {durationMs} from './domain/units.js';
import type {FlagValues} from './flags.js';

/** How the service level is reckoned: what is given, else the usual way. */
export const ruleOf = ({slFormula, slThreshold, slTarget, slShort}: FlagValues): ServiceLevelRule => ({
	formula: slFormula ?? defaultServiceLevel.formula,
	thresholdSeconds: slThreshold ?? defaultServiceLevel.thresholdSeconds,
	target: slTarget === undefined ? defaultServiceLevel.target : slTarget / 100,
	shortAbandonSeconds: slShort ?? defaultServiceLevel.shortAbandonSeconds,
});

const hourMs = 3_600_000;

/** How long calls and callers without news are believed in. */
export const patienceOf = ({expireCalls = 4, expireWaiting = 1}: FlagValues): Patience => ({
	conversation: durationMs(expireCalls * hourMs),
	waiting: durationMs(expireWaiting * hourMs),
});
