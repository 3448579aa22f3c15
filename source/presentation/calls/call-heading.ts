import {endedKept} from '../../domain/ended.js';
import {formatAtLeast} from '../format.js';
import type {Style} from '../style.js';
import type {CallList} from './call-list.js';

/** How many go on: those in doubt may, too. Nothing is known before the first event. */
export const callCount = ({active}: CallList, {board, symbols}: Pick<Style, 'board' | 'symbols'>): string => {
	if (board.since === null) return symbols.dash;
	const inDoubt = active.filter(({state}) => state === 'unknown').length;
	const expired = active.filter(({state}) => state === 'expired').length;
	return formatAtLeast(active.length - inDoubt - expired, {inDoubt, none: symbols.dash});
};

/** What there is beside those that go on: how many ended, and that older ones are forgotten when the memory is full. */
export const endedNotes = (
	{ended}: CallList,
	{board, messages, onlyActive}: Pick<Style, 'board' | 'messages'> & {readonly onlyActive: boolean},
): readonly string[] => {
	if (onlyActive) return [messages['calls.onlyActive']];
	if (board.since === null) return [];
	const isFull = board.ended.entries.length >= endedKept;
	return [messages['calls.ended'](ended.length), ...(isFull ? [messages['calls.last'](endedKept)] : [])];
};
