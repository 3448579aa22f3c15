// What `o` fires for, and what `y` copies, of what is selected.
import type {Board} from '../../domain/board.js';
import {peer} from '../../domain/call.js';
import type {BoardEvent, CallEvent, CallerEvent} from '../../domain/event.js';
import {shownCall} from '../../domain/line.js';
import {type Loss, lastOf, lossesOfCaller} from '../../domain/loss.js';
import {callerId, type EpochMs} from '../../domain/units.js';
import {type FoundCall, type FoundStay, foundCall, foundStay, stayWith} from '../details/found.js';
import type {Subject} from '../details/subject.js';
import {lostSubject} from '../lost/lost-subject.js';
import type {PopSubject} from './pops.js';

type Known = {readonly board: Board; readonly now: EpochMs};

/** The call that is meant; null where what is selected is none. One that is over fires as if it came now. */
export const popSubjectOf = (subject: Subject, known: Known): PopSubject | null => {
	const {board} = known;
	if (subject.kind === 'line') {
		const line = board.lines.get(subject.number);
		const call = line && shownCall(line);
		return call ? {number: subject.number, callId: call.id} : null;
	}
	if (subject.kind === 'call') {
		const call = foundCall(board, subject);
		return call && (call.endedAt === null ? {number: call.line, callId: call.id} : overCall(call, known));
	}
	if (subject.kind === 'stay') {
		const stay = foundStay(board, subject);
		if (stay === null) return null;
		return isThere(stay) ? {number: stay.queue, callerId: stay.id} : overStay(stay, known);
	}
	return subject.kind === 'event' ? ofEvent(eventOf(subject.sequence, board), known) : null;
};

const isThere = ({state}: FoundStay): boolean => state === 'waiting' || state === 'talking' || state === 'unknown';

const overCall = ({line, id, site, label, direction, from, to, dialled}: FoundCall, {now}: Known): CallEvent => ({
	...{type: 'ringing-started', at: now, site, service: 'line', number: line, callId: id, direction, from, to, dialled},
	...(label === null ? {} : {label}),
});

const overStay = (stay: FoundStay, {now}: Known): CallerEvent => ({
	...{type: 'caller-joined', at: now, site: stay.site, service: 'queue', number: stay.queue, callerId: stay.id},
	from: stay.from,
	...(stay.label === null ? {} : {label: stay.label}),
	...(stay.joinedAt === null ? {} : {joinedAt: stay.joinedAt}),
});

const eventOf = (sequence: number, {log}: Board): BoardEvent | undefined =>
	[...log.entries, ...log.registrations].find(entry => entry.sequence === sequence)?.event;

const ofEvent = (event: BoardEvent | undefined, known: Known): PopSubject | null => {
	if (event === undefined) return null;
	if ('callId' in event) return popSubjectOf({kind: 'call', line: event.number, id: event.callId}, known);
	const place = 'callerId' in event ? stayWith(known.board, event) : null;
	return place && popSubjectOf({kind: 'stay', ...place}, known);
};

/** The lost caller of that key, to call back: as if they joined their queue now, whatever of the stay is still known. */
export const popSubjectOfLost = (key: string, {board, now}: Known): CallerEvent | null => {
	const loss = lossOf(key, board);
	if (loss === undefined) return null;
	const stay = lostSubject(board, loss);
	const id = stay?.kind === 'stay' ? stay.id : callerId(loss.key);
	const {site, queue: number, from} = loss;
	return {type: 'caller-joined', at: now, site, service: 'queue', number, from, callerId: id};
};

/** The loss that is told of: the newest that is still open; with none open, the newest. */
const lossOf = (key: string, {losses}: Board): Loss | undefined => {
	const known = lossesOfCaller(losses, key);
	return lastOf(known.filter(({settled}) => settled === null)) ?? lastOf(known);
};

/** The lost caller's number, as providers write it; null: withheld. */
export const numberOfLost = (key: string, board: Board): string | null => told(lossOf(key, board)?.from ?? '');

/** The number to copy, as providers write it: of whoever is at the other end; of a line or agent without a call, its own. Null: withheld, or none. */
export const numberOf = (subject: Subject, board: Board): string | null => {
	switch (subject.kind) {
		case 'line': {
			const line = board.lines.get(subject.number);
			const call = line && shownCall(line);
			return told(call ? peer(call) : subject.number);
		}
		case 'call': {
			const call = foundCall(board, subject);
			return call && told(peer(call));
		}
		case 'stay':
			return told(foundStay(board, subject)?.from ?? '');
		case 'event': {
			const event = eventOf(subject.sequence, board);
			if (event === undefined) return null;
			return told('callId' in event ? peer(event) : 'callerId' in event ? event.from : '');
		}
		default:
			return subject.number;
	}
};

const told = (number: string): string | null => (number === '' ? null : number);
