import {type Loss, triesOf} from '../../domain/loss.js';
import type {FindStay} from '../../domain/queue-of-call.js';
import {staysOn} from '../../domain/recent-calls.js';
import type {Stay} from '../../domain/whole-call.js';
import {formatAtLeast} from '../format.js';
import {callerText, nameOf} from '../names.js';
import type {Style} from '../style.js';
import type {FoundStay} from './found.js';
import {stayLadder} from './ladder.js';
import type {Fact, Ladder, Page} from './page.js';
import {stayVerdict} from './stay-verdict.js';
import {fact, instantFact, instantText, lengthFact, namedNumber, runningFact, siteFacts, unknownFact} from './words.js';

/** Everything known of one stay of a caller in a queue. */
export const stayPage = (stay: FoundStay, style: Style, find: FindStay): Page => {
	const {messages} = style;
	const ladder = stayLadder(stay, style, find);
	return {
		title: messages['details.title.stay'](callerText(stay.from, style)),
		about: stay.site,
		verdict: stayVerdict(stay, {style, isWhole: !ladder.isCut}),
		facts: factsOf(stay, style, ladder),
		ladder,
		first: null,
	};
};

const factsOf = (stay: FoundStay, style: Style, ladder: Ladder): readonly Fact[] => [
	fact(style, 'details.queue', namedNumber(stay.queue, style)),
	fact(style, 'details.caller', namedNumber(stay.from, style)),
	instantFact(style, 'details.joined', stay.joinedAt),
	waitFact(stay, style),
	stay.agent === null
		? unknownFact(style, 'details.answeredBy')
		: fact(style, 'details.answeredBy', nameOf(stay.agent, style)),
	talkFact(stay, style),
	...(stay.leftAt === null ? [] : [instantFact(style, 'details.left', stay.leftAt)]),
	fact(style, 'details.rung', formatAtLeast(stay.rung, {inDoubt: ladder.isCut ? 1 : 0, none: style.symbols.dash})),
	...lossFacts(stay, style),
	...otherStays(stay, style),
	...(stay.doubtedAt === null
		? []
		: [fact(style, 'details.doubted', instantText(stay.doubtedAt, style.now), 'warning')]),
	...siteFacts(style, stay.site),
	...(stay.heardAt === null ? [] : [instantFact(style, 'details.heard', stay.heardAt)]),
];

const waitFact = ({state, joinedAt, waitEndedAt}: FoundStay, style: Style): Fact => {
	if (joinedAt === null) return unknownFact(style, 'details.waited');
	if (waitEndedAt !== null) return lengthFact(style, 'details.waited', Math.max(0, waitEndedAt - joinedAt));
	return state === 'waiting' ? runningFact(style, 'details.waited', joinedAt) : unknownFact(style, 'details.waited');
};

const talkFact = ({state, answeredAt, talkEndedAt, agent}: FoundStay, style: Style): Fact => {
	if (agent === null || answeredAt === null) return unknownFact(style, 'details.talk');
	if (talkEndedAt !== null) return lengthFact(style, 'details.talk', Math.max(0, talkEndedAt - answeredAt));
	return state === 'talking' ? runningFact(style, 'details.talk', answeredAt) : unknownFact(style, 'details.talk');
};

/** How often the number was lost, and whether somebody dealt with this loss. */
const lossFacts = (stay: FoundStay, style: Style): readonly Fact[] => {
	const {messages, board} = style;
	const tries = triesOf(board.losses).get(stay.from) ?? 0;
	const loss = [...board.losses.values()].find(
		({queue, from, at}) => queue === stay.queue && from === stay.from && at === stay.waitEndedAt,
	);
	return [
		...(tries === 0 ? [] : [fact(style, 'details.tries', messages['details.tries.count'](tries))]),
		...(loss ? [fact(style, 'details.settled', settledText(loss, style))] : []),
	];
};

const settledText = ({settled}: Loss, style: Style): string => {
	const {messages, now} = style;
	if (settled === null) return messages['details.settled.not'];
	const time = instantText(settled.at, now);
	if (settled.by === 'hand' || settled.who === null) return messages['details.settled.hand'](time);
	return messages[`details.settled.${settled.by}`](nameOf(settled.who, style), time);
};

/** The same call in other queues, or here before. */
const otherStays = (stay: FoundStay, style: Style): readonly Fact[] => {
	if (stay.channel === null) return [];
	const stays = staysOn(style.board.calls, stay.channel) ?? [];
	const others = stays.filter(({key}) => key !== `${stay.queue} ${stay.id} ${stay.stay}`);
	if (others.length === 0) return [];
	const words = others.map(other => otherText(other, style)).join(', ');
	return [{...fact(style, 'details.otherQueues', words), isWide: true}];
};

const otherText = ({queue, share}: Stay, style: Style): string => {
	const {messages} = style;
	const name = nameOf(queue, style);
	if (share.outcome === null) return name;
	if (share.outcome !== 'answered') return `${name} (${messages[`verdict.lost.${share.outcome}`]})`;
	return share.agent === null ? name : `${name} (${messages['verdict.answered'](nameOf(share.agent, style))})`;
};
