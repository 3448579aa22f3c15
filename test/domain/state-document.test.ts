import {describe, expect, it} from 'vitest';
import type {BoardEvent} from '../../source/domain/event.js';
import {stateDocument} from '../../source/domain/state-document.js';
import {agentNumber, callerId, callId, epochMs, queueNumber} from '../../source/domain/units.js';
import {
	accueil,
	alice,
	at,
	boardAfter,
	bridged,
	bruno,
	colleague,
	counted,
	customer,
	failed,
	gap,
	gaveUp,
	joined,
	left,
	offered,
	onCall,
	reset,
	served,
	site,
	support,
	timePassed,
} from '../helpers/builders.js';

const facts = {label: 'Accueil', numberType: 'sipCirpack', simultaneousLines: 2} as const;

const connected: readonly BoardEvent[] = [
	{type: 'feed-connecting', at: at(-1), site, transport: 'v1'},
	{type: 'feed-live', at: at(0), site},
	{type: 'feed-received', at: at(2), site, events: 12, rejected: 1, lastEventAt: at(1.5), clockOffsetMs: -40},
];

/** The document of a board, `seconds` after the start. */
const documentAfter = (seconds: number, ...events: readonly BoardEvent[]) =>
	stateDocument(boardAfter(...events), at(seconds));

