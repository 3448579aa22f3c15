import type {BoardEvent, CallerEvent} from '../../domain/event.js';
import type {AgentNumber} from '../../domain/units.js';
import {nameOf} from '../names.js';
import type {Style} from '../style.js';
import type {FoundStay} from './found.js';
import type {Page} from './page.js';
import {afterWait} from './step-words.js';
import {causeWords, lengthText} from './words.js';

type Verdict = NonNullable<Page['verdict']>;

/** What a stay came to, or how it stands. `isWhole`: all news of it is known, so that what was not told did not happen. */
export const stayVerdict = (
	stay: FoundStay,
	{style, isWhole}: {readonly style: Style; readonly isWhole: boolean},
): Verdict => {
	const {messages} = style;
	const ended = isOver(stay) ? outcomeOf(stay, {style, isWhole}) : null;
	if (ended) return ended;
	if (stay.state === 'unknown') return {words: messages['verdict.unknown'], tone: 'warning'};
	if (stay.state === 'expired') return {words: messages['verdict.expired'], tone: 'muted'};
	if (stay.state === 'gone') return {words: messages['verdict.gone'], tone: 'muted'};
	if (stay.state === 'talking' && stay.agent !== null)
		return {words: messages['verdict.talking'](nameOf(stay.agent, style)), tone: 'busy'};
	if (stay.ringing.length === 0) return {words: messages['verdict.waiting'], tone: 'warning'};
	const agents = stay.ringing.map(agent => nameOf(agent, style)).join(', ');
	return {words: messages['verdict.waiting.ringing'](agents), tone: 'ringing'};
};

const isOver = ({state, outcome}: FoundStay): boolean => state === 'gone' || (state === 'expired' && outcome !== null);

type Setting = {readonly style: Style; readonly isWhole: boolean};

const outcomeOf = (stay: FoundStay, {style, isWhole}: Setting): Verdict | null => {
	const {outcome, agent, joinedAt, waitEndedAt} = stay;
	const {messages} = style;
	if (outcome === null) return null;
	const wait =
		joinedAt === null || waitEndedAt === null ? null : lengthText(Math.max(0, waitEndedAt - joinedAt), messages);
	if (outcome === 'answered') {
		const name = agent === null ? style.symbols.dash : nameOf(agent, style);
		const words = wait === null ? messages['verdict.answered'](name) : messages['verdict.answered.after'](name, wait);
		return {words, tone: 'free'};
	}
	const bare = messages[`verdict.lost.${outcome}`];
	const words = wait === null ? bare : afterWait(outcome, {words: bare, wait}, messages);
	return {
		words: isWhole ? withAttempts(words, {stay, style}) : words,
		tone: outcome === 'opted-out' ? 'warning' : 'alarm',
	};
};

/** Who was rung meanwhile, and how each attempt ended last. */
const withAttempts = (words: string, {stay, style}: {readonly stay: FoundStay; readonly style: Style}): string => {
	const {messages} = style;
	const attempts = new Map<AgentNumber, Attempt>();
	for (const event of stay.trail.toSorted((one, other) => one.at - other.at)) {
		if (isAttempt(event)) attempts.set(event.agent, event);
	}
	// Where no agent was there, that says it all.
	if (attempts.size === 0) return stay.outcome === 'no-agent' ? words : messages['verdict.noneRung'](words);
	const told = [...attempts].map(([agent, event]) => {
		const name = nameOf(agent, style);
		if (event.type === 'agent-offered') return name;
		return `${name} (${event.type === 'agent-failed' ? causeWords(event, messages) : messages['verdict.tooLate']})`;
	});
	return messages['verdict.someRung'](words, attempts.size, told.join(', '));
};

type Attempt = BoardEvent<'agent-offered' | 'agent-failed' | 'bridge-started'>;

const isAttempt = (event: CallerEvent): event is Attempt =>
	event.type === 'agent-offered' || event.type === 'agent-failed' || event.type === 'bridge-started';
