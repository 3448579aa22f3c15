import {describe, expect, it} from 'vitest';
import type {Board} from '../../../source/domain/board.js';
import {callerId, callId, channelId, queueNumber} from '../../../source/domain/units.js';
import type {Page} from '../../../source/presentation/details/page.js';
import {createPages} from '../../../source/presentation/details/page-of.js';
import type {Subject} from '../../../source/presentation/details/subject.js';
import type {Style} from '../../../source/presentation/style.js';
import {
	accueil,
	alice,
	at,
	boardAfter,
	bruno,
	colleague,
	gap,
	joined,
	left,
	offered,
	onCall,
	site,
	support,
	timePassed,
} from '../../helpers/builders.js';
import {agentLeg, detailsBoard, lostStay, lostToAll, talkingStay, waitingStay} from '../../helpers/details-board.js';
import {someStyle} from '../../helpers/some-style.js';

const pageIn = (board: Board, subject: Subject, parts: Partial<Style> = {}): Page =>
	createPages()(subject, someStyle({board, ...parts}));

/** Facts by name as they read now; what has no name belongs to the one before. */
const factsOf = ({facts}: Page): Readonly<Record<string, string>> => {
	const read: Record<string, string> = {};
	let name = '';
	for (const {label, value} of facts) {
		const words = value.map(cell => (cell.kind === 'text' ? cell.text : cell.write(at(0) - cell.since))).join(' ');
		if (label !== '') name = label;
		read[name] = label === '' ? `${read[name]} / ${words}` : words;
	}
	return read;
};

const board = detailsBoard();

describe('details of a line', () => {
	it('tell its state, its calls now and its last ones', () => {
		expect(factsOf(pageIn(board, {kind: 'line', number: colleague}))).toMatchObject({
			State: '● in call',
			Since: '00:31',
			'Call now': '● in call 00:31 ← 06 39 98 00 02',
			Number: '01 99 00 01 02',
			Name: 'Bruno',
			'Calls at once': '2',
			'Calls today': '2',
			Type: 'sipCirpack',
			Registered: '10:01:41',
			'Last heard': '10:14:29',
			'Last calls': '10:13:32 ← 06 39 98 00 01 Not answered, rang 00:39',
		});
	});

	it('leave open what is not known', () => {
		const doubted = boardAfter(onCall('talk-started', -60), gap(-5));
		expect(factsOf(pageIn(doubted, {kind: 'line', number: accueil}))).toMatchObject({
			State: '· unknown',
			Since: '—',
			'Call now': '· unknown — ← 06 39 98 00 01',
			'Calls at once': '—',
			'Calls today': '—',
			Registered: '—',
			'Last heard': '—',
		});
	});
});

describe('details of a call', () => {
	it('tell how long it rang, what was dialled, and the queue it came from', () => {
		const page = pageIn(board, agentLeg);
		expect(page.verdict).toEqual({words: 'Not answered, rang 20 s', tone: 'warning'});
		expect(factsOf(page)).toMatchObject({
			Line: 'Alice 01 99 00 01 01',
			Direction: 'incoming',
			From: '06 39 98 00 01',
			Ringing: '20 s',
			Talk: '—',
			Answered: '—',
			Dialled: 'Support 01 99 00 01 00',
			Queue: 'Support 01 99 00 01 00',
		});
	});

	it('let what goes on run', () => {
		const held = boardAfter(onCall('ringing-started', -20), onCall('talk-started', -15), onCall('hold-started', -3));
		const page = pageIn(held, {kind: 'call', line: accueil, id: callId('call-1')});
		expect(page.verdict?.words).toBe('On hold');
		expect(factsOf(page)).toMatchObject({Ringing: '5 s', Talk: '00:15', 'On hold': '00:03'});
		expect(factsOf(page)).not.toHaveProperty('Dialled');
	});

	it('have the whole course of a call that ended before the last one of its line', () => {
		const events = ['1', '2'].flatMap((id, index) => [
			onCall('ringing-started', 10 * index - 90, {callId: callId(id)}),
			onCall('talk-started', 10 * index - 87, {callId: callId(id)}),
			onCall('talk-ended', 10 * index - 85, {callId: callId(id)}),
		]);
		const ended = boardAfter(...events);
		const stepsOf = (id: string) => pageIn(ended, {kind: 'call', line: accueil, id: callId(id)}).ladder?.steps.length;
		expect([stepsOf('1'), stepsOf('2')]).toEqual([3, 3]);
	});

	it('do not let run what is in doubt', () => {
		const page = pageIn(boardAfter(onCall('talk-started', -15), gap(-2)), {
			kind: 'call',
			line: accueil,
			id: callId('call-1'),
		});
		expect(page.verdict?.words).toBe('In doubt: news may be missing');
		expect(factsOf(page)).toMatchObject({Talk: '—', 'In doubt since': '10:14:58'});
	});
});

