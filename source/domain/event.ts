import type {
	AgentNumber,
	CallerId,
	CallId,
	ChannelId,
	DurationMs,
	EpochMs,
	LineNumber,
	QueueNumber,
	SiteName,
} from './units.js';

/** Seen from the line: who called whom. `internal`: both ends are this number; `unknown`: neither is. */
export type Direction = 'incoming' | 'outgoing' | 'internal' | 'unknown';

/** How a caller left a queue. `served`: after a conversation. */
export type LeaveOutcome = 'served' | 'abandoned' | 'timed-out' | 'no-agent' | 'opted-out';

/** Why a feed stopped: the connection failed, or an answer could not be understood. */
export type FeedFailure = 'unreachable' | 'timeout' | 'status' | 'format' | 'too-large';

/** Without any news for so long, a conversation, or a ringing or waiting, is closed as expired. */
export type Patience = {readonly conversation: DurationMs; readonly waiting: DurationMs};

/** What a screen pop does: opens a browser, shows a page, asks a server without showing anything, runs a program. */
export type PopMode = 'popup' | 'modal' | 'silent' | 'exec';

/**
Why a pop came to nothing. `unsafe`: a redirect, or the address itself, would lead where it must not; `no-text`: the page is none;
`program`: it could not be started; `exit`: it ended badly; `unavailable`: no browser; `closed`: the board ends.
*/
export type PopFailure =
	| 'timeout'
	| 'unreachable'
	| 'status'
	| 'redirects'
	| 'unsafe'
	| 'no-text'
	| 'program'
	| 'exit'
	| 'unavailable'
	| 'closed';

/** `number`: the line or queue of the call. `target`: an address without user and query, or the name of a program. */
type OfPop = {readonly mode: PopMode; readonly number: string; readonly target: string};

type FromSite = {readonly site: SiteName};

/** What an event says about the number it concerns. */
type NumberFacts = {
	/** The customer's label, absent when it only repeats the number. */
	readonly label?: string;
	readonly numberType?: string;
	/** Calls the number can hold at once. */
	readonly simultaneousLines?: number;
	/** From the telephone switch to the event service, as the service measured it. */
	readonly latencyMs?: number;
};

type OnLine = FromSite & NumberFacts & {readonly service: 'line'; readonly number: LineNumber};

type OfCall = OnLine & {
	readonly callId: CallId;
	readonly direction: Direction;
	/** The calling number; empty when withheld. */
	readonly from: string;
	/** The called number. */
	readonly to: string;
	/** The number as dialled; differs from `to` when the call was forwarded. */
	readonly dialled: string;
};

type OnQueue = FromSite & NumberFacts & {readonly service: 'queue'; readonly number: QueueNumber};

type OfCaller = OnQueue & {
	readonly callerId: CallerId;
	/** The caller's number; empty when withheld or not told. */
	readonly from: string;
	/** When the caller entered the queue, where the event says so. */
	readonly joinedAt?: EpochMs;
	/** The call that brought the caller, where the event names it: the same in every queue it goes through. */
	readonly channel?: ChannelId;
};

