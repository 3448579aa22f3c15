import type {Board} from '../../domain/board.js';
import type {ServiceLevelRule} from '../../domain/figures.js';
import {type EpochMs, epochMs, later} from '../../domain/units.js';
import {windowStart} from '../../domain/window.js';
import type {Messages} from '../../i18n/en.js';
import {missedPieces} from '../coverage.js';
import {formatSince} from '../format.js';
import type {Style} from '../style.js';
import {cutTo, widthOf} from '../width.js';

/**
What the figures of queues are: the formula of the service level with its target, how far back they reach, since when they
count, and how much of that time was missed. As much of it as fits, the times before the formula's small print.
*/
export const windowNote = (style: Style, width: number): string => {
	const ways = waysToSay(style);
	return ways.find(words => widthOf(words) <= width) ?? cutTo(ways.at(-1) ?? '', width, style.symbols.cut);
};

/** How a formula differs from the others. */
const smallPrint: Readonly<
	Record<ServiceLevelRule['formula'], (messages: Messages, rule: ServiceLevelRule) => string>
> = {
	F1: (messages, {thresholdSeconds}) => messages['queues.rule.F1'](thresholdSeconds),
	F2: messages => messages['queues.rule.F2'],
	F3: messages => messages['queues.rule.F3'],
	F4: (messages, {thresholdSeconds}) => messages['queues.rule.F4'](thresholdSeconds),
	F5: (messages, {shortAbandonSeconds}) => messages['queues.rule.F5'](shortAbandonSeconds),
	F6: (messages, {shortAbandonSeconds}) => messages['queues.rule.F6'](shortAbandonSeconds),
};

const waysToSay = (style: Style): readonly string[] => {
	const {messages, rule, window, symbols} = style;
	const {formula, thresholdSeconds} = rule;
	const target = Math.round(rule.target * 100);
	const print = smallPrint[formula](messages, rule);
	const level = messages['queues.level'](formula, target, thresholdSeconds);
	const short = messages['queues.level.short'](formula, target, thresholdSeconds);
	const reach = window === 'today' ? messages['queues.today'] : messages['queues.window'](window);
	const briefly = window === 'today' ? messages['queues.today'] : messages['time.minutes'](window);
	const times = timesOf(style);
	return [
		`${level}, ${print} ${symbols.dot} ${[reach, ...times].join(', ')}`,
		`${short}, ${print} ${symbols.dot} ${[reach, ...times].join(', ')}`,
		`${short} ${symbols.dot} ${[reach, ...times].join(', ')}`,
		`${short} ${symbols.dot} ${[briefly, ...times].join(', ')}`,
		`${short} ${symbols.dot} ${times.join(', ')}`,
	];
};

/** Since when it counts, never earlier than anything was counted, and what was missed since. */
const timesOf = (style: Style): readonly string[] => {
	const {messages, board, window, now} = style;
	if (board.since === null) return [];
	const since = later(windowStart(window, now), board.since);
	const missed = missedPieces({since, missed: holesSince(board, since)}, style);
	return [messages['figure.since'](formatSince(since, now)), ...missed.map(({words}) => words)];
};

const holesSince = ({missed}: Pick<Board, 'missed'>, since: EpochMs): Board['missed'] =>
	missed.filter(({to}) => to > since).map(({from, to}) => ({from: epochMs(Math.max(from, since)), to}));
