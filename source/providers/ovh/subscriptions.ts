import type {SiteName} from '../../domain/units.js';
import type {SiteToken, SiteTokens} from './site-token.js';
import type {Timers} from './timers.js';

/** Which tokens a session serves, and which the service refuses. */
export type Subscriptions = {
	/** Those the session is to be told now: new to it, or refused long enough ago. All of them while it serves none. */
	due(): readonly SiteToken[];
	accepted(entry: SiteToken): void;
	refused(entry: SiteToken, reason: string): void;
	/** It was tried again and nothing was learnt: it stays refused. False for one that was not, or while none is served. */
	stayedRefused(entry: SiteToken): boolean;
	/** A new session serves none yet. */
	forget(): void;
	servesAny(): boolean;
	/** Why, by site. */
	reasons(): ReadonlyMap<SiteName, string>;
};

export const createSubscriptions = (
	tokens: SiteTokens,
	{timers, retryMs}: {readonly timers: Timers; readonly retryMs: number},
): Subscriptions => {
	const served = new Set<SiteToken>();
	const refusals = new Map<SiteToken, {readonly reason: string; readonly at: number}>();
	const isDue = (entry: SiteToken): boolean => {
		const refusal = refusals.get(entry);
		if (served.has(entry)) return false;
		return served.size === 0 || refusal === undefined || timers.now() - refusal.at >= retryMs;
	};
	const refused = (entry: SiteToken, reason: string): void => {
		refusals.set(entry, {reason, at: timers.now()});
	};
	return {
		due: () => tokens.filter(isDue),
		accepted: entry => {
			served.add(entry);
			refusals.delete(entry);
		},
		refused,
		stayedRefused: entry => {
			const refusal = refusals.get(entry);
			if (refusal === undefined || served.size === 0) return false;
			refused(entry, refusal.reason);
			return true;
		},
		forget: () => served.clear(),
		servesAny: () => served.size > 0,
		reasons: () => new Map([...refusals].map(([{site}, {reason}]) => [site, reason])),
	};
};
