import {describe, expect, it} from 'vitest';
import {type SiteName, siteName} from '../../../source/domain/units.js';
import {type SiteTokens, siteByToken} from '../../../source/providers/ovh/site-token.js';
import {usualTimes} from '../../../source/providers/ovh/timers.js';
import {createPollProvider} from '../../../source/providers/ovh/v2-providers.js';
import type {V2Options} from '../../../source/providers/ovh/v2-requests.js';
import type {Batch} from '../../../source/providers/provider.js';
import {at} from '../../helpers/builders.js';
import {askFeed, expectSecretFree, newTools, type Outcome, typesOf, withoutRaw} from './asking.js';
import {createManualTimers, type ManualTimers} from './manual-timers.js';
import {hang, type Reply, reply} from './scripted-server.js';
import {type SessionServer, serveSessions, sessionSecret} from './session-server.js';
import {asV2, readFlow} from './wire-events.js';

const lyon = {site: siteName('Lyon'), token: 'ABCDEFAB-CDEF-ABCD-EFAB-CDEFABCDEFAB'};
const nice = {site: siteName('Nice'), token: '12345678-CDEF-ABCD-EFAB-CDEFABCDEFAB'};
const tours = {site: siteName('Tours'), token: 'FFFFFFFF-CDEF-ABCD-EFAB-CDEFABCDEFAB'};
const [ring, talk, ringEnd] = readFlow('l1').map(asV2);

type Setting = {readonly tokens?: SiteTokens; readonly timers?: ManualTimers};

const optionsOf = ({endpoint}: SessionServer, {tokens = [lyon], timers}: Setting): V2Options => ({
	tokens,
	siteOf: siteByToken(tokens),
	endpoint,
	tools: newTools(timers ? {timers} : {}),
	times: usualTimes,
});
const providerOf = (server: SessionServer, setting: Setting = {}) => createPollProvider(optionsOf(server, setting));

/** Answers polls one after the other, then hangs. */
const polls = (...answers: readonly Reply[]) => ({poll: (count: number): Reply => answers[count] ?? hang});
const timeout = reply('Timeout, please reconnect');
const gone = reply('Session not found\n', 404);
const refuse =
	(refused: readonly string[], status = 403) =>
	(token: string) =>
		refused.includes(token) ? reply(`no ${token}`, status) : undefined;
const gaps = ({batches}: Outcome) => batches.map(({isAfterGap}) => isAfterGap);
const refusedIn = (batch: Batch | undefined): readonly (readonly [SiteName, string])[] => [...(batch?.refused ?? [])];

