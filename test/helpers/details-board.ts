import type {Board} from '../../source/domain/board.js';
import type {EndedStay} from '../../source/domain/ended.js';
import type {BoardEvent} from '../../source/domain/event.js';
import {callerId, callId, channelId} from '../../source/domain/units.js';
import type {Subject} from '../../source/presentation/details/subject.js';
import {
	accueil,
	alice,
	at,
	boardAfter,
	bridged,
	bruno,
	chloe,
	colleague,
	failed,
	joined,
	left,
	offered,
	onCall,
	served,
	site,
	support,
} from './builders.js';

const feed: readonly BoardEvent[] = [
	{type: 'feed-connecting', at: at(-900), site, transport: 'v1'},
	{type: 'feed-live', at: at(-899), site},
];

const named = (number: typeof accueil, label: string, seconds: number): BoardEvent => ({
	type: 'line-registered',
	at: at(seconds),
	site,
	service: 'line',
	number,
	label,
	numberType: 'sipCirpack',
	simultaneousLines: 2,
});

const onLine = (line: typeof accueil, id: string) => ({number: line, to: line, dialled: support, callId: callId(id)});

/** The queue rings three at once; nobody answers, and the caller gives up. */
export const lostToAll: readonly BoardEvent[] = [
	joined(-90, {label: 'Support', callerId: callerId('lost'), channel: channelId('channel-lost')}),
	...[alice, bruno, chloe].map(agent => offered(-88, {agent, callerId: callerId('lost')})),
	onCall('ringing-started', -87.8, onLine(accueil, 'leg-1')),
	onCall('ringing-started', -87.7, onLine(colleague, 'leg-2')),
	failed(-80, {agent: chloe, callerId: callerId('lost'), cause: 'USER_BUSY'}),
	failed(-68, {agent: alice, callerId: callerId('lost')}),
	onCall('ringing-ended', -67.6, onLine(accueil, 'leg-1')),
	failed(-48, {agent: bruno, callerId: callerId('lost'), cause: 'ORIGINATOR_CANCEL'}),
	onCall('ringing-ended', -47.9, onLine(colleague, 'leg-2')),
	left(-48, {callerId: callerId('lost'), joinedAt: at(-90)}),
];

const other = '0033639980002';

/** Somebody who talks by now, and somebody who waits and is rung for. */
const running: readonly BoardEvent[] = [
	joined(-40, {callerId: callerId('talks'), from: other}),
	offered(-38, {callerId: callerId('talks'), from: other, agent: bruno}),
	onCall('ringing-started', -37.6, {...onLine(colleague, 'leg-3'), from: other}),
	onCall('talk-started', -31.1, {...onLine(colleague, 'leg-3'), from: other}),
	bridged(-31, {callerId: callerId('talks'), from: other, agent: bruno, joinedAt: at(-40)}),
	onCall('ringing-ended', -31, {...onLine(colleague, 'leg-3'), from: other}),
	joined(-12, {callerId: callerId('waits'), from: ''}),
	offered(-8, {callerId: callerId('waits'), from: '', agent: alice}),
];

const rejected: BoardEvent = {
	type: 'event-rejected',
	at: at(-5),
	site,
	path: 'Events[3].Data.CallId',
	reason: 'expected a text',
};

const received: BoardEvent = {
	type: 'feed-received',
	at: at(-2),
	site,
	events: 40,
	rejected: 1,
	lastEventAt: at(-2),
	clockOffsetMs: 0,
};

/** In the order of time. */
export const detailsEvents: readonly BoardEvent[] = [
	...feed,
	named(accueil, 'Alice', -800),
	named(colleague, 'Bruno', -799),
	...served('early', {joins: -700, answered: -690, ends: -600}),
	...lostToAll,
	...running,
	rejected,
	received,
].sort((one, another) => one.at - another.at);

/** A morning at a small queue: a caller served, one lost to all, one who talks and one who waits. */
export const detailsBoard = (): Board => boardAfter(...detailsEvents);

export const lostStay: Subject = {kind: 'stay', queue: support, id: callerId('lost'), stay: 1};
export const talkingStay: Subject = {kind: 'stay', queue: support, id: callerId('talks'), stay: 1};
export const waitingStay: Subject = {kind: 'stay', queue: support, id: callerId('waits'), stay: 1};
export const agentLeg: Subject = {kind: 'call', line: accueil, id: callId('leg-1')};

/** The record of a stay that ended, or a failure that says there is none. */
export const recordOf = (board: Board, id: string): EndedStay => {
	const entry = board.ended.entries.find(({record}) => record.kind === 'stay' && record.id === id);
	if (entry?.record.kind !== 'stay') throw new Error(`no stay ${id} ended`);
	return entry.record;
};
