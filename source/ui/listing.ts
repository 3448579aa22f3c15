import {lossesOfCaller} from '../domain/loss.js';
import type {Subject} from '../presentation/details/subject.js';
import {numberOf, numberOfLost, popSubjectOf, popSubjectOfLost} from '../presentation/pop/pop-subject.js';
import type {PopSubject} from '../presentation/pop/pops.js';
import type {ViewName} from '../presentation/views.js';
import type {DetailsListing} from './details-listing.js';
import type {LogListing} from './log-listing.js';
import type {PageListing} from './page-listing.js';
import type {NamedCommand} from './palette.js';
import type {Scene} from './scene.js';
import type {Ui} from './ui-state.js';
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
	/** What the screen pop fires for: the call selected, or that of the details; null: none. */
	popSubject(ui: Ui): PopSubject | null;
	/** The number selected, or that of the details, as providers write it; null: none. */
	number(ui: Ui): string | null;
	/** The page of the screen pop. */
	page(): PageListing;
	/** The commands by name that can be run here. */
	commands(): readonly NamedCommand[];
};

export type ListingOptions = {
	readonly scene: Scene;
	readonly views: Readonly<Record<ViewName, View>>;
	readonly log: LogListing;
	readonly details: () => DetailsListing;
	readonly page: () => PageListing;
	readonly commands: readonly NamedCommand[];
};

export const createListing = ({scene, views, log, details, page, commands}: ListingOptions): Listing => ({
	view: name => views[name].listing,
	log: () => log.matching(scene.moment().board).map(({sequence}) => sequence),
	details,
	isSettled: key => {
		const losses = lossesOfCaller(scene.moment().board.losses, key);
		return losses.length === 0 ? undefined : losses.every(({settled}) => settled !== null);
	},
	popSubject(ui) {
		const {board, live} = scene.moment();
		const known = {board, now: live.now};
		const lost = lostKey(ui);
		if (lost !== undefined) return popSubjectOfLost(lost, known);
		const subject = selected(ui, views);
		return subject && popSubjectOf(subject, known);
	},
	number(ui) {
		const {board} = scene.moment();
		const lost = lostKey(ui);
		if (lost !== undefined) return numberOfLost(lost, board);
		const subject = selected(ui, views);
		return subject && numberOf(subject, board);
	},
	page,
	commands: () => commands,
});

/** Whoever was lost may be selected when nothing more is known of their stay. */
const lostKey = ({view, details, cursors}: Ui): string | undefined =>
	view === 'lost' && details === null ? cursors.lost : undefined;

const selected = ({view, details, cursors}: Ui, views: ListingOptions['views']): Subject | null => {
	if (details !== null) return details.subject;
	const key = cursors[view];
	return key === undefined ? null : views[view].listing.subjectOf(key);
};