describe('createPollProvider', () => {
	it('begins a session, subscribes each token, and polls', async () => {
		const server = await serveSessions(polls(reply([ring, talk]), reply([ringEnd])));
		const provider = providerOf(server, {tokens: [lyon, nice]});
		expect([provider.sites, provider.transport()]).toEqual([['Lyon', 'Nice'], 'v2']);
		const outcome = await askFeed(provider, 2);
		expect(typesOf(outcome)).toEqual([['ringing-started', 'talk-started'], ['ringing-ended']]);
		expect(server.log).toEqual(['begin', `subscribe 1 ${lyon.token}`, `subscribe 1 ${nice.token}`, 'poll 1', 'poll 1']);
	});

	it('gives each answer as it came, and the site each event is of', async () => {
		const text = JSON.stringify([
			{...ring, token: nice.token},
			{...talk, token: 'unknown'},
		]);
		const {batches} = await askFeed(providerOf(await serveSessions(polls(reply(text))), {tokens: [lyon, nice]}), 1);
		expect(batches).toMatchObject([{raw: text, receivedAt: at(3600), events: [{site: 'Nice'}, {site: 'Lyon'}]}]);
	});

	it.each([
		['Timeout, please reconnect', timeout],
		['null', reply('null')],
		['an empty list', reply('[]')],
		['an empty body', reply('')],
		['no content', reply('', 204)],
	])('takes %s for no news, and polls the same session again', async (_, nothing) => {
		const server = await serveSessions(polls(nothing, reply([ring]), nothing));
		const outcome = await askFeed(providerOf(server), 3);
		expect(typesOf(outcome)).toEqual([[], ['ringing-started'], []]);
		expect(server.log.slice(2)).toEqual(['poll 1', 'poll 1', 'poll 1']);
		expect(gaps(outcome)).toEqual([undefined, undefined, undefined]);
	});

	it.each([
		['status 404', gone],
		['status 410', reply('', 410)],
		['a refusal, to learn whose', reply('', 403)],
		['words alone', reply('Session not found\n')],
	])('begins a new session at once when it is told so by %s, and says what may be missing', async (_, loss) => {
		const server = await serveSessions(polls(reply([ring]), loss, reply([talk]), reply([ringEnd])));
		const outcome = await askFeed(providerOf(server), 3);
		expect(outcome.errors).toEqual([]);
		expect(server.log.slice(2)).toEqual(['poll 1', 'poll 1', 'begin', `subscribe 2 ${lyon.token}`, 'poll 2', 'poll 2']);
		expect(gaps(outcome)).toEqual([undefined, true, undefined]);
	});

	it('misses nothing when the first session is lost before it served', async () => {
		const outcome = await askFeed(providerOf(await serveSessions(polls(gone, reply([ring])))), 1);
		expect(gaps(outcome)).toEqual([undefined]);
	});

	it('does not begin one session after the other when none is known afterwards', async () => {
		const server = await serveSessions({poll: () => gone});
		const {errors} = await askFeed(providerOf(server), 2);
		expect(errors).toMatchObject([
			{failure: 'status', status: 404},
			{failure: 'status', status: 404},
		]);
		expect(server.log.filter(what => what === 'begin').length).toBeLessThanOrEqual(4);
	});

	it('keeps the session over failures', async () => {
		const reset: Reply = (_, request) => request.socket.resetAndDestroy();
		const server = await serveSessions(polls(reply([ring]), reply('', 502), reset, reply('<html>'), reply([talk])));
		const outcome = await askFeed(providerOf(server), 5);
		expect(outcome.errors).toMatchObject([{status: 502}, {failure: 'unreachable'}, {code: 'WIRE_FORMAT'}]);
		expect(typesOf(outcome)).toEqual([['ringing-started'], ['talk-started']]);
		expect(server.log.filter(what => what !== 'poll 1')).toEqual(['begin', `subscribe 1 ${lyon.token}`]);
		expect(gaps(outcome)).toEqual([undefined, undefined]);
	});

	it('does not hear twice what it subscribed to before a failure', async () => {
		const server = await serveSessions({
			subscribe: (_, count) => (count === 1 ? reply('', 500) : undefined),
			...polls(reply([ring])),
		});
		const {errors} = await askFeed(providerOf(server, {tokens: [lyon, nice]}), 2);
		expect(errors).toMatchObject([{status: 500}]);
		expect(server.log).toEqual([
			'begin',
			`subscribe 1 ${lyon.token}`,
			`subscribe 1 ${nice.token}`,
			`subscribe 1 ${nice.token}`,
			'poll 1',
		]);
	});

	it.each([
		['status 503', reply('', 503, {'retry-after': '9'}), {status: 503, retryAfterSeconds: 9}],
		['status 403', reply('', 403), {failure: 'status', status: 403}],
		['a web page', reply('<html>'), {code: 'WIRE_FORMAT'}],
		['no id', reply({id: ''}), {code: 'WIRE_FORMAT', message: 'session.id: expected the id of a session'}],
		['no object', reply('null'), {code: 'WIRE_FORMAT'}],
	])('takes %s in place of a session for an ordinary failure', async (_, answer, expected) => {
		const server = await serveSessions({begin: count => (count === 0 ? answer : undefined), ...polls(reply([ring]))});
		const outcome = await askFeed(providerOf(server), 2);
		expect(outcome.errors).toMatchObject([expected]);
		expect(typesOf(outcome)).toEqual([['ringing-started']]);
	});

	it.each([
		['an empty body', reply('')],
		['a web page', reply('<html>')],
	])('does not take %s for a subscription', async (_, answer) => {
		const server = await serveSessions({
			subscribe: (_, count) => (count === 0 ? answer : undefined),
			...polls(reply([ring])),
		});
		const outcome = await askFeed(providerOf(server), 2);
		expect(outcome.errors).toMatchObject([{code: 'WIRE_FORMAT'}]);
		expect(typesOf(outcome)).toEqual([['ringing-started']]);
		expect(server.log).toEqual(['begin', `subscribe 1 ${lyon.token}`, `subscribe 1 ${lyon.token}`, 'poll 1']);
	});

	it('encodes whatever id the service chose', async () => {
		const server = await serveSessions({begin: () => reply({id: '1-a/b?c d'}), ...polls(reply([ring]))});
		await askFeed(providerOf(server), 1);
		expect(server.log.at(-1)).toBe('poll 1');
	});

	it('keeps below the path of its endpoint', async () => {
		const server = await serveSessions(polls(reply([ring])));
		const endpoint = new URL('ovh/', server.endpoint);
		expect(typesOf(await askFeed(providerOf({...server, endpoint}), 1))).toEqual([['ringing-started']]);
	});

	it('says that the service is there when the first poll of a session is held, and only then', async () => {
		const timers = createManualTimers();
		let answerPoll = (): void => {};
		const held: Reply = (response, request) => {
			answerPoll = () => reply([ring])(response, request);
		};
		const server = await serveSessions(polls(held, held, reply([ring])));
		const asked = askFeed(providerOf(server, {timers}), 4);
		await server.requests(3);
		timers.advance(1000);
		answerPoll();
		await server.requests(4);
		timers.advance(1000);
		answerPoll();
		const {batches} = await asked;
		expect(batches.map(({events}) => events.length)).toEqual([0, 1, 1, 1]);
		expect(batches[0]).toMatchObject({raw: '', sentAt: null});
	});

	it('waits with patience that learns', async () => {
		const timers = createManualTimers();
		const server = await serveSessions(polls(hang, reply([ring])));
		const asked = askFeed(providerOf(server, {timers}), 3);
		await server.requests(3);
		timers.advance(75_000);
		await server.requests(4);
		expect((await asked).errors).toMatchObject([{failure: 'timeout'}]);
		expect(server.log.slice(2)).toEqual(['poll 1', 'poll 1']);
	});

	it('tells the time of sending only of answers that did not wait for us', async () => {
		const answers = [reply([ring]), timeout, reply([talk]), reply('', 500), reply([ring]), gone, reply([ring])];
		const {batches} = await askFeed(providerOf(await serveSessions(polls(...answers))), 6);
		const seconds = batches.map(({sentAt}) => (sentAt === null ? null : Math.round((sentAt - at(0)) / 10) / 100));
		expect(seconds).toEqual([null, null, 8.05, null, null]);
	});

	it('ends when the signal aborts', async () => {
		const server = await serveSessions();
		const controller = new AbortController();
		const run = providerOf(server).events(controller.signal)[Symbol.asyncIterator]().next();
		await server.requests(3);
		controller.abort();
		await expect(run).rejects.toThrow(expect.objectContaining({name: 'AbortError'}));
	});

	it('says what may be missing after a poll that was given up when the signal aborted', async () => {
		const server = await serveSessions(polls(reply([ring]), hang, reply([talk])));
		const provider = providerOf(server);
		const controller = new AbortController();
		const batches = provider.events(controller.signal)[Symbol.asyncIterator]();
		await batches.next();
		const next = batches.next();
		await server.requests(4);
		controller.abort();
		await expect(next).rejects.toThrow();
		expect(gaps(await askFeed(provider, 1))).toEqual([true]);
	});
});

