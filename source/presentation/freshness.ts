import type {Feed} from '../domain/feed.js';
import type {SiteName} from '../domain/units.js';

/** Whose figures are the truth of now: those of connected feeds, quiet or not. */
export type Freshness = {
	readonly sites: ReadonlySet<SiteName>;
	/** False when some feed is down, refused or connecting, or none is known: totals may be wrong then. */
	readonly isWhole: boolean;
};

type Feeds = ReadonlyMap<SiteName, Pick<Feed, 'site' | 'condition'>>;

/** Judges the feeds; the same object as before while nothing changed, so that nothing is drawn anew for it. */
export const createFreshness = (): ((feeds: Feeds) => Freshness) => {
	let madeOf: Feeds | undefined;
	let known: Freshness = {sites: new Set(), isWhole: false};
	return feeds => {
		if (madeOf === feeds) return known;
		madeOf = feeds;
		const sites = connected(feeds);
		const isWhole = feeds.size > 0 && sites.length === feeds.size;
		if (!isSame(known, sites, isWhole)) known = {sites: new Set(sites), isWhole};
		return known;
	};
};

const connected = (feeds: Feeds): readonly SiteName[] =>
	[...feeds.values()].filter(({condition}) => condition.kind === 'live').map(({site}) => site);

const isSame = (known: Freshness, sites: readonly SiteName[], isWhole: boolean): boolean =>
	known.isWhole === isWhole && known.sites.size === sites.length && sites.every(site => known.sites.has(site));