type Fields = {
	'ringing-started': OfCall;
	'ringing-ended': OfCall;
	'talk-started': OfCall;
	'talk-ended': OfCall;
	'hold-started': OfCall;
	'hold-ended': OfCall;
	'line-registered': OnLine;
	'caller-joined': OfCaller;
	'agent-offered': OfCaller & {readonly agent: AgentNumber};
	/** An agent was rung and did not take the call. `cause`: the switch's word, `NO_ANSWER`, `LOSE_RACE`, … */
	'agent-failed': OfCaller & {readonly agent: AgentNumber; readonly cause: string};
	'bridge-started': OfCaller & {readonly agent: AgentNumber; readonly answeredAt: EpochMs};
	/** `bridged` is false when caller and agent were never joined. */
	'bridge-ended': OfCaller & {
		readonly agent: AgentNumber;
		readonly bridged: boolean;
		readonly answeredAt?: EpochMs;
		readonly endedAt: EpochMs;
	};
	'caller-left': OfCaller & {
		readonly outcome: LeaveOutcome;
		readonly leftAt: EpochMs;
		readonly agent?: AgentNumber;
		readonly answeredAt?: EpochMs;
	};
	/** The service's own count of those waiting. */
	'queue-counted': OnQueue & {readonly count: number};
	/** An event of a kind this program does not know, under its own name. */
	'event-unrecognised': FromSite & {readonly name: string; readonly number: string; readonly latencyMs?: number};
	/** A malformed event. `path`: what was wrong, `Events[3].Data.CallId`. */
	'event-rejected': FromSite & {readonly path: string; readonly reason: string};
	/** The first attempt, or one begun anew after the machine woke or the token changed. `quietAfterMs`: settable. */
	'feed-connecting': FromSite & {readonly transport: string; readonly quietAfterMs?: DurationMs};
	/** `transport`: how it listens now, when that is not as before. */
	'feed-live': FromSite & {readonly transport?: string};
	/**
	The service began a new session: events up to here may be lost, so what goes on is no longer known. Comes before the
	`feed-live` or `feed-received` of the same answer: until then the feed tells when it was heard of last.
	*/
	'feed-gap': FromSite;
	/**
	One answer arrived; of those without events, only one in ten seconds is told. `lastEventAt`: the youngest of them.
	`clockOffsetMs`: this machine minus service.
	*/
	'feed-received': FromSite & {
		readonly events: number;
		readonly rejected: number;
		readonly lastEventAt: EpochMs | null;
		readonly clockOffsetMs: number;
	};
	'feed-failed': FromSite & {readonly failure: FeedFailure; readonly reason: string; readonly retryAt: EpochMs};
	'feed-refused': FromSite & {readonly reason: string; readonly retryAt: EpochMs};
	/** Nobody listens for this site any more. */
	'feed-closed': FromSite;
	/** `patience`: after how long without news a call or caller is no longer believed in; absent: the usual times. */
	'time-passed': {readonly patience?: Patience};
	'board-reset': unknown;
	/** The day's figures were taken over from the file kept between runs, written at `savedAt`. */
	'board-restored': {readonly savedAt: EpochMs};
	/** The day's figures cannot be written to disk at present. */
	'board-unkept': {readonly reason: string};
	/** Ended calls cannot be written to the history on disk at present. */
	'history-unkept': {readonly reason: string};
	/** Somebody says that a lost caller is dealt with, or after all is not. `key`: of the loss. */
	'loss-ticked': {readonly key: string; readonly isDone: boolean};
	/** A screen pop did what it should. `status`: of the answer or the program; null: a browser gives none. */
	'pop-done': OfPop & {readonly status: number | null; readonly tookMs: number};
	/** `detail`: a status or a code of the system; empty when there is none. */
	'pop-failed': OfPop & {readonly failure: PopFailure; readonly detail: string};
	/** No browser can be started here: somebody has to open the address. */
	'pop-offered': OfPop;
	/** So many pops were left out since this was said last: too many at once. */
	'pop-dropped': {readonly count: number};
	/** The settings file changed while the program runs and was taken over, or not: then `problem` says why. */
	'settings-changed': {readonly problem?: string};
};

export type BoardEventType = keyof Fields;

/**
Everything that can happen, as plain JSON: headless output, recordings and history all speak it.
`at` is the service's time of the event, not the moment of arrival.
*/
export type BoardEvent<Type extends BoardEventType = BoardEventType> = {
	[Key in Type]: {readonly type: Key; readonly at: EpochMs} & Fields[Key];
}[Type];

/** An event that concerns one call on one line. */
export type CallEvent = BoardEvent<
	'ringing-started' | 'ringing-ended' | 'talk-started' | 'talk-ended' | 'hold-started' | 'hold-ended'
>;

/** An event that concerns one caller in one queue. */
export type CallerEvent = BoardEvent<
	'caller-joined' | 'agent-offered' | 'agent-failed' | 'bridge-started' | 'bridge-ended' | 'caller-left'
>;
