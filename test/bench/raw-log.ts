import {isMissed} from '../../source/domain/agent.js';
import type {Board} from '../../source/domain/board.js';
import type {BoardEvent} from '../../source/domain/event.js';
import {findCall} from '../../source/domain/line.js';
import {en} from '../../source/i18n/en.js';
import {noContacts} from '../../source/presentation/contacts.js';
import {formatClock} from '../../source/presentation/format.js';
import type {Rectangle} from '../../source/presentation/layout.js';
import {eventSentence, eventSubject} from '../../source/presentation/log.js';
import type {RawCells} from './raw-cells.js';
import {tone} from './raw-look.js';

/** Draws the newest entries, newest at the bottom; looks at no more of them than it takes to fill the rows. */
export const drawLog = (cells: RawCells, {board, area}: {readonly board: Board; readonly area: Rectangle}): void => {
	const events = newest(board, area.rows);
	const width = Math.max(9, Math.min(18, Math.floor(area.columns / 8)));
	const speech = {messages: en, board, contacts: noContacts};
	for (const [index, event] of events.entries()) {
		const row = area.row + events.length - 1 - index;
		const sentence = eventSentence(event, speech).slice(0, area.columns - 12 - width);
		const at = area.column + 12 + width;
		cells.put(row, area.column, formatClock(event.at), tone.muted);
		cells.put(row, area.column + 10, eventSubject(event, speech).padEnd(width).slice(0, width), tone.accent);
		cells.put(row, at, sentence, toneOf(event));
		cells.fill(row, at + sentence.length, area.columns - 12 - width - sentence.length);
	}
};

const newest = (board: Board, rows: number): readonly BoardEvent[] => {
	const {entries} = board.log;
	const found: BoardEvent[] = [];
	for (let at = entries.length - 1; at >= 0 && found.length < rows; at--) {
		const event = entries[at]?.event;
		if (event && !isDetail(event, board)) found.push(event);
	}
	return found;
};

const isDetail = (event: BoardEvent, board: Board): boolean => {
	if (event.type === 'queue-counted') return true;
	if (event.type !== 'ringing-ended') return false;
	const line = board.lines.get(event.number);
	return line !== undefined && findCall(line, event.callId)?.answeredAt !== null;
};

const toneOf = (event: BoardEvent): number => {
	if (event.type === 'caller-left') return event.outcome === 'served' ? tone.plain : tone.busy;
	if (event.type === 'agent-failed') return isMissed(event.cause) ? tone.warning : tone.muted;
	if (event.type === 'caller-joined') return tone.warning;
	return event.type === 'feed-connecting' || event.type === 'feed-live' ? tone.muted : tone.plain;
};
