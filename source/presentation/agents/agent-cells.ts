import type {AgentStatus} from '../../domain/agent.js';
import {meanMs} from '../../domain/tally.js';
import type {DurationMs} from '../../domain/units.js';
import {type Cell, type Tone, text} from '../cells.js';
import {formatAge, formatMean} from '../format.js';
import {nameOf} from '../names.js';
import type {Style} from '../style.js';
import {widthOf} from '../width.js';
import type {AgentRow} from './agent-rows.js';

const tones: Readonly<Record<AgentStatus, Tone>> = {
	'in-call': 'busy',
	ringing: 'ringing',
	free: 'free',
	unknown: 'muted',
};

/** Who is at work stands out; the symbol and its colour say the rest. */
const nameTones: Readonly<Record<AgentStatus, Tone>> = {
	'in-call': 'strong',
	ringing: 'strong',
	free: 'plain',
	unknown: 'muted',
};

const timerTones: Readonly<Record<AgentStatus, Tone>> = {...tones, 'in-call': 'strong', free: 'muted'};

export const nameCell = ({agent, state}: AgentRow, style: Style): Cell =>
	text(nameOf(agent.number, style), nameTones[state.status]);

export const stateCell = ({state: {status}}: AgentRow, {messages, symbols}: Style): Cell =>
	text(`${symbols.status[status]} ${messages[`status.${status}`]}`, tones[status]);

export const sinceCell = ({state: {status, since}}: AgentRow, {messages}: Style, width: number): Cell =>
	since === null
		? text(messages['figure.none'], 'muted')
		: {kind: 'since', since, tone: timerTones[status], steps: [], write: writeWithin(width)};

/** A running time; one too long for its place without its seconds, `15h03`. */
const writeWithin =
	(width: number) =>
	(age: number): string => {
		const whole = formatAge(age);
		return whole.length <= width ? whole : whole.slice(0, -3).replace(':', 'h');
	};

/** The other party, and where it fits whole, which way the call went. */
export const peerCell = ({state}: AgentRow, style: Style, width: number): Cell => {
	const {peer, direction, status} = state;
	if (peer === null || direction === null)
		return text(status === 'unknown' ? style.messages['figure.none'] : '', 'muted');
	const name = nameOf(peer, style);
	const whole = `${style.symbols.direction[direction]} ${name}`;
	return text(widthOf(whole) <= width ? whole : name);
};

export const queueCell = ({state: {queue, status}}: AgentRow, style: Style): Cell => {
	if (queue !== null) return text(nameOf(queue, style));
	return text(status === 'unknown' ? style.messages['figure.none'] : '', 'muted');
};

export const countCell = (count: number): Cell => text(String(count), count === 0 ? 'muted' : 'plain');

/** The mean length of the conversations that ended; null without any. */
export const averageTalkOf = ({agent: {talkMs, talks}}: AgentRow): DurationMs | null => meanMs(talkMs, talks);

export const averageTalkCell = (row: AgentRow, {messages}: Style): Cell => {
	const mean = averageTalkOf(row);
	return mean === null ? text(messages['figure.none'], 'muted') : text(formatMean(mean));
};

export const queuesCell = ({agent: {queues}}: AgentRow, style: Style): Cell =>
	text(queues.map(queue => nameOf(queue, style)).join(', '), 'muted');
