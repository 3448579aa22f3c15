import type {Board} from '../domain/board.js';
import {defaultServiceLevel, lost, serviceLevel} from '../domain/figures.js';
import {lineStatus} from '../domain/line.js';
import {callersInDoubt, waitingCallers} from '../domain/queue.js';
import {mergeTallies} from '../domain/tally.js';
import type {EpochMs} from '../domain/units.js';
import type {Messages} from '../i18n/en.js';
import {type Cell, type Tone, text} from './cells.js';
import {formatAtLeast, formatShare} from './format.js';
import {waitSteps, writeWait} from './queue-rows.js';
import type {Symbols} from './symbols.js';
import {widthOf} from './width.js';

/** What the whole board comes to. */
export type Summary = {
	/** False until the service told anything: then no figure is a fact. */
	readonly isKnown: boolean;
	readonly waiting: number;
	/** Callers who may wait as well: what is counted is then the least. */
	readonly doubtedWaiting: number;
	/** Joining time of the one who waits longest. */
	readonly longestSince: EpochMs | null;
	readonly serviceLevel: number | null;
	readonly lost: number;
	readonly inCall: number;
	readonly free: number;
};

export const summarise = (board: Board): Summary => {
	const queues = [...board.queues.values()];
	const waiting = queues.flatMap(waitingCallers);
	const joined = waiting.map(caller => caller.joinedAt ?? caller.heardAt);
	const day = mergeTallies(queues.map(({tally}) => tally));
	return {
		isKnown: board.since !== null,
		waiting: waiting.length,
		doubtedWaiting: queues.reduce((sum, queue) => sum + callersInDoubt(queue).waiting, 0),
		longestSince: joined.reduce<EpochMs | null>((first, at) => (first === null || at < first ? at : first), null),
		serviceLevel: serviceLevel(day, defaultServiceLevel),
		lost: lost(day),
		...countLines(board),
	};
};

const countLines = ({lines}: Board): Pick<Summary, 'inCall' | 'free'> => {
	let inCall = 0;
	let free = 0;
	for (const line of lines.values()) {
		const status = lineStatus(line);
		if (status === 'in-call' || status === 'on-hold') inCall += 1;
		if (status === 'free') free += 1;
	}
	return {inCall, free};
};

/** A figure with its name; `width`: what the value may take. */
export type Figure = {readonly title: string; readonly value: Cell; readonly width: number};

/** The figures one reads from afar, in order of weight. */
export const figuresOf = (
	summary: Summary,
	{messages, symbols}: {readonly messages: Messages; readonly symbols: Symbols},
): readonly Figure[] => {
	const {target, thresholdSeconds} = defaultServiceLevel;
	const aim = Math.round(target * 100);
	const none = messages['figure.none'];
	const count = (key: CountKey, value: number, {tone, inDoubt = 0}: Manner): Figure => {
		const words = summary.isKnown ? formatAtLeast(value, {inDoubt, none}) : none;
		return {title: messages[key], value: text(words, summary.isKnown ? tone : 'muted'), width: widthOf(words)};
	};
	return [
		count('figure.waiting', summary.waiting, {
			tone: summary.waiting > 0 ? 'warning' : 'strong',
			inDoubt: summary.doubtedWaiting,
		}),
		{title: messages['figure.longest'], value: longest(summary, {messages, symbols}), width: 9},
		{
			title: messages['figure.serviceLevel'](aim, thresholdSeconds),
			...level(summary.serviceLevel, {messages, symbols}),
		},
		count('figure.lost', summary.lost, {tone: 'strong'}),
		count('figure.inCall', summary.inCall, {tone: 'strong'}),
		count('figure.free', summary.free, {tone: 'free'}),
	];
};

type Manner = {readonly tone: Tone; readonly inDoubt?: number};

type CountKey = 'figure.waiting' | 'figure.lost' | 'figure.inCall' | 'figure.free';

type Style = {readonly messages: Messages; readonly symbols: Symbols};

const longest = ({longestSince}: Summary, {messages, symbols}: Style): Cell =>
	longestSince === null
		? text(messages['figure.none'], 'muted')
		: {kind: 'since', since: longestSince, tone: 'strong', steps: waitSteps, write: writeWait(symbols)};

/** Below the aim the share is marked; far below it is an alarm. */
const level = (share: number | null, {messages, symbols}: Style): Omit<Figure, 'title'> => {
	const words = formatShare(share, messages['figure.none']);
	if (share === null || share >= defaultServiceLevel.target)
		return {value: text(words, 'strong'), width: widthOf(words)};
	const tone = share < defaultServiceLevel.target - 0.1 ? 'alarm' : 'warning';
	return {value: text(`${words} ${symbols.below}`, tone), width: widthOf(words) + 2};
};
