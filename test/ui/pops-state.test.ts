import {describe, expect, it} from 'vitest';
import {noPops, type PopPage, type ShownPops} from '../../source/presentation/pop/pops.js';
import {reduceUi} from '../../source/ui/reduce-ui.js';
import {firstUi, type Overlay, overlays, type Ui} from '../../source/ui/ui-state.js';
import {accueil, at, customer} from '../helpers/builders.js';
import {aListing} from './a-listing.js';

const page: PopPage = {
	...{at: at(0), number: accueil, peer: customer, url: 'https://a.example/', target: 'https://a.example/'},
	...{title: '', lines: [], isCut: false},
};
const pops: ShownPops = {...noPops, page, pages: 1};
const listing = aListing({page: () => ({most: 20, pageRows: 8})});
const follow = (ui: Ui, next = pops): Ui => reduceUi(ui, {type: 'pops.follow', pops: next}, listing);

describe('a page', () => {
	it.each(overlays.filter((overlay): overlay is Exclude<Overlay, 'page'> => overlay !== 'page'))(
		'waits while %s is open, and comes once it is closed',
		overlay => {
			const waiting = follow({...firstUi, overlay});
			expect(waiting.overlay).toBe(overlay);
			expect(reduceUi(waiting, {type: 'overlay.close'}, listing).overlay).toBe('page');
		},
	);

	it('opens by itself and goes by itself, and nothing else does', () => {
		const opened = follow(firstUi);
		expect(opened.overlay).toBe('page');
		expect(follow(opened, noPops).overlay).toBeNull();
		expect(follow({...firstUi, overlay: 'help'}, {...noPops}).overlay).toBe('help');
		expect(follow(firstUi, {...noPops, offers: 1}).overlay).toBeNull();
	});

	it('is the same state while nothing changed', () => {
		const opened = follow(firstUi);
		expect(follow(opened)).toBe(opened);
	});

	it('is scrolled within its ends, and from its top when another comes', () => {
		const move = (ui: Ui, by: number, unit: 'item' | 'row' | 'page'): Ui =>
			reduceUi(ui, {type: 'page.move', by, unit}, listing);
		const opened = follow(firstUi);
		expect(move(opened, -1, 'row').pageTop).toBe(0);
		expect(move(opened, 1, 'page').pageTop).toBe(8);
		const end = move(opened, Number.POSITIVE_INFINITY, 'item');
		expect(end.pageTop).toBe(20);
		expect(move({...end, pageTop: 99}, -1, 'row').pageTop).toBe(19);
		expect(move(end, Number.NEGATIVE_INFINITY, 'item').pageTop).toBe(0);
		expect(follow(end, {...pops, pages: 2}).pageTop).toBe(20);
		expect(follow(end, {...pops, page: {...page}}).pageTop).toBe(0);
	});
});
