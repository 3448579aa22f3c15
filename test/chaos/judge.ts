/** Whether the board tells the truth after a run, and whether the feed behaved. */
import type {BoardEvent} from '../../source/domain/event.js';
import type {SiteName} from '../../source/domain/units.js';
import {siteByToken} from '../../source/providers/ovh/site-token.js';
import {site as firstSite} from '../helpers/builders.js';
import {complaintsAboutManners} from './judge-manners.js';
import type {Plan} from './plan.js';
import type {Outcome} from './run.js';
import type {News} from './story.js';
import {about, additions, differences, ghosts, type Parts, type Shown, shownOf, undisturbed} from './truth.js';
import {flawsOf} from './well-formed.js';

/** What is wrong, a sentence each. */
export const judge = (plan: Plan, outcome: Outcome): readonly string[] => [
	...outcome.complaints,
	...complaintsAboutManners(plan, outcome),
	...flawsOf(outcome.board),
	...(outcome.complaints.length === 0 ? complaintsAboutTruth(plan, outcome) : []),
];

/** Of several sites only the first is judged where the second is disturbed on purpose. */
const judgesAll = ({cast}: Plan): boolean => cast === 'alone' || cast === 'shared';

const isJudged = (plan: Plan, site: SiteName): boolean => judgesAll(plan) || site === firstSite;

const newsJudged = (plan: Plan, news: readonly News[]): readonly News[] =>
	judgesAll(plan) ? news : news.filter(({token}) => token === plan.tokens[0]?.token);

const complaintsAboutTruth = (plan: Plan, outcome: Outcome): readonly string[] => {
	const {story, loss, kinds} = plan;
	const truth = truthOf(plan, newsJudged(plan, [...story.chunks.flat(), ...story.ending]));
	const end = truthOf(plan, plan.cast === 'elsewhere' ? newsJudged(plan, story.ending) : story.ending);
	const shown = shownOf(outcome.board);
	const compare = (wanted: Parts): readonly string[] =>
		differences(forgiving(plan, wanted), forgiving(plan, about(shown, wanted)));
	const gaps = outcome.events.filter(event => event.type === 'feed-gap' && isJudged(plan, event.site));
	const isGapSaid = gaps.length > 0;
	return [
		...(loss === 'nothing' && isGapSaid ? ['said a gap where nothing was lost'] : []),
		...(plan.way === 'v1' ? [] : unsaidLosses(outcome)),
		...(loss === 'unsaid' || isGapSaid ? [] : [...compare(truth), ...(judgesAll(plan) ? additions(truth, shown) : [])]),
		...(isGapSaid && loss !== 'unsaid' ? ghosts(outcome.board) : []),
		...(kinds.includes('wrong-types') ? [] : countedTwice(truth, shown)),
		...(plan.cast === 'apart' && plan.way !== 'v1' ? unsaidReturns(outcome.events) : []),
		...compare(end).map(words => `at the end, ${words}`),
	];
};

const truthOf = ({tokens}: Plan, news: readonly News[]): Shown => {
	const [first, ...others] = tokens;
	return undisturbed(news, first ? siteByToken([first, ...others]) : () => firstSite);
};

/** In version 2 it is told of sessions that are lost, and tells it on of each site. */
const unsaidLosses = ({losses, events, stations}: Outcome): readonly string[] =>
	losses.flatMap(index => {
		const told = new Set(events.slice(index).flatMap(event => (event.type === 'feed-gap' ? [event.site] : [])));
		const untold = stations.flatMap(({sites}) => sites).filter(site => !told.has(site));
		return untold.map(site => `said no gap of ${site} though the session was lost`);
	});

/** Bytes that are no UTF-8 stand in labels; what two tokens tell is of the site that told it first. */
const forgiving = ({kinds, cast}: Plan, shown: Parts): Parts => {
	const forgotten = {
		...(kinds.includes('invalid-utf8') ? {label: null} : {}),
		...(cast === 'shared' ? {site: ''} : {}),
	};
	const forgive = <Entry extends object>(entry: Entry): Entry => ({...entry, ...forgotten});
	return {
		...shown,
		lines: shown.lines.map(forgive),
		queues: shown.queues.map(forgive),
		agents: shown.agents.map(entry => ('label' in forgotten ? {...entry, label: null} : entry)),
	};
};

const countedTwice = (truth: Shown, shown: Shown): readonly string[] =>
	about(shown, truth).queues.flatMap(({number, offered}) => {
		const real = truth.queues.find(queue => queue.number === number)?.offered ?? 0;
		return offered <= real ? [] : [`queue ${number} counts ${offered} offered of ${real}`];
	});

/** What happened at a site while it was refused did not come: when it is live again, that has been said. */
const unsaidReturns = (events: readonly BoardEvent[]): readonly string[] => {
	const complaints: string[] = [];
	const stories = Map.groupBy(events, event => ('site' in event ? event.site : ''));
	for (const [site, story] of stories) {
		let wasLive = false;
		let isOwed = false;
		for (const {type} of story) {
			if (type === 'feed-refused') isOwed ||= wasLive;
			if (type === 'feed-gap' && isOwed) isOwed = false;
			if (type !== 'feed-live') continue;
			if (isOwed) complaints.push(`${site} came back from a refusal without a gap`);
			wasLive = true;
			isOwed = false;
		}
	}
	return complaints;
};
