import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import type {BoardEvent} from '../../source/domain/event.js';
import {type EpochMs, epochMs, type SiteName, siteName} from '../../source/domain/units.js';
import {FeedUnreachableError} from '../../source/errors.js';
import type {Batch, Provider} from '../../source/providers/provider.js';
import {openRecorder, type RecorderOptions} from '../../source/recording/recorder.js';
import {createTap} from '../../source/recording/tap.js';
import {createManualClock} from '../helpers/manual-clock.js';
import {temporaryDirectory, tokens} from './live-run.js';

const start = Date.parse('2026-11-21T09:14:58.271Z');
const lyon = siteName('Lyon');
const nice = siteName('Nice');
const [lyonToken, niceToken] = tokens;
const first = 'XXXXXXXX-XXXX-XXXX-XXXX-000000000001';
const origin = {at: '2026-11-21T09:14:58.271Z', sites: ['Lyon', 'Nice'], transport: 'v2'} as const;

const batch = (facts: Partial<Batch> = {}): Batch => ({
	events: [],
	raw: '[]',
	receivedAt: epochMs(start),
	sentAt: null,
	...facts,
});

type Step = Batch | Error;

const providerOf = (...steps: readonly Step[]): Provider => ({
	sites: [lyon, nice],
	transport: () => 'v2',
	async *events() {
		for (const step of steps) {
			if (step instanceof Error) throw step;
			yield step;
		}
	},
});

const failed = (site: SiteName): BoardEvent => ({
	type: 'feed-failed',
	at: epochMs(start),
	site,
	failure: 'unreachable',
	reason: 'x',
	retryAt: epochMs(start + 1290),
});

const newRecorder = async (options: Partial<RecorderOptions> = {}) => {
	const clock = createManualClock(start);
	const path = join(temporaryDirectory(), 'day.ndjson');
	const recorder = await openRecorder({
		path,
		sites: [
			{site: lyon, token: lyonToken},
			{site: nice, token: niceToken},
		],
		version: '0.1.0',
		now: clock.now,
		anonymise: false,
		maxBytes: 1e6,
		keep: 3,
		...options,
	});
	const lines = (): readonly Readonly<Record<string, unknown>>[] =>
		readFileSync(path, 'utf8')
			.trimEnd()
			.split('\n')
			.map(line => JSON.parse(line));
	return {clock, path, recorder, tap: createTap(recorder), lines};
};

/** What somebody gets who listens to a provider, an error last. */
const hear = async (provider: Provider, signal = new AbortController().signal): Promise<readonly unknown[]> => {
	const heard: unknown[] = [];
	try {
		for await (const news of provider.events(signal)) heard.push(news);
	} catch (error) {
		heard.push(error);
	}
	return heard;
};

