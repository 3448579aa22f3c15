import type {Board} from '../../domain/board.js';
import type {CallEvent, CallerEvent} from '../../domain/event.js';
import type {FindStay} from '../../domain/queue-of-call.js';
import {type CallerId, type LineNumber, lineNumber, type QueueNumber} from '../../domain/units.js';

/** A call of an agent's line, as far as the course of a stay needs it. */
export type AgentCall = {
	readonly line: LineNumber;
	readonly isAnswered: boolean;
	readonly trail: readonly CallEvent[];
};

type StayOf = {
	readonly queue: QueueNumber;
	readonly id: CallerId;
	readonly stay: number;
	readonly trail: readonly CallerEvent[];
};

/** The calls that a stay led to on the lines of the agents it names, by numbers and times alone: see `queue-of-call.ts`. */
export const agentCalls = (
	{queue, id, stay, trail}: StayOf,
	{lines, ended}: Pick<Board, 'lines' | 'ended'>,
	find: FindStay,
): readonly AgentCall[] => {
	const calls = new Map<string, AgentCall>();
	const take = (line: LineNumber, call: Parameters<FindStay>[1] & CallFacts): void => {
		const found = find({number: line}, call);
		if (found?.queue !== queue || found.callerId !== id || found.stay !== stay) return;
		const key = `${line} ${call.id}`;
		// Of a line's ended calls, all but the last have given their trail away.
		const known = call.trail.length > 0 ? call.trail : (calls.get(key)?.trail ?? []);
		calls.set(key, {line, isAnswered: call.answeredAt !== null, trail: known});
	};
	const rung = agentsIn(trail);
	// What a line remembers of its calls comes last: it may know more than the record does.
	for (const {record} of ended.entries) if (record.kind === 'call' && rung.has(record.line)) take(record.line, record);
	for (const number of rung) {
		const line = lines.get(number);
		for (const call of [...(line?.ended ?? []), ...(line?.calls.values() ?? [])]) take(number, call);
	}
	return [...calls.values()];
};

type CallFacts = {readonly id: string; readonly answeredAt: number | null; readonly trail: readonly CallEvent[]};

/** Lines of the agents that a queue told of; an agent's number is that of the line. */
export const agentsIn = (trail: readonly CallerEvent[]): ReadonlySet<LineNumber> =>
	new Set(trail.flatMap(event => ('agent' in event && event.agent !== undefined ? [lineNumber(event.agent)] : [])));
