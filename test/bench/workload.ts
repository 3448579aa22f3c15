// What the renderers are measured on: the same invented board, moved on by the same events.

import type {BoardEvent, CallEvent} from '../../source/domain/event.js';
import {
	agentNumber,
	callerId,
	callId,
	type EpochMs,
	epochMs,
	lineNumber,
	queueNumber,
	siteName,
} from '../../source/domain/units.js';

/** A screen size and how many lines fill it. */
export type Scale = {readonly columns: number; readonly rows: number; readonly lines: number};

export const scales = {
	small: {columns: 80, rows: 24, lines: 12},
	middle: {columns: 200, rows: 60, lines: 90},
	large: {columns: 300, rows: 100, lines: 279},
} as const satisfies Record<string, Scale>;

/** 2026-03-05 10:15:00 in Paris, a whole second. */
export const startAt = 1_772_702_100_000;

export type Workload = {
	/** Brings an empty board to where all lines are in call and callers wait and talk in each queue. */
	readonly initial: readonly BoardEvent[];
	/** The next ten events and the news that they came: holds, second calls, a caller who joins, one who is answered, one who leaves. Lines stay busy. */
	next(now: EpochMs): readonly BoardEvent[];
};

const site = siteName('default');
const names = ['Accueil', 'Alice', 'Bruno', 'Chloé', 'David', 'Emma', 'Farid', 'Gaëlle', 'Hugo', 'Inès', 'Jules'];
const queues = ['Support', 'Ventes', 'Commandes'];

/** In each queue so many wait and so many talk, always. */
const inQueue = 3;

export const createWorkload = (lines: number, start = startAt): Workload => {
	let frame = 0;
	let callers = 0;
	const newcomer = () => callers++;
	return {
		initial: [
			{type: 'feed-connecting', at: epochMs(start), site, transport: 'bench'},
			{type: 'feed-live', at: epochMs(start), site},
			...Array.from({length: lines}, (_, line) =>
				firstCall(line, epochMs(start - 1000 * (30 + ((line * 37) % 3300)))),
			).flat(),
			...Array.from({length: inQueue * 2 * queues.length}, newcomer).flatMap(caller =>
				firstStay(caller, epochMs(start - 1000 * (20 - caller))),
			),
		],
		next(now) {
			const line = (frame * 3) % lines;
			const before = ((frame - 1) * 3 + lines) % lines;
			const isFirst = frame === 0;
			frame += 1;
			return [
				...holds(isFirst ? [] : [before, (before + 1) % lines], 'hold-ended', now),
				...holds([line, (line + 1) % lines], 'hold-started', now),
				onCall('ringing-started', {line: (line + 2) % lines, call: frame, at: now}),
				...(isFirst ? [] : [onCall('ringing-ended', {line: (before + 2) % lines, call: frame - 1, at: now})]),
				...moveOn(newcomer(), now),
				{type: 'feed-received', at: now, site, events: 10, rejected: 0, lastEventAt: now, clockOffsetMs: 0},
			];
		},
	};
};

const numberOf = (line: number) => lineNumber(`00331990${String(10_000 + line)}`);
const outside = (seed: number) => `00336${String(10_000_000 + ((seed * 7919) % 89_999_999))}`;

type Spot = {readonly line: number; readonly call: number; readonly at: EpochMs};

const onCall = (type: CallEvent['type'], {line, call, at}: Spot): CallEvent => ({
	type,
	at,
	site,
	service: 'line',
	number: numberOf(line),
	label: `${names[line % names.length]} ${String(line + 1).padStart(3, '0')}`,
	simultaneousLines: 4,
	callId: callId(`call-${line}-${call}`),
	direction: 'incoming',
	from: outside(line + call),
	to: numberOf(line),
	dialled: numberOf(line),
});

const firstCall = (line: number, at: EpochMs): readonly BoardEvent[] => [
	onCall('ringing-started', {line, call: 0, at: epochMs(at - 7000)}),
	onCall('talk-started', {line, call: 0, at}),
];

const holds = (lines: readonly number[], type: 'hold-started' | 'hold-ended', at: EpochMs) =>
	lines.map(line => onCall(type, {line, call: 0, at}));

const stay = (caller: number, at: EpochMs) =>
	({
		at,
		site,
		service: 'queue',
		number: queueNumber(`003319900000${caller % queues.length}`),
		label: queues[caller % queues.length] ?? '',
		callerId: callerId(`caller-${caller}`),
		from: outside(caller * 31),
	}) as const;

const agent = (caller: number) => agentNumber(numberOf(caller % 12));

/** The older half of the first callers talks. */
const firstStay = (caller: number, at: EpochMs): readonly BoardEvent[] => {
	const joined = {type: 'caller-joined', ...stay(caller, at), joinedAt: at} as const;
	return caller < inQueue * queues.length ? [joined, bridge(caller, epochMs(at + 2000))] : [joined];
};

const bridge = (caller: number, at: EpochMs): BoardEvent => ({
	type: 'bridge-started',
	...stay(caller, at),
	agent: agent(caller),
	answeredAt: at,
});

/** Someone joins; in the same queue the first who waits is answered and the first who talks has finished. */
const moveOn = (caller: number, at: EpochMs): readonly BoardEvent[] => {
	const answered = caller - inQueue * queues.length;
	const served = answered - inQueue * queues.length;
	const end = {...stay(served, at), agent: agent(served)};
	return [
		{type: 'caller-joined', ...stay(caller, at), joinedAt: at},
		bridge(answered, at),
		{type: 'bridge-ended', ...end, bridged: true, endedAt: at},
		{type: 'caller-left', ...end, outcome: 'served', leftAt: at},
	];
};
