import {type Call, endedAt} from './call.js';
import {direction, keptCallId, keptLineNumber, keptSite} from './kept-events.js';
import {amount, instant, list, made, orNull, type Read, record, text} from './kept-values.js';
import {endedCallsKept, type Line} from './line.js';

/** A line as plain JSON. */
export type KeptLine = Omit<Line, 'calls' | 'ended'> & {
	readonly calls: readonly KeptCall[];
	readonly ended: readonly KeptCall[];
};

/** Trails are not kept: they would be most of the file. */
type KeptCall = Omit<Call, 'trail'>;

/** Late news of a former run does not come: of what ended, only the last matters yet. */
const endedKept = 1;

export const keepLine = (line: Line): KeptLine => ({
	...line,
	calls: Array.from(line.calls.values(), keepCall),
	ended: line.ended.slice(-endedKept).map(keepCall),
});

const keepCall = ({trail: _, ...call}: Call): KeptCall => call;

const keptCall = record<KeptCall>({
	id: keptCallId,
	direction,
	from: text(),
	to: text(),
	dialled: text(),
	startedAt: instant,
	answeredAt: orNull(instant),
	ringingEndedAt: orNull(instant),
	heldAt: orNull(instant),
	holdNewsAt: orNull(instant),
	hungUpAt: orNull(instant),
	expiredAt: orNull(instant),
	doubtedAt: orNull(instant),
	heardAt: instant,
});

const call: Read<Call> = made(keptCall, known => ({...known, trail: []}));

type Listed = Omit<Line, 'calls'> & {readonly calls: readonly Call[]};

const keptLine = record<Listed>({
	number: keptLineNumber,
	site: keptSite,
	label: orNull(text()),
	type: orNull(text()),
	simultaneousLines: orNull(amount),
	calls: list(call),
	ended: list(call),
	heardAt: orNull(instant),
	registeredAt: orNull(instant),
});

/** A line out of JSON; undefined when it is none, or takes a call for both ended and going on. */
export const restoreLine: Read<Line> = json => {
	const kept = keptLine(json);
	if (!kept) return undefined;
	const calls = new Map(kept.calls.map(known => [known.id, known]));
	const isSound =
		kept.calls.every(known => endedAt(known) === null) &&
		kept.ended.every(known => endedAt(known) !== null && !calls.has(known.id));
	return isSound ? {...kept, calls, ended: kept.ended.slice(-endedCallsKept)} : undefined;
};
