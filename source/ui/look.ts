import type {Board} from '../domain/board.js';
import {type About, everySite} from '../presentation/cells.js';
import {createFreshness, type Freshness} from '../presentation/freshness.js';
import {type Theme, type ToneStyles, toneStyles} from './theme.js';

/** How tones look, by whose news is drawn: muted where it may no longer be true. */
export type Look = {of(about: About): ToneStyles};

/** Follows the feeds; the same look as before while none is lost and none comes back. */
export const createLooks = (theme: Theme): ((feeds: Board['feeds']) => Look) => {
	const fresh = toneStyles(theme, {isStale: false});
	const stale = toneStyles(theme, {isStale: true});
	const judge = createFreshness();
	const lookFor = ({sites, isWhole}: Freshness): Look => ({
		of(about) {
			if (about === null) return fresh;
			return (about === everySite ? isWhole : sites.has(about)) ? fresh : stale;
		},
	});
	let judged: Freshness | undefined;
	let look: Look = {of: () => stale};
	return feeds => {
		const freshness = judge(feeds);
		if (freshness !== judged) look = lookFor(freshness);
		judged = freshness;
		return look;
	};
};

/** Nothing is ever muted: for what tells of the feeds themselves. */
export const plainLook = (theme: Theme): Look => {
	const fresh = toneStyles(theme, {isStale: false});
	return {of: () => fresh};
};
