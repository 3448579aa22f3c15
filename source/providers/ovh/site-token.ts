import type {SiteName} from '../../domain/units.js';

/** A site and the secret that lets it be listened to. */
export type SiteToken = {readonly site: SiteName; readonly token: string};

/** At least one. */
export type SiteTokens = readonly [SiteToken, ...(readonly SiteToken[])];

/** The site an event belongs to, by the token in it; the first one when it names none, or one that is not ours. */
export const siteByToken = (tokens: SiteTokens): ((token: string | undefined) => SiteName) => {
	const [{site: first}] = tokens;
	const sites = new Map(tokens.map(({site, token}) => [token.toUpperCase(), site]));
	// With one site there is nothing to look up, which is worth having: it is asked for every event.
	if (tokens.every(({site}) => site === first)) return () => first;
	return token => (token === undefined ? first : (sites.get(token.toUpperCase()) ?? first));
};

export const sitesOf = (tokens: SiteTokens): readonly SiteName[] => [...new Set(tokens.map(({site}) => site))];

/** Statuses that speak of the token. What the service really answers is not documented; these say it in HTTP's words. */
export const speaksOfToken = (status: number): boolean => status === 401 || status === 403;

export const refusalText = (status: number): string => `the service refuses the token (status ${status})`;