describe('details of a caller', () => {
	it('tell why and after what a caller was lost, and whether somebody dealt with it', () => {
		expect(factsOf(pageIn(board, lostStay))).toMatchObject({
			Queue: 'Support 01 99 00 01 00',
			Joined: '10:13:30',
			Waited: '42 s',
			'Answered by': '—',
			Left: '10:14:12',
			'Agents rung': '3',
			'Lost today': 'once',
			'Dealt with': 'not yet',
		});
		const calledBack = boardAfter(
			...lostToAll,
			onCall('ringing-started', -20, {
				callId: callId('back'),
				direction: 'outgoing',
				from: accueil,
				to: '0033639980001',
			}),
			onCall('talk-started', -10, {callId: callId('back'), direction: 'outgoing', from: accueil, to: '0033639980001'}),
		);
		expect(factsOf(pageIn(calledBack, lostStay))['Dealt with']).toBe('called back by 01 99 00 01 01 at 10:14:50');
	});

	it.each([
		[talkingStay, 'Talks with Bruno', {Waited: '9 s', Talk: '00:31', 'Answered by': 'Bruno'}],
		[waitingStay, 'Waits, Alice rung now', {Waited: '00:12', Talk: '—', Caller: 'withheld number'}],
	] as const)('tell how %j stands', (subject, verdict, facts) => {
		const page = pageIn(board, subject);
		expect(page.verdict?.words).toBe(verdict);
		expect(factsOf(page)).toMatchObject(facts);
	});

	it.each([
		['abandoned', 'LOST: gave up after 30 s; no agent was rung', 'alarm'],
		['timed-out', 'LOST: waited too long, 30 s; no agent was rung', 'alarm'],
		['no-agent', 'LOST: no agent was there after 30 s', 'alarm'],
		['opted-out', 'Left by a key after 30 s; no agent was rung', 'warning'],
	] as const)('tell in words that somebody left: %s', (outcome, words, tone) => {
		const gone = boardAfter(joined(-40), left(-10, {outcome}));
		const subject: Subject = {kind: 'stay', queue: support, id: callerId('caller-1'), stay: 1};
		expect(pageIn(gone, subject).verdict).toEqual({words, tone});
	});

	it('tell nothing as a fact of one who is in doubt, or was given up', () => {
		const subject: Subject = {kind: 'stay', queue: support, id: callerId('caller-1'), stay: 1};
		const doubted = pageIn(boardAfter(joined(-40), gap(-10)), subject);
		expect(doubted.verdict?.words).toBe('In doubt: news may be missing');
		expect(factsOf(doubted)).toMatchObject({Waited: '—', 'Answered by': '—'});
		const expired = pageIn(boardAfter(joined(-20_000), timePassed(-10)), subject);
		expect(expired.verdict?.words).toMatch(/not known/);
	});

	it('tell of the other queues the call went through', () => {
		const channel = channelId('one-call');
		const second = {callerId: callerId('second'), number: queueNumber('0033199000200'), channel};
		const gone = boardAfter(
			joined(-60, {channel}),
			left(-40, {channel, outcome: 'timed-out'}),
			joined(-40, second),
			offered(-39, {...second, agent: alice}),
		);
		const first: Subject = {kind: 'stay', queue: support, id: callerId('caller-1'), stay: 1};
		const then: Subject = {kind: 'stay', queue: second.number, id: second.callerId, stay: 1};
		expect(factsOf(pageIn(gone, first))['Other queues']).toBe('01 99 00 02 00');
		expect(factsOf(pageIn(gone, then))['Other queues']).toBe('01 99 00 01 00 (LOST: waited too long)');
	});
});

