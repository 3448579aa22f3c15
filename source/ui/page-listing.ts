import type {Size} from '../presentation/layout.js';
import {mostScroll, pageText} from '../presentation/pop/page-text.js';
import type {PopPage} from '../presentation/pop/pops.js';
import type {Scene} from './scene.js';

/** What moving in the page of a screen pop needs to know. */
export type PageListing = {
	/** How many rows can be scrolled away. */
	readonly most: number;
	readonly pageRows: number;
};

/** How the page that is shown fills the box it is in. */
export const createPageListing = (scene: Pick<Scene, 'ui'>, screen: Size) => (): PageListing => {
	const {page}: {readonly page: PopPage | null} = scene.ui().pops;
	if (page === null) return {most: 0, pageRows: 1};
	const text = pageText(page, screen);
	return {most: mostScroll(text), pageRows: text.height};
};
