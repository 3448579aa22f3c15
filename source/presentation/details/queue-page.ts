import {type Caller, waitSoFar} from '../../domain/caller.js';
import {
	answerRate,
	averageSpeedOfAnswer,
	averageTalk,
	lost,
	type ServiceLevelRule,
	serviceLevel,
} from '../../domain/figures.js';
import {
	callersInDoubt,
	lastingDifference,
	longestWait,
	type Queue,
	talkingCallers,
	talkingSince,
	waitingCallers,
} from '../../domain/queue.js';
import {longestWaitSeconds} from '../../domain/tally.js';
import type {Messages} from '../../i18n/en.js';
import {type Cell, text} from '../cells.js';
import {formatAtLeast, formatShare} from '../format.js';
import {callerText, nameOf} from '../names.js';
import type {Style} from '../style.js';
import {formatNumber} from '../telephone.js';
import type {Fact, Page} from './page.js';
import {
	age,
	averageFact,
	fact,
	instantFact,
	instantText,
	lengthFact,
	listFacts,
	siteFacts,
	unknownFact,
} from './words.js';

/** Everything known of a queue, and its day. */
export const queuePage = (queue: Queue, style: Style): Page => {
	const {messages, symbols, board} = style;
	return {
		title: messages['details.title.queue'](nameOf(queue.number, style)),
		about: queue.site,
		verdict: null,
		facts: [
			...nowFacts(queue, style),
			...(board.since === null ? [] : dayFacts(queue, style)),
			fact(style, 'details.number', formatNumber(queue.number)),
			fact(style, 'details.type', queue.type ?? symbols.dash),
			...siteFacts(style, queue.site),
			instantFact(style, 'details.heard', queue.heardAt),
			instantFact(style, 'details.countedSince', board.since),
			...peopleFacts(queue, style),
		],
		ladder: null,
		first: null,
	};
};

const nowFacts = (queue: Queue, style: Style): readonly Fact[] => {
	const doubt = callersInDoubt(queue);
	const none = style.symbols.dash;
	const count = (callers: readonly Caller[], inDoubt: number): string => formatAtLeast(callers.length, {inDoubt, none});
	const longest = longestWait(queue, style.now);
	const since = waitingCallers(queue).find(caller => longest !== null && waitSoFar(caller, style.now) === longest);
	const {joinedAt = null} = since ?? {};
	return [
		fact(style, 'details.waiting', count(waitingCallers(queue), doubt.waiting)),
		joinedAt === null
			? unknownFact(style, 'details.longest')
			: {label: style.messages['details.longest'], value: [age(joinedAt)]},
		fact(style, 'details.talking', count(talkingCallers(queue), doubt.talking)),
		serviceFact(queue, style),
	];
};

const serviceFact = (queue: Queue, style: Style): Fact => {
	const {reported, differsSince} = queue;
	if (reported === null) return unknownFact(style, 'details.serviceCount');
	const differs = lastingDifference(queue, style.now) !== null && differsSince !== null;
	if (!differs) return fact(style, 'details.serviceCount', String(reported.count));
	const time = instantText(differsSince, style.now);
	const words = style.messages['details.serviceCount.differs'](reported.count, time);
	return {...fact(style, 'details.serviceCount', words, 'warning'), isWide: true};
};

const dayFacts = ({tally}: Queue, style: Style): readonly Fact[] => {
	const {symbols, rule, messages} = style;
	const share = (value: number | null): string => formatShare(value, symbols.dash);
	const longest = longestWaitSeconds(tally);
	return [
		fact(style, 'details.offered', String(tally.offered)),
		fact(style, 'details.answeredCount', String(tally.answered)),
		fact(style, 'details.lost', String(lost(tally)), lost(tally) > 0 ? 'busy' : 'plain'),
		fact(style, 'details.lost.abandoned', String(tally.abandoned)),
		fact(style, 'details.lost.timedOut', String(tally.timedOut)),
		fact(style, 'details.lost.noAgent', String(tally.noAgent)),
		fact(style, 'details.optedOut', String(tally.optedOut)),
		fact(style, 'details.answerRate', share(answerRate(tally))),
		averageFact(style, 'details.averageWait', averageSpeedOfAnswer(tally)),
		lengthFact(style, 'details.longestToday', longest === null ? null : longest * 1000),
		averageFact(style, 'details.averageTalk', averageTalk(tally)),
		fact(style, 'details.serviceLevel', share(serviceLevel(tally, rule)), 'strong'),
		{...fact(style, 'details.formula', formulaWords(rule, messages), 'muted'), isWide: true},
	];
};

/** How the service level is reckoned. */
const formulaWords = (
	{formula, thresholdSeconds, shortAbandonSeconds}: ServiceLevelRule,
	messages: Messages,
): string => {
	const words =
		formula === 'F5' || formula === 'F6'
			? messages[`details.formula.${formula}`](thresholdSeconds, shortAbandonSeconds)
			: messages[`details.formula.${formula}`](thresholdSeconds);
	return `${words} (${formula})`;
};

const peopleFacts = (queue: Queue, style: Style): readonly Fact[] => {
	const none = style.messages['details.none'];
	const waits = waitingCallers(queue).map((caller): readonly Cell[] => [
		caller.joinedAt === null ? text(style.symbols.dash, 'muted') : age(caller.joinedAt),
		text(callerText(caller.from, style)),
		...ringingCells(caller, style),
	]);
	const talks = talkingCallers(queue).map((caller): readonly Cell[] => [
		age(talkingSince(caller)),
		text(callerText(caller.from, style)),
		...(caller.bridge === null ? [] : [text(`${style.symbols.to} ${nameOf(caller.bridge.agent, style)}`, 'muted')]),
	]);
	return [
		...listFacts(style, 'details.waits', {rows: waits, none}),
		...listFacts(style, 'details.talks', {rows: talks, none}),
	];
};

const ringingCells = ({ringing}: Caller, style: Style): readonly Cell[] => {
	if (ringing.size === 0) return [];
	const agents = [...ringing.keys()].map(agent => nameOf(agent, style)).join(', ');
	return [text(`${style.symbols.to} ${agents}`, 'ringing')];
};
