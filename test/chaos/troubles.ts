/** All that can go wrong, and what a board may still be expected to know afterwards. */
import type {Transport} from '../../source/providers/ovh/providers.js';
import {type FaultKind, faultKinds} from '../../source/simulator/faults.js';

/** The ways to listen that differ. */
export type Way = Exclude<Transport, 'auto'>;

/** What is done to the service as a whole, beside what its faults do to single answers. `refuse-other`: the second token. */
export const blows = ['restart', 'forget', 'renew', 'revoke-briefly', 'revoke', 'refuse-other'] as const;

export type Blow = (typeof blows)[number];
export type Trouble = FaultKind | Blow;

/**
`nothing`: every event arrives, and no gap may be claimed. `said`: the session may be lost or given up; then a gap is said,
and without one nothing is missing. `unsaid`: events are lost without a trace.
*/
export type Loss = 'nothing' | 'said' | 'unsaid';

export const losses = ['nothing', 'said', 'unsaid'] as const satisfies readonly Loss[];

const everywhere = (loss: Loss): Readonly<Record<Way, Loss>> => ({v1: loss, v2: loss, websocket: loss});

/** Version 1 replaces a session it does not know without a word, and may have answered a request that was given up. */
const silentInV1 = {v1: 'unsaid', v2: 'said', websocket: 'said'} as const;
/** What ends the connection of a WebSocket may lose what is on its way, or make the session look useless. */
const saidOnSockets = {v1: 'nothing', v2: 'nothing', websocket: 'said'} as const;
/** No news in version 2, an answer that cannot be read in version 1. */
const unusableInV1 = {v1: 'said', v2: 'nothing', websocket: 'nothing'} as const;

/** A poll that is refused does not tell which token is meant: version 2 begins a new session to learn it. */
const saidInPolls = {v1: 'nothing', v2: 'said', websocket: 'nothing'} as const;

const lossesOf: Readonly<Record<Trouble, Readonly<Record<Way, Loss>>>> = {
	'http-429': everywhere('nothing'),
	'http-500': everywhere('nothing'),
	'http-502': everywhere('nothing'),
	'http-503': everywhere('nothing'),
	reset: everywhere('nothing'),
	hang: everywhere('nothing'),
	drip: everywhere('nothing'),
	duplicate: everywhere('nothing'),
	reorder: everywhere('nothing'),
	'one-bad-event': everywhere('nothing'),
	'revoke-briefly': saidInPolls,
	renew: silentInV1,
	truncated: saidOnSockets,
	'socket-close': saidOnSockets,
	'half-open': saidOnSockets,
	'invalid-utf8': saidOnSockets,
	empty: unusableInV1,
	'null-answer': unusableInV1,
	malformed: {v1: 'said', v2: 'said', websocket: 'nothing'},
	'http-400': everywhere('said'),
	'http-404': everywhere('said'),
	html: everywhere('said'),
	huge: everywhere('said'),
	'refuse-token': everywhere('said'),
	revoke: everywhere('said'),
	'refuse-other': {v1: 'nothing', v2: 'said', websocket: 'said'},
	'session-loss': silentInV1,
	restart: silentInV1,
	forget: silentInV1,
	'wrong-types': everywhere('unsaid'),
	lose: everywhere('unsaid'),
};

export const isBlow = (trouble: Trouble): trouble is Blow => (blows as readonly string[]).includes(trouble);
export const isFault = (trouble: Trouble): trouble is FaultKind => !isBlow(trouble);

const faults = Object.keys(faultKinds) as FaultKind[];

/** What can happen to one that listens with one token. */
export const troubles: readonly Trouble[] = [...faults, ...blows.filter(blow => blow !== 'refuse-other')];

const isHarmless = (fault: FaultKind): boolean => Object.values(lossesOf[fault]).every(loss => loss === 'nothing');

/** However they strike, and whatever else happens, nothing is lost by them. */
export const harmlessFaults: readonly FaultKind[] = faults.filter(fault => isHarmless(fault) && fault !== 'reorder');

/** The worst that these together may do. Shuffled events are sure to be understood only when they are all near. */
export const worstOf = (kinds: readonly Trouble[], way: Way): Loss => {
	if (kinds.length > 1 && kinds.includes('reorder')) return 'unsaid';
	return losses.findLast(loss => kinds.some(kind => lossesOf[kind][way] === loss)) ?? 'nothing';
};
