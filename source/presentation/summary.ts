import type {Board} from '../domain/board.js';
import {lost, type ServiceLevelRule, serviceLevel} from '../domain/figures.js';
import {lineStatus} from '../domain/line.js';
import type {Messages} from '../i18n/en.js';
import {type Cell, type Tone, text} from './cells.js';
import {formatAtLeast, formatShare} from './format.js';
import {waitCell} from './queue-rows.js';
import {earlier, peopleIn, type Since} from './queues/people.js';
import type {Symbols} from './symbols.js';
import {widthOf} from './width.js';

/** What the whole board comes to. */
export type Summary = {
	/** False until the service told anything: then no figure is a fact. */
	readonly isKnown: boolean;
	readonly waiting: number;
	/** Callers who may wait as well: what is counted is then the least. */
	readonly doubtedWaiting: number;
	/** Since when the one waits who waits longest. */
	readonly longestSince: Since | null;
	readonly serviceLevel: number | null;
	readonly lost: number;
	readonly inCall: number;
	readonly free: number;
};

export const summarise = (board: Board, rule: ServiceLevelRule): Summary => {
	const people = [...board.queues.values()].map(peopleIn);
	const day = board.total.tally;
	return {
		isKnown: board.since !== null,
		waiting: people.reduce((sum, {waiting}) => sum + waiting.length, 0),
		doubtedWaiting: people.reduce((sum, {doubted}) => sum + doubted.waiting.length, 0),
		longestSince: people.reduce<Since | null>((first, {waiting}) => earlier(first, waiting[0]?.since ?? null), null),
		serviceLevel: serviceLevel(day, rule),
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
export const figuresOf = (summary: Summary, {messages, symbols, rule}: Style): readonly Figure[] => {
	const {target, thresholdSeconds} = rule;
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
		{title: messages['figure.longest'], value: longest(summary, {messages, symbols, rule}), width: 9},
		{
			title: messages['figure.serviceLevel'](aim, thresholdSeconds),
			...level(summary.serviceLevel, {messages, symbols, rule}),
		},
		count('figure.lost', summary.lost, {tone: 'strong'}),
		count('figure.inCall', summary.inCall, {tone: 'strong'}),
		count('figure.free', summary.free, {tone: 'free'}),
	];
};

type Manner = {readonly tone: Tone; readonly inDoubt?: number};

type CountKey = 'figure.waiting' | 'figure.lost' | 'figure.inCall' | 'figure.free';

type Style = {readonly messages: Messages; readonly symbols: Symbols; readonly rule: ServiceLevelRule};

const longest = ({longestSince}: Summary, {messages, symbols}: Style): Cell =>
	longestSince === null ? text(messages['figure.none'], 'muted') : {...waitCell(longestSince, symbols), tone: 'strong'};

/** Below the aim the share is marked; far below it is an alarm. */
export const level = (share: number | null, {messages, symbols, rule}: Style): Omit<Figure, 'title'> => {
	const words = formatShare(share, messages['figure.none']);
	if (share === null || share >= rule.target) return {value: text(words, 'strong'), width: widthOf(words)};
	const tone = share < rule.target - 0.1 ? 'alarm' : 'warning';
	return {value: text(`${words} ${symbols.below}`, tone), width: widthOf(words) + 2};
};
