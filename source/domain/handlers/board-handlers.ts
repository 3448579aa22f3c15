import {isShown, recount} from '../caller.js';
import type {BoardDraft, Handlers} from '../draft.js';
import {ageLine, ageQueue, defaultPatience} from '../expiry.js';
import type {Line} from '../line.js';
import {compareCounts, type Queue, withPeak} from '../queue.js';
import {noCalls, staysOn, withCall} from '../recent-calls.js';
import {emptyTally} from '../tally.js';
import {emptyTimes} from '../times.js';
import type {EpochMs} from '../units.js';
import {emptyTotal, stayOf, withStay} from '../whole-call.js';
import {endVanished, noteAllWaiting} from './caller-consequences.js';

/** A line that is busy is known by its call and stays; a number known only from before goes. */
const keepLine = (line: Line): Line | undefined => (line.calls.size > 0 ? {...line, ended: []} : undefined);

/** Whoever waits or talks stays, without counting again; figures start at nothing. */
const keepQueue = (queue: Queue): Queue | undefined => {
	if (queue.callers.size === 0) return undefined;
	const callers = new Map([...queue.callers].map(([id, caller]) => [id, recount(caller)]));
	return {...queue, callers, gone: [], tally: emptyTally, times: emptyTimes};
};

const reset = (draft: BoardDraft, at: EpochMs): void => {
	draft.lines.refill(keepLine);
	draft.queues.refill(keepQueue);
	draft.agents.refill(() => undefined);
	draft.total = emptyTotal;
	draft.losses = new Map();
	draft.clearHistory(at);
	noteWaiting(draft, at);
	forgetCalls(draft);
	draft.clearLog();
	draft.since = at;
	draft.resetAt = at;
	draft.missed = [];
};

/** Of the calls through queues, only those that go on are remembered, as they count from now on. */
const forgetCalls = (draft: BoardDraft): void => {
	draft.calls = noCalls;
	for (const queue of draft.queues.values()) {
		for (const caller of queue.callers.values()) {
			if (caller.channel === null || !isShown(caller)) continue;
			const stays = withStay(staysOn(draft.calls, caller.channel) ?? [], stayOf(queue, caller));
			draft.calls = withCall(draft.calls, caller.channel, stays);
		}
	}
};

const noteWaiting = (draft: BoardDraft, at: EpochMs): void => {
	for (const queue of draft.queues.values()) draft.queues.set(queue.number, withPeak(queue, at));
	noteAllWaiting(draft, at);
};

/** Whoever waits on waits in this quarter too. */
const noteTime = (draft: BoardDraft, at: EpochMs): void => {
	for (const queue of draft.queues.values()) draft.queues.set(queue.number, compareCounts(queue, at));
	noteWaiting(draft, at);
	draft.noteLoad(at);
};

export const boardHandlers: Handlers<
	'time-passed' | 'board-reset' | 'board-restored' | 'board-unkept' | 'history-unkept' | 'settings-changed'
> = {
	'time-passed': (draft, {at, patience = defaultPatience}) => {
		const age = {now: at, patience};
		for (const line of draft.lines.values()) {
			// Every line, every second: nothing is put back that nothing changed.
			const aged = ageLine(line, age);
			if (aged !== line) draft.lines.set(line.number, aged);
		}
		for (const queue of draft.queues.values()) {
			const aged = ageQueue(queue, age);
			draft.queues.set(queue.number, aged);
			endVanished(draft, {before: queue, after: aged, at});
		}
		noteTime(draft, at);
		return false;
	},
	'board-reset': (draft, {at}) => {
		if (at === draft.resetAt) return false;
		reset(draft, at);
		return true;
	},
	// What was kept is on the board already; here it is only said, with the time in between that nobody watched.
	'board-restored': (draft, {at, savedAt}) => {
		draft.miss({from: savedAt, to: at});
		return !draft.hasLogged(known => known.type === 'board-restored' && known.at === at && known.savedAt === savedAt);
	},
	'board-unkept': (draft, {at, reason}) =>
		!draft.hasLogged(known => known.type === 'board-unkept' && known.at === at && known.reason === reason),
	'history-unkept': (draft, {at, reason}) =>
		!draft.hasLogged(known => known.type === 'history-unkept' && known.at === at && known.reason === reason),
	'settings-changed': (draft, {at, problem}) =>
		!draft.hasLogged(known => known.type === 'settings-changed' && known.at === at && known.problem === problem),
};
