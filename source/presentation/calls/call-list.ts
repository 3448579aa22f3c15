import type {Board} from '../../domain/board.js';
import {type Call, type CallState, callState} from '../../domain/call.js';
import {type EndedCall, type EndedLog, endedKey} from '../../domain/ended.js';
import type {Line} from '../../domain/line.js';
import type {EpochMs, LineNumber, SiteName} from '../../domain/units.js';

/**
How a call stands, in the order of its sorting. `missed`: came in, and the line did not answer; `no-reply`: any other that
nobody answered. The news of lines does not say why.
*/
export const callStates = [
	'ringing',
	'in-call',
	'on-hold',
	'unknown',
	'expired',
	'answered',
	'missed',
	'no-reply',
] as const;

/** A call as one line sees it. A call between two lines is two of them. */
export type CallRow = Pick<Call, 'id' | 'direction' | 'from' | 'to' | 'dialled' | 'startedAt' | 'answeredAt'> & {
	/** The same while it goes on and after. */
	readonly key: string;
	readonly site: SiteName;
	readonly line: LineNumber;
	readonly state: (typeof callStates)[number];
	/** Null while it goes on, and where nobody knows whether it does. */
	readonly endedAt: EpochMs | null;
};

/** Both newest first, by their beginning. */
export type CallList = {
	/** Calls that go on, are in doubt, or expired a moment ago. */
	readonly active: readonly CallRow[];
	readonly ended: readonly CallRow[];
};

/** Lists calls; rows of calls that did not change are the same as before. */
export const createCallList = (): ((board: Pick<Board, 'lines' | 'ended'>) => CallList) => {
	const made = new WeakMap<Call | EndedCall, CallRow>();
	const keep = <Of extends Call | EndedCall>(of: Of, make: () => CallRow): CallRow => {
		const row = made.get(of) ?? make();
		made.set(of, row);
		return row;
	};
	let last: {readonly lines: Board['lines']; readonly log: EndedLog; readonly list: CallList} | undefined;
	return ({lines, ended: log}) => {
		if (last?.lines === lines && last.log === log) return last.list;
		const active = [...lines.values()].flatMap(line =>
			line.calls.size === 0 ? [] : Array.from(line.calls.values(), call => keep(call, () => activeRow(line, call))),
		);
		const ended =
			last?.log === log ? last.list.ended : newestFirst(endedCalls(log).map(call => keep(call, () => endedRow(call))));
		last = {lines, log, list: {active: newestFirst(active), ended}};
		return last.list;
	};
};

const endedCalls = ({entries}: EndedLog): readonly EndedCall[] =>
	entries.flatMap(({record}) => (record.kind === 'call' ? [record] : []));

const newestFirst = (rows: readonly CallRow[]): readonly CallRow[] =>
	rows.toSorted((one, other) => other.startedAt - one.startedAt || (one.key < other.key ? -1 : 1));

const activeRow = ({number: line, site}: Line, call: Call): CallRow => {
	const {id, direction, from, to, dialled, startedAt, answeredAt} = call;
	const key = endedKey({kind: 'call', site, line, id});
	const state = stateOf(callState(call), call);
	return {key, site, line, id, direction, from, to, dialled, startedAt, answeredAt, state, endedAt: null};
};

const endedRow = (record: EndedCall): CallRow => {
	const {site, line, id, direction, from, to, dialled, startedAt, answeredAt, endedAt} = record;
	const state = stateOf('ended', record);
	return {key: endedKey(record), site, line, id, direction, from, to, dialled, startedAt, answeredAt, state, endedAt};
};

const stateOf = (
	state: CallState,
	{answeredAt, direction}: Pick<Call, 'answeredAt' | 'direction'>,
): CallRow['state'] => {
	if (state !== 'ended') return state;
	if (answeredAt !== null) return 'answered';
	return direction === 'incoming' ? 'missed' : 'no-reply';
};
