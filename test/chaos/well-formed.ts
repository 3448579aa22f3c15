/** What holds of every board, whatever the network did: the invariants of the figures and of the state document. */
import {expect} from 'vitest';
import type {Board} from '../../source/domain/board.js';
import {endedAt} from '../../source/domain/call.js';
import {type Caller, callerState, trailLimit} from '../../source/domain/caller.js';
import {endedKept} from '../../source/domain/ended.js';
import {logCapacity, registrationCapacity} from '../../source/domain/event-log.js';
import {endedCallsKept, type Line, openCalls} from '../../source/domain/line.js';
import {lossesKept} from '../../source/domain/loss.js';
import {holesKept} from '../../source/domain/missed.js';
import {goneCallersKept, type Queue} from '../../source/domain/queue.js';
import {stateDocument} from '../../source/domain/state-document.js';
import {idLimit} from '../../source/domain/text.js';
import {type EpochMs, epochMs} from '../../source/domain/units.js';
import {flawsOfFigures} from './well-formed-figures.js';

/** What is wrong with a board, a sentence each; empty when nothing is. */
export const flawsOf = (board: Board): readonly string[] => [
	...[...board.lines.entries()].flatMap(([number, line]) => [...flawsOfKey(number, line), ...flawsOfLine(line)]),
	...[...board.queues.entries()].flatMap(([number, queue]) => [...flawsOfKey(number, queue), ...flawsOfQueue(queue)]),
	...[...board.agents.entries()].flatMap(([number, agent]) => flawsOfKey(number, agent)),
	...flawsOfFigures(board),
	...flawsOfMemory(board),
	...flawsOfLoad(board),
	...flawsOfLosses(board),
	...flawsOfEnded(board),
	...flawsOfDocument(board),
];

/** Fails with what is wrong, if anything is. */
export const expectWellFormed = (board: Board): void => expect(flawsOf(board)).toEqual([]);

const flawsOfKey = (key: string, {number}: {readonly number: string}): readonly string[] =>
	key === number && key !== '' ? [] : [`${key} is kept under ${number}`];

const flawsOfLine = ({number, calls, ended, heardAt}: Line): readonly string[] => {
	const where = `line ${number}`;
	return [
		...[...calls].flatMap(([id, call]) => (id === call.id ? [] : [`${where}: call ${call.id} is kept as ${id}`])),
		...[...calls.values()].flatMap(call =>
			endedAt(call) === null ? [] : [`${where}: call ${call.id} ended and goes on`],
		),
		...ended.flatMap(call => (endedAt(call) === null ? [`${where}: call ${call.id} goes on and ended`] : [])),
		...ended.flatMap(({id}) => (calls.has(id) ? [`${where}: call ${id} is there twice`] : [])),
		...(ended.length > endedCallsKept ? [`${where}: ${ended.length} ended calls`] : []),
		...flawsOfInstants(where, {heardAt}),
		...[...calls.values(), ...ended].flatMap(
			({id, direction: _d, from: _f, to: _t, dialled: _n, trail, ...instants}) => [
				...flawsOfId(where, id),
				...flawsOfInstants(`${where}: call ${id}`, instants),
				...(trail.length > trailLimit ? [`${where}: call ${id} has a trail of ${trail.length}`] : []),
			],
		),
	];
};

const flawsOfQueue = ({number, callers, gone, heardAt, reported}: Queue): readonly string[] => {
	const where = `queue ${number}`;
	return [
		...[...callers].flatMap(([id, caller]) => (id === caller.id ? [] : [`${where}: ${caller.id} is kept as ${id}`])),
		...[...callers.values()].flatMap(caller =>
			callerState(caller) === 'gone' ? [`${where}: ${caller.id} is gone`] : [],
		),
		...gone.flatMap(({id}) => (callers.has(id) ? [`${where}: ${id} is there and gone`] : [])),
		...(gone.length > goneCallersKept ? [`${where}: ${gone.length} callers gone`] : []),
		...(reported === null || reported.count >= 0 ? [] : [`${where}: ${reported.count} reported`]),
		...flawsOfInstants(where, {heardAt, reportedAt: reported?.at ?? null}),
		...[...callers.values(), ...gone].flatMap(caller => flawsOfCaller(`${where}: ${caller.id}`, caller)),
	];
};

