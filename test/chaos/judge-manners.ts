import type {Plan} from './plan.js';
import type {Outcome} from './run.js';
import type {Station} from './station.js';
import {shownOf} from './truth.js';

/** How the feed behaved towards the service, and what it told: a sentence for each thing that was wrong. */
export const complaintsAboutManners = (plan: Plan, outcome: Outcome): readonly string[] => [
	...outcome.stations.flatMap(complaintsAbout),
	...outcome.stations.flatMap(({sites}) => sites.flatMap(site => feedComplaints(outcome, site))),
	...complaintsAboutSecrets(plan, outcome),
];

const feedComplaints = ({board}: Outcome, site: Station['sites'][number]): readonly string[] => {
	const kind = board.feeds.get(site)?.condition.kind;
	return kind === 'live' ? [] : [`the feed of ${site} is ${kind}`];
};

const complaintsAbout = ({complaints, tap}: Station): readonly string[] => [
	...complaints,
	...(tap.mostAtOnce() > 1 ? [`${tap.mostAtOnce()} requests for events at once`] : []),
];

/** The board, all events and all that was said of the feeds hold neither a token nor a session. */
const complaintsAboutSecrets = ({tokens}: Plan, {board, events, stations}: Outcome): readonly string[] => {
	const told = JSON.stringify([events, shownOf(board), [...board.feeds.values()]]);
	const shouted = told.toUpperCase();
	const sessions = stations.flatMap(({tap}) => tap.sessions());
	return [
		...(tokens.some(({token}) => shouted.includes(token)) ? ['a token is told'] : []),
		...(sessions.some(session => told.includes(session)) ? ['a session is told'] : []),
	];
};