describe('createPollProvider with a refused token', () => {
	const tokens: SiteTokens = [lyon, nice, tours];

	it.each([401, 403, 404, 410, 400])(
		'goes on with the others after status %i, and names who is refused',
		async status => {
			const server = await serveSessions({subscribe: refuse([nice.token], status), ...polls(reply([ring]), timeout)});
			const {batches, errors} = await askFeed(providerOf(server, {tokens}), 2);
			expect(errors).toEqual([]);
			const refused = [['Nice', `the service refuses the token (status ${status})`]];
			expect(batches.map(refusedIn)).toEqual([refused, refused]);
			expect(server.log.filter(what => what.startsWith('subscribe'))).toHaveLength(3);
		},
	);

	it('tries it again once every 60 s between polls, until it is accepted', async () => {
		const timers = createManualTimers();
		const waitLong: Reply = (response, request) => {
			timers.advance(30_000);
			timeout(response, request);
		};
		const server = await serveSessions({
			subscribe: (token, count) => (token === nice.token && count < 5 ? reply('', 403) : undefined),
			poll: () => waitLong,
		});
		const {batches} = await askFeed(providerOf(server, {tokens, timers}), 9);
		const retries = server.log.map(what => what.includes(nice.token));
		expect(retries.flatMap((isRetry, index) => (isRetry ? [index] : []))).toEqual([2, 6, 9, 12]);
		expect(batches.map(batch => refusedIn(batch).length)).toEqual([1, 1, 1, 1, 1, 1, 1, 0, 0]);
	});

	it('is not stopped by trouble with trying it again', async () => {
		const timers = createManualTimers();
		const server = await serveSessions({
			subscribe: (token, count) => (token !== nice.token ? undefined : reply('', count < 3 ? 403 : 500)),
			poll: () => (response, request) => {
				timers.advance(61_000);
				timeout(response, request);
			},
		});
		const {batches, errors} = await askFeed(providerOf(server, {tokens, timers}), 3);
		expect(errors).toEqual([]);
		expect(batches.map(batch => refusedIn(batch)[0]?.[1])).toEqual(
			Array(3).fill('the service refuses the token (status 403)'),
		);
	});

	it('throws when none is accepted, and begins anew when asked again', async () => {
		let isRefused = true;
		const server = await serveSessions({
			subscribe: () => (isRefused ? reply('', 403) : undefined),
			...polls(reply([ring])),
		});
		const provider = providerOf(server, {tokens});
		const {errors} = await askFeed(provider, 1);
		expect(errors).toMatchObject([{code: 'TOKEN_REFUSED', message: 'the service refuses the token (status 403)'}]);
		isRefused = false;
		const {batches} = await askFeed(provider, 1);
		expect(batches[0]?.refused).toBeUndefined();
		expect(server.log.filter(what => what === 'begin')).toHaveLength(2);
	});

	it('knows the loss of a session from a refusal', async () => {
		const server = await serveSessions({
			subscribe: (_, count) => (count === 1 ? gone : undefined),
			...polls(reply([ring])),
		});
		const {batches, errors} = await askFeed(providerOf(server, {tokens}), 1);
		expect(errors).toEqual([]);
		expect(batches[0]?.refused).toBeUndefined();
		expect(server.log.slice(3)).toEqual(['begin', ...tokens.map(({token}) => `subscribe 2 ${token}`), 'poll 2']);
	});
});

it('says no token or session in its events or errors', async () => {
	const echo: Reply = (response, request) => response.writeHead(500).end(request.url);
	const echoOk: Reply = (response, request) => response.end(request.url);
	const reset: Reply = (_, request) => request.socket.resetAndDestroy();
	const server = await serveSessions({
		begin: count => (count === 0 ? reply(sessionSecret, 500) : undefined),
		subscribe: (token, count) => (count < 3 ? [echo, reset, refuse([token])(token)][count] : undefined),
		...polls(reply([ring, {...ring, data: {}}, {token: lyon.token}]), echo, echoOk, reset, gone, gone),
	});
	const {batches, errors} = await askFeed(providerOf(server), 9);
	expect(errors).toMatchObject([
		{status: 500},
		{status: 500},
		{failure: 'unreachable'},
		{code: 'TOKEN_REFUSED'},
		{status: 500},
		{code: 'WIRE_FORMAT'},
		{failure: 'unreachable'},
		{status: 404},
	]);
	expect(batches).toHaveLength(1);
	expectSecretFree([withoutRaw(batches), errors], lyon.token, sessionSecret);
});