const flawsOfCaller = (where: string, caller: Caller): readonly string[] => {
	const {joinedAt, brokenBridgeAt, doubtedAt, heardAt, bridge, left, ringing} = caller;
	const bridgeAt = bridge?.answeredAt ?? null;
	const bridgeEnd = bridge?.endedAt ?? null;
	return [
		...flawsOfId(where, caller.id),
		...flawsOfInstants(where, {joinedAt, brokenBridgeAt, doubtedAt, heardAt, bridgeAt, bridgeEnd}),
		...flawsOfInstants(where, {leftAt: left?.at ?? null}),
		...(bridge !== null && ringing.size > 0 ? [`${where} talks while agents ring`] : []),
		...(left !== null && left.outcome !== 'expired' && ringing.size > 0 ? [`${where} left while agents ring`] : []),
		...(caller.trail.length > trailLimit ? [`${where} has a trail of ${caller.trail.length}`] : []),
		...(caller.stay >= 1 ? [] : [`${where}: stay ${caller.stay}`]),
	];
};

const flawsOfId = (where: string, id: string): readonly string[] =>
	id.length > 0 && id.length <= idLimit ? [] : [`${where}: an id of ${id.length} characters`];

const year10000 = Date.UTC(10_000, 0);

const flawsOfInstants = (where: string, instants: Readonly<Record<string, EpochMs | null>>): readonly string[] =>
	Object.entries(instants).flatMap(([name, at]) =>
		at === null || (at > 0 && at < year10000) ? [] : [`${where}: ${name} is ${at}`],
	);

const flawsOfMemory = ({log, missed, since}: Board): readonly string[] => [
	...(log.entries.length > logCapacity ? [`${log.entries.length} entries in the log`] : []),
	...(log.registrations.length > registrationCapacity ? [`${log.registrations.length} registrations`] : []),
	...(log.total < log.entries.length ? [`${log.total} entries ever, ${log.entries.length} kept`] : []),
	...(missed.length > holesKept ? [`${missed.length} holes`] : []),
	...missed.flatMap(({from, to}) => (from < to ? [] : [`a hole from ${from} to ${to}`])),
	...flawsOfInstants('the board', {since}),
];

const flawsOfLoad = ({load, lines}: Board): readonly string[] => {
	const open = [...lines.values()].flatMap(openCalls).length;
	return load.open === open ? [] : [`${load.open} calls are said to go on, ${open} do`];
};

const flawsOfLosses = ({losses}: Board): readonly string[] => [
	...(losses.size > lossesKept ? [`${losses.size} losses`] : []),
	...[...losses].flatMap(([key, loss]) => [
		...(key === loss.key && key !== '' ? [] : [`the loss ${loss.key} is kept under ${key}`]),
		...flawsOfInstants(`the loss ${key}`, {at: loss.at, settledAt: loss.settled?.at ?? null}),
		...(loss.settled === null || loss.settled.at >= loss.at ? [] : [`the loss ${key} was settled before it was lost`]),
		...(loss.settled === null || loss.from !== '' || loss.settled.by === 'hand'
			? []
			: [`the loss ${key} of nobody known is settled`]),
	]),
];

/** Every record once, in order, and none of what goes on. */
const flawsOfEnded = ({ended, lines}: Board): readonly string[] => {
	const {entries, total} = ended;
	const keys = new Set(entries.map(({key}) => key));
	return [
		...(entries.length > endedKept || total < entries.length ? [`${entries.length} of ${total} ended`] : []),
		...(keys.size === entries.length ? [] : ['something ended twice']),
		...entries.flatMap(({sequence}, index) =>
			sequence > (entries[index - 1]?.sequence ?? 0) && sequence <= total ? [] : [`record ${sequence} out of order`],
		),
		...entries.flatMap(({record}) =>
			record.kind === 'call' && lines.get(record.line)?.calls.has(record.id)
				? [`call ${record.id} is recorded and goes on`]
				: [],
		),
	];
};

/** Seen at a time before all events, among them, and after. */
const flawsOfDocument = (board: Board): readonly string[] =>
	[1, board.since ?? 1, year10000].flatMap(now => {
		const document = stateDocument(board, epochMs(now));
		const again: unknown = JSON.parse(JSON.stringify(document));
		return flawsOfJson('', document, again);
	});

/** Numbers that JSON has no word for, negative ones, and what does not survive. */
const flawsOfJson = (path: string, value: unknown, again: unknown): readonly string[] => {
	if (typeof value === 'number') {
		const mayBeNegative = path.endsWith('clockOffsetMs');
		return Number.isFinite(value) && (value >= 0 || mayBeNegative) ? [] : [`${path} is ${value}`];
	}
	if (typeof value !== 'object' || value === null)
		return Object.is(value, again) ? [] : [`${path} does not survive as JSON`];
	return Object.entries(value).flatMap(([key, part]) =>
		flawsOfJson(
			`${path}.${key}`,
			part,
			typeof again === 'object' && again !== null ? Reflect.get(again, key) : undefined,
		),
	);
};
