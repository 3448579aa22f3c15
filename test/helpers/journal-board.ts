import type {Board} from '../../source/domain/board.js';
import type {BoardEvent} from '../../source/domain/event.js';
import type {SiteName} from '../../source/domain/units.js';
import {at, boardAfter, site} from './builders.js';
import {sampleEvents, sampleLine} from './sample-board.js';
import {lyon, paris} from './sites.js';

/** As the service measures it: other for each event, and not for all. */
const measured = (event: BoardEvent, index: number): BoardEvent =>
	'service' in event && index % 4 !== 0 ? {...event, latencyMs: (index * 37) % 1200} : event;

/** What the board says of itself, and what it does not know. */
const remarks = (place: SiteName): readonly BoardEvent[] => [
	{type: 'board-restored', at: at(-38_000), savedAt: at(-38_400)},
	{
		type: 'feed-failed',
		at: at(-37_990),
		site: place,
		failure: 'timeout',
		reason: 'no answer in 20 s',
		retryAt: at(-37_970),
	},
	{type: 'feed-live', at: at(-37_970), site: place},
	{type: 'event-unrecognised', at: at(-650), site: place, name: 'agent-add', number: '0033199000100', latencyMs: 40},
	{type: 'settings-changed', at: at(-600)},
	{type: 'board-unkept', at: at(-599), reason: 'the disk is full'},
];

const told = (place: SiteName, homeOf: (event: BoardEvent) => SiteName): readonly BoardEvent[] =>
	[...sampleEvents.map(measured), ...remarks(place)]
		.map(event => ('site' in event && !event.type.startsWith('feed-') ? {...event, site: homeOf(event)} : event))
		.sort((one, other) => one.at - other.at);

/** The log of one site, which began the evening before. */
export const oneSite = (...more: readonly BoardEvent[]): Board => boardAfter(...told(site, () => site), ...more);

/** The log of two sites: the lines from Fabien on are in Paris. */
export const severalSites = (...more: readonly BoardEvent[]): Board => {
	const homeOf = (event: BoardEvent): SiteName =>
		'number' in event && event.number >= sampleLine('Fabien') ? paris : lyon;
	const events = told(paris, homeOf).flatMap((event): readonly BoardEvent[] =>
		'site' in event && event.type.startsWith('feed-') && event.site !== paris
			? [lyon, paris].map(place => ({...event, site: place}))
			: [event],
	);
	return boardAfter(...events, ...more);
};
