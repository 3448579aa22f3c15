import type {StayRef} from '../../domain/stay-offers.js';
import {type Cell, type Tone, text} from '../cells.js';
import type {Style} from '../style.js';
import type {CallRow} from './call-list.js';

const tones: Readonly<Record<CallRow['state'], Tone>> = {
	ringing: 'ringing',
	'in-call': 'busy',
	'on-hold': 'held',
	unknown: 'muted',
	expired: 'muted',
	answered: 'muted',
	missed: 'warning',
	'no-reply': 'muted',
};

/** The state says what a call is by shape, word and colour; a running time wants to be seen, not judged. */
export const timeTones: Readonly<Record<CallRow['state'], Tone>> = {
	...tones,
	'in-call': 'strong',
	answered: 'plain',
	missed: 'muted',
};

/** How a state is called: of calls that go on as on the tiles of lines. */
export const stateWord = ({state}: Pick<CallRow, 'state'>, {messages}: Pick<Style, 'messages'>): string => {
	if (state === 'answered' || state === 'missed' || state === 'no-reply') return messages[`calls.${state}`];
	return messages[`status.${state}`];
};

/** Shape and word; of what ended, the word alone. What the queue let ring elsewhere too is nothing to call back for. */
export const stateCell = (row: CallRow, stay: StayRef | null, style: Style): Cell => {
	const shape = row.endedAt === null ? style.symbols.status[shapeOf(row)] : ' ';
	const tone = row.state === 'missed' && stay !== null ? 'plain' : tones[row.state];
	return text(`${shape} ${stateWord(row, style)}`, tone);
};

const shapeOf = ({state}: CallRow): keyof Style['symbols']['status'] =>
	state === 'answered' || state === 'missed' || state === 'no-reply' ? 'free' : state;
