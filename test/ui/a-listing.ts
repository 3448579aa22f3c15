import type {Listing} from '../../source/ui/listing.js';
import {namedCommands} from '../../source/ui/palette.js';
import {plainListing, type ViewListing} from '../../source/ui/views/view.js';

export type ListingParts = Partial<ViewListing> & Partial<Omit<Listing, 'view'>>;

/** What is listed, the same in every view. */
export const aListing = ({
	log,
	details,
	isSettled,
	popSubject,
	number,
	page,
	commands,
	...view
}: ListingParts = {}): Listing => ({
	view: () => ({...plainListing, ...view}),
	log: log ?? (() => []),
	details: details ?? (() => ({steps: 0, first: 0, pageRows: 1, raw: {most: 0, pageRows: 1}})),
	isSettled: isSettled ?? (() => undefined),
	popSubject: popSubject ?? (() => null),
	number: number ?? (() => null),
	page: page ?? (() => ({most: 0, pageRows: 1})),
	commands: commands ?? (() => namedCommands),
});
