import {describe, expect, it} from 'vitest';
import type {BoardEvent} from '../../source/domain/event.js';
import {feedStatus} from '../../source/domain/feed.js';
import {durationMs, epochMs, siteName} from '../../source/domain/units.js';
import {FeedUnreachableError, TokenRefusedError} from '../../source/errors.js';
import {createFeedVoice, type VoiceOptions} from '../../source/runtime/feed-voice.js';
import {at, boardAfter, onCall, site, start} from '../helpers/builders.js';
import {type Answer, batch, received} from './scripted-provider.js';

const lyon = siteName('Lyon');
const nantes = siteName('Nantes');
const inLyon = onCall('ringing-started', 1, {site: lyon});
const inNantes = onCall('talk-started', 2, {site: nantes});
const refused = (...sites: readonly string[]): Pick<Answer, 'refused'> => ({
	refused: new Map(sites.map(name => [siteName(name), 'status 403'])),
});
const cut = new FeedUnreachableError('cannot reach it', {failure: 'unreachable'});

/** A voice for two sites; what it says of an answer received so many seconds after the start. */
const createVoice = (options: Partial<VoiceOptions> = {}) => {
	const voice = createFeedVoice({
		sites: [lyon, nantes],
		transport: () => 'v2',
		isRepeated: () => false,
		...options,
	});
	return {
		...voice,
		hear: (seconds: number, answer: Answer = batch()) => voice.heard(received({...answer, receivedAt: at(seconds)})),
		fail: (seconds: number, error: Error = cut) => voice.failed(error, {now: at(seconds), random: 0}),
	};
};

const inShort = (events: readonly BoardEvent[]): readonly string[] =>
	events.map(event => ('site' in event ? `${event.type} ${event.site}` : event.type));

