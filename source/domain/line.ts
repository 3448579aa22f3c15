import {type Call, callState, endedAt} from './call.js';
import type {CallId, EpochMs, LineNumber, SiteName} from './units.js';

export type LineStatus = 'in-call' | 'on-hold' | 'ringing' | 'free' | 'unknown';

/** A telephone line and its calls. */
export type Line = {
	readonly number: LineNumber;
	readonly site: SiteName;
	readonly label: string | null;
	readonly type: string | null;
	/** Calls the line can hold at once; null until the service said so. */
	readonly simultaneousLines: number | null;
	/** Calls that go on (or expired a moment ago), in the order they were first heard of. */
	readonly calls: ReadonlyMap<CallId, Call>;
	/** The last calls that ended, oldest first: what makes late and repeated news harmless. */
	readonly ended: readonly Call[];
	/** The newest event; null when nothing was heard since a former run or since news may have been lost. */
	readonly heardAt: EpochMs | null;
	/** When its telephone last registered; null when that was not seen. */
	readonly registeredAt: EpochMs | null;
};

/** How many ended calls a line remembers. */
export const endedCallsKept = 8;

export const newLine = (number: LineNumber, site: SiteName): Line => ({
	number,
	site,
	label: null,
	type: null,
	simultaneousLines: null,
	calls: new Map(),
	ended: [],
	heardAt: null,
	registeredAt: null,
});

export const findCall = (line: Line, id: CallId): Call | undefined =>
	line.calls.get(id) ?? line.ended.find(call => call.id === id);

/** Puts a call where it belongs: among those that go on, or among the ended ones. */
export const putCall = (line: Line, call: Call): Line => {
	if (findCall(line, call.id) === call) return line;
	const calls = new Map(line.calls);
	const ended = line.ended.filter(({id}) => id !== call.id);
	if (endedAt(call) === null) return {...line, calls: calls.set(call.id, call), ended};
	calls.delete(call.id);
	return {...line, calls, ended: [...ended.map(withoutTrail), call].slice(-endedCallsKept)};
};

/** News of a call that ended comes at once or not at all; the record of what ended has its trail. */
const withoutTrail = (call: Call): Call => (call.trail.length === 0 ? call : {...call, trail: []});

/** Forgets a call the board no longer believes in: nobody saw it end. */
export const dropCall = (line: Line, {id}: Call): Line => {
	const calls = new Map(line.calls);
	calls.delete(id);
	return {...line, calls};
};

/** Calls the board believes in, without the expired ones and those in doubt. */
export const openCalls = (line: Line): readonly Call[] => [...line.calls.values()].filter(isOpen);

/** Of a line's calls that did not end: one that is believed in. */
export const isOpen = (call: Call): boolean => call.expiredAt === null && call.doubtedAt === null;

/** Which of several calls decides, first to last. */
const precedence = {'in-call': 0, 'on-hold': 1, ringing: 2, unknown: 3, expired: 4, ended: 5} as const;

/** The call the line's status comes from. */
export const foremostCall = (line: Line): Call | undefined => {
	let foremost: Call | undefined;
	for (const call of line.calls.values()) {
		if (!foremost || precedence[callState(call)] < precedence[callState(foremost)]) foremost = call;
	}
	return foremost;
};

/** The call to show when only one can be; none when nothing but calls in doubt is left. */
export const shownCall = (line: Line): Call | undefined => {
	const call = foremostCall(line);
	return call && callState(call) !== 'unknown' ? call : undefined;
};

/** The line's status, which follows from its calls alone. */
export const lineStatus = (line: Line): LineStatus => {
	if (line.heardAt === null) return 'unknown';
	const call = foremostCall(line);
	return call ? statusOf[callState(call)] : 'free';
};

const statusOf = {
	'in-call': 'in-call',
	'on-hold': 'on-hold',
	ringing: 'ringing',
	unknown: 'unknown',
	expired: 'free',
	ended: 'free',
} as const;

/** When the line was last busy, null if that was never seen. */
export const lastEndedAt = (line: Line): EpochMs | null => {
	const last = line.ended.at(-1);
	return last ? endedAt(last) : null;
};
