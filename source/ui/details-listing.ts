/** What moving in details needs to know. */
export type DetailsListing = {
	/** Steps of the ladder; of what has none, the rows that can be scrolled to. */
	readonly steps: number;
	/** The step that is chosen before anybody chose. */
	readonly first: number;
	readonly pageRows: number;
	/** How far an event as it was received can be scrolled, and how many rows of it are a page; absent: no text is shown. */
	readonly raw?: {readonly most: number; readonly pageRows: number};
};
