import {createRandom} from './random.js';

/**
When a fault strikes: in place of any answer, whatever was asked for; on a finished answer with events or without, or a
message of a WebSocket; on the events inside.
*/
export type FaultStage = 'request' | 'answer' | 'events';

/** Everything that can be made to go wrong, and what a client then meets. */
export const faultKinds = {
	'http-400': {stage: 'request', effect: 'status 400 with an HTML body'},
	'http-404': {stage: 'request', effect: 'status 404 with an HTML body'},
	'http-429': {stage: 'request', effect: 'status 429 with Retry-After in seconds'},
	'http-500': {stage: 'request', effect: 'status 500 with an HTML body'},
	'http-502': {stage: 'request', effect: 'status 502 with an HTML body'},
	'http-503': {stage: 'request', effect: 'status 503 with Retry-After, by turns in seconds and as a date'},
	html: {stage: 'request', effect: 'status 200 with an HTML body'},
	empty: {stage: 'request', effect: 'status 200 without a body'},
	reset: {stage: 'request', effect: 'the connection is cut without an answer'},
	hang: {stage: 'request', effect: 'no answer ever'},
	'refuse-token': {stage: 'request', effect: 'the token is refused'},
	'session-loss': {stage: 'request', effect: 'the session is forgotten with all that waited in it'},
	truncated: {stage: 'answer', effect: 'the connection is cut in the middle of the body or the message'},
	malformed: {stage: 'answer', effect: 'the body or the message is no JSON'},
	drip: {stage: 'answer', effect: 'the body or the message comes in small pieces, slowly'},
	huge: {stage: 'answer', effect: 'the body or the message is larger than 8 MiB, and means nothing'},
	'null-answer': {stage: 'answer', effect: 'the body or the message is null'},
	'invalid-utf8': {stage: 'answer', effect: 'bytes that are no UTF-8 stand in a Description'},
	'socket-close': {stage: 'answer', effect: 'the WebSocket is closed with 1011; a poll is cut when its answer began'},
	'half-open': {stage: 'answer', effect: 'the WebSocket stays open and nothing comes or is answered; a poll hangs'},
	'wrong-types': {stage: 'events', effect: 'keys of an event hold values of another type'},
	'one-bad-event': {stage: 'events', effect: 'something that is no event stands among the events'},
	duplicate: {stage: 'events', effect: 'an event is delivered twice'},
	reorder: {stage: 'events', effect: 'the events of an answer are shuffled'},
	lose: {stage: 'events', effect: 'an event is not delivered'},
} as const satisfies Readonly<Record<string, {readonly stage: FaultStage; readonly effect: string}>>;

export type FaultKind = keyof typeof faultKinds;

/** The kinds that strike at this stage. */
export type FaultAt<Stage extends FaultStage> = {
	[Kind in FaultKind]: (typeof faultKinds)[Kind]['stage'] extends Stage ? Kind : never;
}[FaultKind];

/** `rate`, 0 to 1: in how many answers (`wrong-types`, `duplicate`, `lose`: of how many events) it strikes. */
export type Fault = {readonly kind: FaultKind; readonly rate: number};

/** Reads `KIND` or `KIND:RATE`; the rate is 1 when left out. Throws `Error` naming what is valid. */
export const parseFault = (text: string): Fault => {
	const [kind = '', rate = '1', ...rest] = text.split(':');
	if (!isFaultKind(kind)) {
		throw new Error(`Unknown fault "${kind}". Valid kinds: ${Object.keys(faultKinds).join(', ')}.`);
	}
	if (rest.length > 0 || !/^(0|1|[01]?\.\d+)$/.test(rate) || Number(rate) > 1) {
		throw new Error(`Bad rate in "${text}". Expected KIND or KIND:RATE with a rate from 0 to 1, as in "${kind}:0.25".`);
	}
	return {kind, rate: Number(rate)};
};

/** Decides, by chance that can be repeated, whether a fault strikes. */
export type Dice = {
	/** The first of the faults of this stage that strikes now. */
	strike<Stage extends FaultStage>(stage: Stage): FaultAt<Stage> | undefined;
	/** Whether this one strikes now. */
	hits(kind: FaultKind): boolean;
	/** Whether this one may strike at some time. */
	expects(kind: FaultKind): boolean;
	/** An integer from 0 to `count` - 1. */
	below(count: number): number;
	/** From now on these faults strike, no others. */
	setFaults(faults: readonly Fault[]): void;
};

export const createDice = (initial: readonly Fault[], seed: number): Dice => {
	const random = createRandom(seed);
	let faults = initial;
	return {
		strike: <Stage extends FaultStage>(stage: Stage) =>
			faults.filter(fault => isAt(fault.kind, stage)).find(fault => random.chance(fault.rate))?.kind as
				| FaultAt<Stage>
				| undefined,
		hits: kind => faults.some(fault => fault.kind === kind && random.chance(fault.rate)),
		expects: kind => faults.some(fault => fault.kind === kind && fault.rate > 0),
		below: count => random.integer(0, count - 1),
		setFaults: wanted => {
			faults = wanted;
		},
	};
};

const isFaultKind = (text: string): text is FaultKind => Object.hasOwn(faultKinds, text);

const isAt = (kind: FaultKind, stage: FaultStage) => faultKinds[kind].stage === stage;
