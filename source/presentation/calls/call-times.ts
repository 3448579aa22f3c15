import type {StayRef} from '../../domain/stay-offers.js';
import type {EpochMs} from '../../domain/units.js';
import {type Cell, type Tone, text} from '../cells.js';
import {formatAge} from '../format.js';
import type {Style} from '../style.js';
import type {CallRow} from './call-list.js';

/** A length of time that runs, since an instant, or is over; null: not known. */
export type Span = {readonly since: EpochMs} | {readonly ms: number} | null;

/** How long the call has been what it is: ringing, talking; of an ended one the talk, or how long it rang. */
export const timeOf = ({state, startedAt, answeredAt, endedAt}: CallRow): Span => {
	if (state === 'unknown' || state === 'expired') return null;
	const since = answeredAt ?? startedAt;
	return endedAt === null ? {since} : {ms: endedAt - since};
};

/** How long both talked, or talk by now. */
export const talkOf = (row: CallRow): Span => (row.answeredAt === null ? null : timeOf(row));

/**
How long the other end waited for an answer: in the queue that the call came from, where that is known, else while the
line rang. An answered call that was never seen to ring may have rung before.
*/
export const waitOf = (row: CallRow, stay: StayRef | null): Span => {
	const {state, startedAt, answeredAt, endedAt} = row;
	if (state === 'ringing') return {since: stay?.joinedAt ?? startedAt};
	if (answeredAt === null) return endedAt === null ? null : {ms: endedAt - startedAt};
	if (stay?.waited != null) return {ms: stay.waited};
	return answeredAt > startedAt ? {ms: answeredAt - startedAt} : null;
};

/** Milliseconds of a span by now. */
export const lengthOf = (span: Span, now: EpochMs): number | null => {
	if (span === null) return null;
	return Math.max(0, 'ms' in span ? span.ms : now - span.since);
};

/** The same in seconds, for a file. */
export const secondsOf = (span: Span, now: EpochMs): number | null => {
	const length = lengthOf(span, now);
	return length === null ? null : Math.round(length) / 1000;
};

export const spanCell = (span: Span, {tone, symbols}: {readonly tone: Tone} & Pick<Style, 'symbols'>): Cell => {
	if (span === null) return text(symbols.dash, 'muted');
	if ('ms' in span) return text(formatAge(span.ms), tone);
	return {kind: 'since', since: span.since, tone, steps: [], write: formatAge};
};
