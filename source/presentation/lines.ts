import {type Call, callState, peer, timedSince} from '../domain/call.js';
import {type Line, lineStatus, openCalls, shownCall} from '../domain/line.js';
import {left, type Placed, type Row, right, type Tone, text} from './cells.js';
import {formatAge} from './format.js';
import {nameOf, type Speech} from './names.js';
import type {Symbols} from './symbols.js';
import {formatNumber} from './telephone.js';
import {cutTo, widthOf} from './width.js';

/** The name shown for a line: its label, else its number. */
export const lineName = (line: Line): string => line.label ?? formatNumber(line.number);

type State = ReturnType<typeof lineStatus> | 'expired';

const tones: Readonly<Record<State, Tone>> = {
	'in-call': 'busy',
	'on-hold': 'held',
	ringing: 'ringing',
	free: 'free',
	unknown: 'muted',
	expired: 'muted',
};

/** The symbol says that a line is busy; only what wants attention is coloured further. */
const timerTones: Readonly<Record<State, Tone>> = {...tones, 'in-call': 'strong'};

export type TileStyle = Speech & {
	readonly width: number;
	readonly symbols: Symbols;
	readonly isSelected: boolean;
};

/** A line on two rows: state, name and running time; then direction, the other end, calls of those it can hold. */
export const lineTile = (line: Line, style: TileStyle): readonly Row[] => {
	const call = shownCall(line);
	const state = call && callState(call) === 'expired' ? 'expired' : lineStatus(line);
	return [
		call ? busyHead(line, call, {...style, state}) : idleHead(line, {...style, state}),
		detail(line, call, {...style, state}),
	];
};

type Styled = TileStyle & {readonly state: State};

const timerWidth = 8;

const idleHead = (line: Line, {state, width, symbols, isSelected}: Styled): Row => [
	left(0, 1, text(symbols.status[state], tones[state])),
	left(2, width - 2, text(cutTo(lineName(line), width - 2, symbols.cut), isSelected ? 'selected' : 'plain')),
];

/** The state's word stands beside the name where both have room; the symbol says the same in any case. */
const busyHead = (line: Line, call: Call, {state, width, messages, symbols, isSelected}: Styled): Row => {
	const tone = tones[state];
	const room = width - 2 - timerWidth;
	const name = cutTo(lineName(line), room, symbols.cut);
	const word = messages[`status.${state}`];
	const hasWord = widthOf(name) + 1 + widthOf(word) <= room;
	const words: readonly Placed[] = hasWord
		? [left(2 + widthOf(name) + 1, widthOf(word), text(word, timerTones[state] === 'strong' ? 'muted' : tone))]
		: [];
	return [
		left(0, 1, text(symbols.status[state], tone)),
		left(2, widthOf(name), text(name, isSelected ? 'selected' : 'strong')),
		...words,
		right(width - timerWidth, timerWidth, {
			kind: 'since',
			since: timedSince(call),
			tone: timerTones[state],
			steps: [],
			write: formatAge,
		}),
	];
};

const detail = (line: Line, call: Call | undefined, style: Styled): Row => {
	const {state, width, messages, symbols} = style;
	const calls = state === 'unknown' ? symbols.dash : openCalls(line).length;
	const used = `${calls}/${line.simultaneousLines ?? symbols.dash}`;
	const count = right(width - widthOf(used), widthOf(used), text(used, 'muted'));
	const room = width - widthOf(used) - 1;
	if (!call) return [left(2, room - 2, text(idleWords(line, {state, messages, room: room - 2}), 'muted')), count];
	const other = cutTo(nameOf(peer(call), style), room - 2, symbols.cut);
	return [left(0, 1, text(symbols.direction[call.direction], 'muted')), left(2, room - 2, text(other)), count];
};

/** The state, and the number of a line shown by its name where it fits whole. */
const idleWords = (
	line: Line,
	{state, messages, room}: Pick<Styled, 'state' | 'messages'> & {readonly room: number},
): string => {
	const word = messages[`status.${state}`];
	const withNumber = `${word}  ${formatNumber(line.number)}`;
	return line.label !== null && widthOf(withNumber) <= room ? withNumber : word;
};