describe('a recorder', () => {
	it('writes a header that tells all but the tokens, and an end', async () => {
		const {clock, recorder, lines} = await newRecorder();
		clock.advance(1500);
		await recorder.close();
		expect(lines()).toEqual([
			{
				schema: 1,
				kind: 'header',
				program: 'ovh-cti-board',
				version: '0.1.0',
				at: origin.at,
				begun: origin.at,
				part: 1,
				sites: [
					{site: 'Lyon', token: first},
					{site: 'Nice', token: 'XXXXXXXX-XXXX-XXXX-XXXX-000000000002'},
				],
				anonymised: false,
				timeZone: 'Europe/Paris',
			},
			{kind: 'end', at: '2026-11-21T09:14:59.771Z'},
		]);
	});

	it('lets through what a provider yields and throws, the same and in order, and writes it down', async () => {
		const error = new FeedUnreachableError(`cannot reach ${lyonToken.toLowerCase()}`, {failure: 'unreachable'});
		const raw = `[{"token":"${lyonToken}","timestamp":1772702100050000413}]`;
		const steps = [
			batch({raw, sentAt: epochMs(start)}),
			batch({isAfterGap: true, refused: new Map([[nice, 'why']]), receivedAt: epochMs(start - 40)}),
			error,
		];
		const {recorder, tap, lines} = await newRecorder();
		const wrapped = tap.wrap(providerOf(...steps));
		expect([wrapped.sites, wrapped.transport()]).toEqual([[lyon, nice], 'v2']);
		const heard = await hear(wrapped);
		expect(heard.length).toBe(3);
		for (const [index, step] of steps.entries()) expect(heard[index]).toBe(step);
		const sink = tap.sink({dispatch: () => undefined});
		sink.dispatch([failed(lyon), failed(nice)]);
		sink.dispatch([failed(lyon)]);
		await recorder.close();
		expect(lines().slice(1, -1)).toEqual([
			{kind: 'answer', ...origin, prompt: true, body: raw.replace(lyonToken, first)},
			{
				kind: 'answer',
				...origin,
				receivedAt: '2026-11-21T09:14:58.231Z',
				gap: true,
				refused: {Nice: 'why'},
				body: '[]',
			},
			{
				kind: 'failure',
				...origin,
				code: 'FEED_UNREACHABLE',
				message: `cannot reach ${first}`,
				failure: 'unreachable',
				delayMs: 1290,
			},
		]);
	});

	it('counts the end of a connection for a failure, as the feed does, and what we end ourselves for none', async () => {
		const {recorder, tap, lines} = await newRecorder();
		const sink = tap.sink({dispatch: () => undefined});
		expect((await hear(tap.wrap(providerOf())))[0]).toMatchObject({message: 'the connection ended'});
		sink.dispatch([failed(lyon)]);
		await hear(tap.wrap(providerOf(new FeedUnreachableError('x', {failure: 'timeout'}))), AbortSignal.abort());
		sink.dispatch([failed(lyon)]);
		await hear(tap.wrap(providerOf(new Error('a defect'))));
		sink.dispatch([failed(lyon)]);
		await recorder.close();
		expect(lines().map(({kind}) => kind)).toEqual(['header', 'failure', 'end']);
	});

	it('writes down where connections begin, once for all their sites, and passes all events on', async () => {
		const {recorder, tap, lines} = await newRecorder();
		tap.wrap(providerOf());
		const passed: BoardEvent[] = [];
		const sink = tap.sink({dispatch: events => passed.push(...events)});
		const connecting = (site: SiteName): BoardEvent => ({
			type: 'feed-connecting',
			at: epochMs(start) as EpochMs,
			site,
			transport: 'v2',
		});
		const events = [connecting(lyon), connecting(nice), connecting(siteName('another'))];
		sink.dispatch(events);
		await recorder.close();
		expect(passed).toEqual(events);
		expect(lines().slice(1, -1)).toEqual([{kind: 'connecting', ...origin}]);
	});

	it('tells of seconds that did not tick, and of no others', async () => {
		const {clock, recorder, lines} = await newRecorder();
		clock.onTick(recorder.tick);
		clock.advance(5000);
		clock.sleep(7_200_000);
		clock.advance(5000);
		clock.sleep(-60_000);
		clock.advance(5000);
		await recorder.close();
		expect(lines().slice(1, -1)).toEqual([
			{kind: 'jump', from: '2026-11-21T09:15:03.000Z', at: '2026-11-21T11:15:03.271Z'},
			{kind: 'jump', from: '2026-11-21T11:15:08.000Z', at: '2026-11-21T11:14:08.271Z'},
		]);
	});

	it('tells exactly when a tick began the day anew', async () => {
		const {clock, recorder, tap, lines} = await newRecorder();
		const sink = tap.sink({dispatch: () => undefined});
		clock.onTick(() => {
			if (clock.now() === Date.parse('2026-11-21T09:15:04.004Z'))
				sink.dispatch([{type: 'board-reset', at: clock.now()}]);
		});
		clock.onTick(recorder.tick);
		clock.advance(4729);
		clock.sleep(1004);
		clock.advance(5000);
		await recorder.close();
		expect(lines().slice(1, -1)).toEqual([
			{kind: 'jump', from: '2026-11-21T09:15:03.000Z', at: '2026-11-21T09:15:04.004Z'},
		]);
	});

	it('says in every further part which connections there are', async () => {
		const {clock, path, recorder, tap, lines} = await newRecorder({maxBytes: 900});
		const provider = tap.wrap(providerOf(batch({raw: '"x"'.padEnd(600)}), batch({raw: '"y"'.padEnd(600)})));
		tap
			.sink({dispatch: () => undefined})
			.dispatch([{type: 'feed-connecting', at: epochMs(start), site: lyon, transport: 'v2'}]);
		clock.advance(2000);
		await hear(provider);
		await recorder.close();
		const parts = [`${path}.1`, path].map(name => readFileSync(name, 'utf8').split('\n')[0] ?? '');
		expect(parts.map(line => JSON.parse(line))).toMatchObject([{begun: origin.at}, {begun: origin.at}]);
		expect(lines()[1]).toEqual({kind: 'connecting', ...origin, at: '2026-11-21T09:15:00.271Z', again: true});
	});

	it('counts what it wrote', async () => {
		const {path, recorder, tap} = await newRecorder();
		const rejected: BoardEvent = {type: 'event-rejected', at: epochMs(start), site: lyon, path: 'a', reason: 'b'};
		await hear(tap.wrap(providerOf(batch({events: [rejected, rejected]}), batch())));
		const {answers, events, bytes} = await recorder.close();
		expect([answers, events, bytes]).toEqual([2, 2, readFileSync(path).length]);
	});

	it('writes anonymised entries, also in the header', async () => {
		const {recorder, tap, lines} = await newRecorder({anonymise: true});
		await hear(tap.wrap(providerOf(batch({raw: '[{"data":{"Calling":"0612345678"}}]'}))));
		await recorder.close();
		const [header, answer] = lines();
		expect(header).toMatchObject({anonymised: true, sites: [{site: 'Site 1'}, {site: 'Site 2'}]});
		expect(answer).toMatchObject({sites: ['Site 1', 'Site 2'], body: expect.stringMatching(/"063998\d{4}"/)});
	});
});
