import type {BoardEvent} from '../../domain/event.js';
import {everySite, text} from '../cells.js';
import {eventSentence, eventSubject} from '../log.js';
import type {Style} from '../style.js';
import {formatNumber} from '../telephone.js';
import {eventLadder} from './ladder.js';
import type {Fact, Page} from './page.js';
import {fact, preciseClock, siteFacts} from './words.js';

/** What an event says that belongs to no call or stay that is known. */
export const eventPage = (event: BoardEvent, style: Style): Page => {
	const {messages} = style;
	const what = eventSentence(event, style);
	const who = eventSubject(event, style);
	return {
		title: messages['details.title.event'](preciseClock(event.at)),
		about: 'site' in event && !isOwn(event) ? event.site : isOwn(event) ? null : everySite,
		verdict: {words: what, tone: 'strong'},
		facts: [
			fact(style, 'details.about', who),
			...numberFacts(event, style),
			...('path' in event ? [{...fact(style, 'details.path', event.path), isWide: true as const}] : []),
			...latencyFacts(event, style),
			...('site' in event ? siteFacts(style, event.site) : []),
		],
		ladder: eventLadder(event, {who, words: what}),
		first: 0,
	};
};

/** What the board itself says, and nobody sent. */
export const isOwn = ({type}: BoardEvent): boolean => ownBeginnings.test(type);

const ownBeginnings = /^(feed|board|time|history|loss|settings|pop)-/;

const numberFacts = (event: BoardEvent, style: Style): readonly Fact[] => {
	if (!('number' in event) || event.number === '') return [];
	return [{label: style.messages['details.number'], value: [text(formatNumber(event.number))]}];
};

const latencyFacts = (event: BoardEvent, style: Style): readonly Fact[] =>
	'latencyMs' in event && event.latencyMs !== undefined
		? [fact(style, 'details.latency', `${event.latencyMs} ms`)]
		: [];