describe('createFeedVoice', () => {
	it('says of each site that it connects, then that it is live', () => {
		const voice = createVoice({quietAfterMs: durationMs(5000)});
		expect(voice.connecting(at(0))).toEqual([
			{type: 'feed-connecting', at: at(0), site: lyon, transport: 'v2', quietAfterMs: 5000},
			{type: 'feed-connecting', at: at(0), site: nantes, transport: 'v2', quietAfterMs: 5000},
		]);
		expect(voice.hear(1)).toEqual([
			{type: 'feed-live', at: at(1), site: lyon},
			{type: 'feed-live', at: at(1), site: nantes},
		]);
		expect(voice.hear(2)).toEqual([]);
	});

	it('counts for each site what is its own', () => {
		const voice = createVoice();
		const rejected: BoardEvent = {type: 'event-rejected', at: at(3), site: nantes, path: 'Events[0]', reason: 'bad'};
		const told = voice.hear(3, batch([inLyon, inNantes, rejected, {...inLyon, at: at(0)}]));
		expect(told.slice(-2)).toEqual([
			{type: 'feed-received', at: at(3), site: lyon, events: 2, rejected: 0, lastEventAt: at(1), clockOffsetMs: 0},
			{type: 'feed-received', at: at(3), site: nantes, events: 1, rejected: 1, lastEventAt: at(2), clockOffsetMs: 0},
		]);
	});

	it('counts events of no site of its own for the first', () => {
		const voice = createVoice();
		voice.hear(0);
		expect(voice.hear(1, batch([onCall('talk-started', 1)]))).toMatchObject([
			{type: 'talk-started', site},
			{type: 'feed-received', site: lyon, events: 1},
		]);
	});

	it('refuses one site while the others are live, and says so once', () => {
		const voice = createVoice();
		voice.connecting(at(0));
		expect(voice.hear(1, {...batch([inLyon]), ...refused('Nantes')})).toEqual([
			{type: 'feed-live', at: at(1), site: lyon},
			{type: 'feed-refused', at: at(1), site: nantes, reason: 'status 403', retryAt: at(61)},
			inLyon,
			{type: 'feed-received', at: at(1), site: lyon, events: 1, rejected: 0, lastEventAt: at(1), clockOffsetMs: 0},
		]);
		expect(voice.hear(2, {...batch(), ...refused('Nantes')})).toEqual([]);
		expect(inShort(voice.hear(200, {...batch(), ...refused('Nantes')}))).toEqual(['feed-received Lyon']);
	});

	it('says why a site is refused when the reason changes, and that it is live when it no longer is', () => {
		const voice = createVoice();
		voice.connecting(at(0));
		voice.hear(1, {...batch(), ...refused('Nantes')});
		const other = new Map([[nantes, 'status 401']]);
		expect(voice.hear(2, {...batch(), refused: other})).toMatchObject([{type: 'feed-refused', reason: 'status 401'}]);
		expect(voice.hear(3)).toEqual([{type: 'feed-live', at: at(3), site: nantes}]);
	});

	it('says that something may be missing when a site that was live is no longer refused, and only then', () => {
		const voice = createVoice();
		voice.connecting(at(0));
		voice.hear(1);
		const answer = {...batch(), ...refused('Nantes')};
		expect(inShort(voice.hear(2, {...answer, isAfterGap: true}))).toEqual([
			'feed-gap Lyon',
			'feed-gap Nantes',
			'feed-refused Nantes',
		]);
		voice.fail(3);
		expect(inShort(voice.hear(4, answer))).toEqual(['feed-live Lyon', 'feed-refused Nantes']);
		expect(inShort(voice.hear(5))).toEqual(['feed-gap Nantes', 'feed-live Nantes']);
		expect(voice.hear(6)).toEqual([]);
	});

	it('says of every site that the connection failed, and of every site that it is back', () => {
		const voice = createVoice();
		voice.hear(1, {...batch(), ...refused('Nantes')});
		const {events, delayMs} = voice.fail(2);
		expect(delayMs).toBe(1000);
		expect(events).toMatchObject([
			{type: 'feed-failed', site: lyon, failure: 'unreachable', retryAt: at(3)},
			{type: 'feed-failed', site: nantes, failure: 'unreachable', retryAt: at(3)},
		]);
		expect(inShort(voice.hear(4, {...batch(), ...refused('Nantes')}))).toEqual([
			'feed-live Lyon',
			'feed-refused Nantes',
		]);
	});

	it('says of every site that the tokens are refused when all of them are', () => {
		const voice = createVoice();
		const {events, delayMs} = voice.fail(0, new TokenRefusedError('status 403'));
		expect(inShort(events)).toEqual(['feed-refused Lyon', 'feed-refused Nantes']);
		expect(delayMs).toBe(60_000);
	});

	it('waits longer after each failure until an answer came or it began anew', () => {
		const voice = createVoice();
		const delays = [voice.fail(0), voice.fail(1), voice.fail(2)].map(({delayMs}) => delayMs);
		voice.hear(3);
		delays.push(voice.fail(4).delayMs, voice.fail(5).delayMs);
		voice.connecting(at(6));
		expect([...delays, voice.fail(7).delayMs]).toEqual([1000, 2000, 5000, 1000, 2000, 1000]);
	});

	it('leaves out, and does not count, what was heard before', () => {
		const voice = createVoice({isRepeated: event => event === inLyon});
		voice.hear(0);
		expect(inShort(voice.hear(1, batch([inLyon, inNantes])))).toEqual(['talk-started Nantes', 'feed-received Nantes']);
	});

	it('tells of answers without events every ten seconds', () => {
		const voice = createVoice({sites: [site]});
		const told = [0, 5, 9, 10, 12, 19, 20, 25, 80].map(seconds => inShort(voice.hear(seconds)));
		const received = ['feed-received default'];
		expect(told).toEqual([['feed-live default'], [], [], received, [], [], received, [], received]);
	});

	it('says first, of every site, that a session was begun anew', () => {
		const voice = createVoice();
		voice.hear(0);
		voice.fail(1);
		expect(inShort(voice.hear(30, {...batch([inLyon]), isAfterGap: true}))).toEqual([
			'feed-gap Lyon',
			'feed-gap Nantes',
			'feed-live Lyon',
			'feed-live Nantes',
			'ringing-started Lyon',
			'feed-received Lyon',
		]);
	});

	it('lets the board see a hole from the last answer to the first of the new session', () => {
		const voice = createVoice({sites: [site]});
		const events = [
			...voice.connecting(at(0)),
			...voice.hear(1),
			...voice.hear(40),
			...voice.fail(42).events,
			...voice.hear(100, {...batch(), isAfterGap: true}),
		];
		expect(boardAfter(...events).missed).toEqual([{from: at(40), to: at(100)}]);
	});

	it("tells its own times, and when a token is tried again, by the service's clock", () => {
		const voice = createVoice({sites: [site]});
		const told = voice.hear(10, batch([onCall('talk-started', 8)], epochMs(start + 8000)));
		expect(told).toMatchObject([{at: at(8)}, {at: at(8)}, {at: at(8), clockOffsetMs: 2000}]);
		expect(voice.fail(12).events).toMatchObject([{at: at(10), retryAt: at(11)}]);
		expect(voice.connecting(at(14))).toMatchObject([{at: at(12)}]);
	});

	it('says how it listens when that changed', () => {
		let transport = 'v1';
		const voice = createVoice({sites: [site], transport: () => transport});
		voice.connecting(at(0));
		transport = 'v2';
		expect(voice.hear(1)).toEqual([{type: 'feed-live', at: at(1), site, transport: 'v2'}]);
		expect(voice.hear(2)).toEqual([]);
		transport = 'v1';
		expect(voice.hear(3)).toEqual([{type: 'feed-live', at: at(3), site, transport: 'v1'}]);
	});

	it('gives a board on which a quiet service is there', () => {
		const voice = createVoice({sites: [site], quietAfterMs: durationMs(60_000)});
		const events = [...voice.connecting(at(0)), ...[1, 30, 61].flatMap(seconds => voice.hear(seconds))];
		const feed = boardAfter(...events).feeds.get(site);
		expect(feed).toMatchObject({lastHeardAt: at(61), lastEventAt: null, events: 0});
		expect(feed && [feedStatus(feed, at(60)), feedStatus(feed, at(61))]).toEqual(['live', 'quiet']);
	});

	it('hides no fault of the program', () => {
		expect(() => createVoice().fail(0, new TypeError('a fault'))).toThrow(new TypeError('a fault'));
	});
});
