import {lossesOfCaller} from '../domain/loss.js';
import type {ViewName} from '../presentation/views.js';
import type {DetailsListing} from './details-listing.js';
import type {LogListing} from './log-listing.js';
import type {NamedCommand} from './palette.js';
import type {Scene} from './scene.js';
import type {View, ViewListing} from './views/view.js';

/** What is listed now, for moves in it. Asked for only by commands that need it. */
export type Listing = {
	view(name: ViewName): ViewListing;
	/** Sequences of the log's matching entries, oldest first. */
	log(): readonly number[];
	/** The steps of the ladder that is shown. */
	details(): DetailsListing;
	/** Whether whoever was lost under that key is dealt with, all their losses; undefined when there is none. */
	isSettled(key: string): boolean | undefined;
	/** The commands by name that can be run here. */
	commands(): readonly NamedCommand[];
};

export type ListingOptions = {
	readonly scene: Scene;
	readonly views: Readonly<Record<ViewName, View>>;
	readonly log: LogListing;
	readonly details: () => DetailsListing;
	readonly commands: readonly NamedCommand[];
};

export const createListing = ({scene, views, log, details, commands}: ListingOptions): Listing => ({
	view: name => views[name].listing,
	log: () => log.matching(scene.moment().board).map(({sequence}) => sequence),
	details,
	isSettled: key => {
		const losses = lossesOfCaller(scene.moment().board.losses, key);
		return losses.length === 0 ? undefined : losses.every(({settled}) => settled !== null);
	},
	commands: () => commands,
});
