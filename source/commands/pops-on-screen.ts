import {noPops, type ShownPops} from '../presentation/pop/pops.js';
import type {ScreenPops} from '../ui/screen-pops.js';
import type {Pops} from './screen-pop.js';

/** The screen pop as the screen sees it, whether it is loaded or not. A key that fires it loads it. */
export const popsOnScreen = (pops: Pick<Pops, 'loaded' | 'screenPop' | 'subscribe'>): ScreenPops => {
	let shown = noPops;
	return {
		shown() {
			const now = shownNow(pops);
			if (!isSame(now, shown)) shown = now;
			return shown;
		},
		subscribe: pops.subscribe,
		dismiss: what => pops.loaded()?.dismiss(what),
		fire: async subject => (await pops.screenPop())?.fire(subject) ?? {type: 'off'},
	};
};

const shownNow = ({loaded}: Pick<Pops, 'loaded'>): ShownPops => {
	const screenPop = loaded();
	if (screenPop === undefined) return noPops;
	const {page, offer, count} = screenPop;
	return {page: page(), pages: count('page'), offer: offer(), offers: count('offer')};
};

const isSame = (one: ShownPops, other: ShownPops): boolean =>
	one.page === other.page && one.pages === other.pages && one.offer === other.offer && one.offers === other.offers;