describe('details of an agent', () => {
	it('tell with whom, for which queue, and the counts of the day', () => {
		expect(factsOf(pageIn(board, {kind: 'agent', number: bruno}))).toMatchObject({
			State: '● in call',
			Since: '00:31',
			With: '06 39 98 00 02',
			Queue: 'Support',
			Answered: '1',
			Missed: '0',
		});
		expect(factsOf(pageIn(board, {kind: 'agent', number: alice}))).toMatchObject({
			State: '◐ ringing',
			With: 'withheld number',
			Missed: '1',
			'Average talk': '90 s',
			'Last calls': '10:03:30 06 39 98 00 01 Support 01:30',
		});
	});
});

describe('details of a queue', () => {
	it('tell who waits and talks, the counts by reason, and how the service level is reckoned', () => {
		const facts = factsOf(pageIn(board, {kind: 'queue', number: support}));
		expect(facts).toMatchObject({
			'Waiting now': '1',
			'Longest now': '00:12',
			'Talking now': '1',
			Offered: '4',
			Answered: '2',
			Lost: '1',
			'Gave up': '1',
			'Service level': '67 %',
			Waits: '00:12 withheld number → Alice',
			Talks: '00:31 06 39 98 00 02 → Bruno',
		});
		expect(facts['reckoned as']).toMatch(/^answered within 20 s, .* \(F6\)$/);
	});

	it('count at least, where callers are in doubt, and not at all where that is all', () => {
		const doubted = boardAfter(joined(-40), gap(-20), joined(-10, {callerId: callerId('sure')}));
		expect(factsOf(pageIn(doubted, {kind: 'queue', number: support}))['Waiting now']).toBe('1+');
		const none = boardAfter(joined(-40), gap(-20));
		expect(factsOf(pageIn(none, {kind: 'queue', number: support}))['Waiting now']).toBe('—');
	});

	it('say since when the service counts otherwise', () => {
		const differs = boardAfter(joined(-200), {
			type: 'queue-counted',
			at: at(-100),
			site,
			service: 'queue',
			number: support,
			count: 5,
		});
		expect(factsOf(pageIn(differs, {kind: 'queue', number: support}))['Service counts']).toBe(
			'5, not as counted here since 10:13:20',
		);
	});
});

describe('details of an entry of the log', () => {
	it('are those of the call or stay it belongs to, with its step chosen', () => {
		const told = board.log.entries.map(({sequence, event}) => ({
			event,
			page: pageIn(board, {kind: 'event', sequence}),
		}));
		const withLadder = told.filter(({event}) => 'callId' in event || 'callerId' in event);
		expect(withLadder.length).toBeGreaterThan(20);
		for (const {event, page} of withLadder) expect(page.ladder?.steps[page.first ?? -1]?.event).toBe(event);
	});

	it('are what the event says, where it belongs to none', () => {
		const rejected = board.log.entries.find(({event}) => event.type === 'event-rejected');
		const page = pageIn(board, {kind: 'event', sequence: rejected?.sequence ?? -1});
		expect(page.verdict?.words).toBe('event rejected: expected a text');
		expect(factsOf(page)).toEqual({Concerns: 'OVH CTI', Where: 'Events[3].Data.CallId'});
		const registered = board.log.registrations[0];
		expect(pageIn(board, {kind: 'event', sequence: registered?.sequence ?? -1}).verdict?.words).toBe('registered');
	});
});