describe('stateDocument', () => {
	it('says that nothing is known of an empty board', () => {
		expect(documentAfter(0)).toEqual({
			schema: 1,
			generatedAt: '2026-03-05T09:15:00.000Z',
			since: null,
			feeds: [],
			lines: [],
			queues: [],
			agents: [],
			totals: {
				lines: 0,
				inCall: 0,
				ringing: 0,
				waiting: 0,
				longestWaitSeconds: null,
				offered: 0,
				answered: 0,
				lost: 0,
			},
		});
	});

	it('has the keys of the contract, in its order', () => {
		const document = documentAfter(
			20,
			...connected,
			onCall('talk-started', 0, facts),
			joined(1),
			joined(2, {callerId: callerId('caller-2')}),
			bridged(3, {callerId: callerId('caller-2')}),
		);
		const {feeds, lines, queues, agents} = document;
		expect(Object.keys(document).join()).toBe('schema,generatedAt,since,feeds,lines,queues,agents,totals');
		expect(Object.keys(feeds[0] ?? {}).join()).toBe(
			'site,transport,status,lastEventAt,events,rejected,reconnects,clockOffsetMs',
		);
		expect(Object.keys(lines[0] ?? {}).join()).toBe('number,label,type,site,status,callsInUse,simultaneousLines,calls');
		expect(Object.keys(lines[0]?.calls[0] ?? {}).join()).toBe(
			'id,direction,state,from,to,dialed,queue,startedAt,answeredAt,elapsedSeconds',
		);
		expect(Object.keys(queues[0] ?? {}).join()).toBe(
			'number,label,type,site,waiting,talking,reportedWaiting,longestWaitSeconds,offered,answered,lost,abandoned,timedOut,noAgent,optedOut,shortAbandons,answerRate,averageSpeedOfAnswerSeconds,averageTalkSeconds,abandonRate,serviceLevel',
		);
		expect(Object.keys(queues[0]?.waiting[0] ?? {}).join()).toBe('id,from,joinedAt,waitSeconds,offeredTo');
		expect(Object.keys(queues[0]?.talking[0] ?? {}).join()).toBe('id,from,agent,joinedAt,answeredAt,talkSeconds');
		expect(Object.keys(agents[0] ?? {}).join()).toBe('number,label,status,since,answered,missed,averageTalkSeconds');
	});

	it('tells of a feed', () => {
		const {feeds} = documentAfter(10, ...connected);
		expect(feeds).toEqual([
			{
				site: 'default',
				transport: 'v1',
				status: 'live',
				lastEventAt: '2026-03-05T09:15:01.500Z',
				events: 12,
				rejected: 1,
				reconnects: 0,
				clockOffsetMs: -40,
			},
		]);
		expect(documentAfter(1000, ...connected).feeds[0]?.status).toBe('quiet');
	});

	it('tells of a line and its calls, oldest first', () => {
		const second = {callId: callId('call-2'), from: '0033199000199'};
		const {lines} = documentAfter(
			12.9,
			onCall('ringing-started', 5, second),
			onCall('ringing-started', 0, facts),
			onCall('talk-started', 2),
		);
		expect(lines).toEqual([
			{
				number: accueil,
				label: 'Accueil',
				type: 'sipCirpack',
				site: 'default',
				status: 'in-call',
				callsInUse: 2,
				simultaneousLines: 2,
				calls: [
					{
						id: 'call-1',
						direction: 'incoming',
						state: 'in-call',
						from: customer,
						to: accueil,
						dialed: accueil,
						queue: null,
						startedAt: '2026-03-05T09:15:00.000Z',
						answeredAt: '2026-03-05T09:15:02.000Z',
						elapsedSeconds: 10,
					},
					expect.objectContaining({id: 'call-2', state: 'ringing', answeredAt: null, elapsedSeconds: 7}),
				],
			},
		]);
	});

	it('sorts by number, and counts lines on hold as in call', () => {
		const document = documentAfter(
			10,
			onCall('ringing-started', 0, {number: colleague, callId: callId('call-2')}),
			onCall('talk-started', 0),
			onCall('hold-started', 1),
			joined(0, {number: queueNumber('0033199000900')}),
			joined(0),
		);
		expect(document.lines.map(({number, status}) => [number, status])).toEqual([
			[accueil, 'on-hold'],
			[colleague, 'ringing'],
		]);
		expect(document.queues.map(({number}) => number)).toEqual([support, '0033199000900']);
		expect(document.totals).toMatchObject({lines: 2, inCall: 1, ringing: 1});
	});

	it('tells of callers waiting and talking, longest first', () => {
		const {queues, totals} = documentAfter(
			60,
			joined(29, {callerId: callerId('late')}),
			joined(9.5, {callerId: callerId('early')}),
			offered(55, {callerId: callerId('early'), agent: bruno}),
			offered(55, {callerId: callerId('early'), agent: alice}),
			joined(0, {callerId: callerId('talker')}),
			bridged(8, {callerId: callerId('talker')}),
			counted(30, 3),
		);
		expect(queues[0]?.waiting).toEqual([
			{
				id: 'early',
				from: customer,
				joinedAt: '2026-03-05T09:15:09.500Z',
				waitSeconds: 50,
				offeredTo: [alice, bruno],
			},
			{id: 'late', from: customer, joinedAt: '2026-03-05T09:15:29.000Z', waitSeconds: 31, offeredTo: []},
		]);
		expect(queues[0]?.talking).toEqual([
			{
				id: 'talker',
				from: customer,
				agent: alice,
				joinedAt: '2026-03-05T09:15:00.000Z',
				answeredAt: '2026-03-05T09:15:08.000Z',
				talkSeconds: 52,
			},
		]);
		expect(queues[0]).toMatchObject({reportedWaiting: 3, longestWaitSeconds: 50});
		expect(totals).toMatchObject({waiting: 2, longestWaitSeconds: 50});
	});

	it('lists no call and no caller in doubt', () => {
		const {lines, queues, totals} = documentAfter(
			60,
			onCall('talk-started', 2, facts),
			joined(1),
			counted(1, 1),
			offered(2),
			joined(3, {callerId: callerId('talker')}),
			bridged(4, {callerId: callerId('talker')}),
			gap(30),
		);
		expect(lines[0]).toMatchObject({status: 'unknown', callsInUse: 0, calls: []});
		expect(queues[0]).toMatchObject({waiting: [], talking: [], reportedWaiting: null, longestWaitSeconds: null});
		expect(queues[0]).toMatchObject({offered: 2, answered: 1});
		expect(totals).toMatchObject({lines: 1, inCall: 0, waiting: 0, offered: 2, answered: 1});
	});

	it('does not invent a wait for a caller whose joining was not seen', () => {
		const {queues} = documentAfter(60, offered(10, {agent: alice}));
		expect(queues[0]?.waiting).toEqual([
			{id: 'caller-1', from: customer, joinedAt: null, waitSeconds: null, offeredTo: [alice]},
		]);
	});

	it('has the figures of the day', () => {
		// Answered after 6, 25 and 22 s: mean 17.666… Talks of 100, 200 and 180 s: mean 160. Gave up after 3 s (short) and 31 s.
		const {queues, totals} = documentAfter(
			600,
			...served('a', {joins: 0, answered: 6, ends: 106}),
			...served('b', {joins: 10, answered: 35, ends: 235}),
			...served('c', {joins: 20, answered: 42, ends: 222}),
			...gaveUp('d', {joins: 30, leaves: 33}),
			...gaveUp('e', {joins: 40, leaves: 71}),
			joined(50, {callerId: callerId('f')}),
			left(60, {callerId: callerId('f'), outcome: 'opted-out'}),
			joined(550, {callerId: callerId('g')}),
		);
		expect(queues[0]).toMatchObject({
			offered: 7,
			answered: 3,
			lost: 2,
			abandoned: 2,
			timedOut: 0,
			noAgent: 0,
			optedOut: 1,
			shortAbandons: 1,
			answerRate: 0.6,
			averageSpeedOfAnswerSeconds: 17.7,
			averageTalkSeconds: 160,
			// One abandoned of six, both without the short one.
			abandonRate: 0.1667,
			// One of three answered within 20 s, one loss that is not short.
			serviceLevel: {formula: 'F6', thresholdSeconds: 20, target: 0.8, value: 0.25},
		});
		expect(totals).toMatchObject({offered: 7, answered: 3, lost: 2});
	});

	it('has null for figures of a queue without calls', () => {
		expect(documentAfter(10, counted(0, 0)).queues[0]).toMatchObject({
			answerRate: null,
			averageSpeedOfAnswerSeconds: null,
			averageTalkSeconds: null,
			abandonRate: null,
			longestWaitSeconds: null,
			serviceLevel: {value: null},
		});
	});

	it('names the queue of a call that its agent takes for that queue', () => {
		const events = [joined(0), offered(1), onCall('ringing-started', 1)];
		const queueAfter = (...more: readonly BoardEvent[]) =>
			documentAfter(10, ...events, ...more).lines[0]?.calls[0]?.queue;
		expect(queueAfter()).toBe(support);
		expect(queueAfter(bridged(2), onCall('talk-started', 2))).toBe(support);
		expect(queueAfter(failed(2))).toBe(support);
		const elsewhere = {number: queueNumber('0033199000900'), callerId: callerId('caller-2')};
		expect(queueAfter(joined(2, elsewhere), offered(2, elsewhere))).toBeNull();
	});

	it('names no queue for a call of another number, or of a withheld one', () => {
		const callOf = (from: string) =>
			documentAfter(10, joined(0, {from}), offered(1, {from}), onCall('ringing-started', 1, {from: ''})).lines[0];
		expect(callOf(customer)?.calls[0]?.queue).toBeNull();
		expect(callOf('')?.calls[0]?.queue).toBeNull();
	});

	it('tells of agents: what they do, since when, and their day', () => {
		const {agents} = documentAfter(
			300,
			onCall('ringing-started', 0, {...facts, label: 'Alice', callId: callId('earlier')}),
			onCall('ringing-ended', 1, {callId: callId('earlier')}),
			...served('a', {joins: 0, answered: 6, ends: 96}),
			joined(200, {callerId: callerId('b')}),
			offered(201, {callerId: callerId('b'), agent: bruno}),
			failed(210, {callerId: callerId('b'), agent: bruno}),
			offered(211, {callerId: callerId('b')}),
			bridged(220, {callerId: callerId('b')}),
		);
		expect(agents).toEqual([
			{
				number: alice,
				label: 'Alice',
				status: 'in-call',
				since: '2026-03-05T09:18:40.000Z',
				answered: 2,
				missed: 0,
				averageTalkSeconds: 90,
			},
			{
				number: agentNumber(bruno),
				label: null,
				status: 'unknown',
				since: null,
				answered: 0,
				missed: 1,
				averageTalkSeconds: null,
			},
		]);
	});

	it('leaves out calls and callers that nothing was heard of for long', () => {
		const {lines, queues, totals} = documentAfter(5 * 3600, onCall('talk-started', 0), joined(0), timePassed(5 * 3600));
		expect(lines[0]).toMatchObject({calls: [], callsInUse: 0, status: 'free'});
		expect(queues[0]).toMatchObject({waiting: [], talking: [], longestWaitSeconds: null});
		expect(totals).toMatchObject({waiting: 0, inCall: 0});
	});

	it('tells in local time since when the figures count', () => {
		// The tests run in the zone of Paris, an hour ahead in winter and two in summer.
		expect(documentAfter(10, joined(0)).since).toBe('2026-03-05T10:15:00.000+01:00');
		expect(documentAfter(10, joined(0), reset(5)).since).toBe('2026-03-05T10:15:05.000+01:00');
		const july = Date.UTC(2026, 6, 1, 22, 30);
		expect(stateDocument(boardAfter({type: 'board-reset', at: epochMs(july)}), epochMs(july)).since).toBe(
			'2026-07-02T00:30:00.000+02:00',
		);
	});

	it('survives instants beyond all dates', () => {
		const never = epochMs(1e300);
		const document = stateDocument(boardAfter({...onCall('talk-started', 0), at: never}, joined(0)), never);
		expect(document.lines[0]?.calls[0]?.startedAt).toBe('+275760-09-13T00:00:00.000Z');
		expect(stateDocument(boardAfter({type: 'board-reset', at: never}), never).since).toMatch(/^\+27576/);
	});
});
