import {describe, expect, it} from 'vitest';
import {createV1Provider} from '../../../source/providers/ovh/v1.js';
import type {Batch, Provider} from '../../../source/providers/provider.js';
import {at, site} from '../../helpers/builders.js';
import {askFeed, expectSecretFree, newTools, type Outcome, typesOf, withoutRaw} from './asking.js';
import {createManualTimers, type ManualTimers} from './manual-timers.js';
import {hang, type Reply, reply, type ScriptedServer, serve} from './scripted-server.js';
import {readFlow} from './wire-events.js';

const token = 'ABCDEFAB-CDEF-ABCD-EFAB-CDEFABCDEFAB';
const [ring, talk, ringEnd] = readFlow('l1');

const providerOf = ({endpoint}: ScriptedServer, timers?: ManualTimers): Provider =>
	createV1Provider({site, endpoint, token, tools: newTools(timers ? {timers} : {}), heldMs: 75_000});

const answer = (Session: string | undefined, ...Events: readonly unknown[]): Reply =>
	reply({Session, Message: 'x', Events});
const failure: Reply = reply('', 500);
const refusal: Reply = reply('', 400);
const unusable: Reply = reply('<html>');
const reset: Reply = (_, request) => {
	request.socket.resetAndDestroy();
};
const times = (count: number, what: Reply): readonly Reply[] => Array.from({length: count}, () => what);

const sessions = ({queries}: ScriptedServer) => queries.map(query => query.get('session'));
const gaps = ({batches}: Outcome) => batches.map(({isAfterGap}) => isAfterGap);

/** The sessions asked with, after one good answer and so many failures. */
const sessionsAfter = async (...failures: readonly Reply[]) => {
	const server = await serve(answer('one'), ...failures, answer('two'), answer('three'));
	const outcome = await askFeed(providerOf(server), failures.length + 3);
	return {asked: sessions(server), gaps: gaps(outcome)};
};

describe('createV1Provider', () => {
	it('names its site and its transport', async () => {
		const provider = providerOf(await serve());
		expect([provider.sites, provider.transport()]).toEqual([[site], 'v1']);
	});

	it('echoes the session of the last answer, whatever characters it has', async () => {
		const server = await serve(answer('a b&c=d/é'), answer('two'), answer('three'));
		await askFeed(providerOf(server), 3);
		expect(sessions(server)).toEqual([null, 'a b&c=d/é', 'two']);
		expect(server.queries.map(query => query.get('token'))).toEqual([token, token, token]);
	});

	it('keeps the session it has when an answer names none', async () => {
		const server = await serve(answer('one'), answer(undefined), answer('', ring), answer('two'));
		await askFeed(providerOf(server), 4);
		expect(sessions(server)).toEqual([null, 'one', 'one', 'one']);
	});

	it('loses no batch over failures, and asks on with the session', async () => {
		const server = await serve(
			answer('one', ring),
			failure,
			unusable,
			answer('two', talk),
			failure,
			answer('three', ringEnd),
		);
		const outcome = await askFeed(providerOf(server), 6);
		expect(typesOf(outcome)).toEqual([['ringing-started'], ['talk-started'], ['ringing-ended']]);
		expect(outcome.errors).toMatchObject([{failure: 'status'}, {code: 'WIRE_FORMAT'}, {failure: 'status'}]);
		expect(sessions(server)).toEqual([null, 'one', 'one', 'one', 'two', 'two']);
	});

	it.each([
		['lost connections', times(15, reset)],
		['status 500', times(15, failure)],
		['status 429', times(15, reply('', 429))],
	])('keeps the session for good over %s', async (_, failures) => {
		const {asked, gaps} = await sessionsAfter(...failures);
		expect(asked).toEqual([null, ...failures.map(() => 'one'), 'one', 'two']);
		expect(gaps).toEqual([undefined, undefined, undefined]);
	});

	it.each([
		['ten unusable answers', times(10, unusable)],
		['three refusals', times(3, refusal)],
		['one answer that it is not known', [reply('Session not found\n', 404)]],
		['one answer that it is gone', [reply('', 410)]],
	])('begins a new session after %s, and says what may be missing', async (_, failures) => {
		const {asked, gaps} = await sessionsAfter(...failures);
		expect(asked).toEqual([null, ...failures.map(() => 'one'), null, 'two']);
		expect(gaps).toEqual([undefined, true, undefined]);
	});

	it('misses nothing that was never there: a first session given up is no gap', async () => {
		const server = await serve(...times(5, refusal), answer('one'), answer('two'));
		expect(gaps(await askFeed(providerOf(server), 7))).toEqual([undefined, undefined]);
	});

	it('takes an answer with neither session nor events for none', async () => {
		const server = await serve(reply({Message: 'unknown token'}));
		const {errors} = await askFeed(providerOf(server), 1);
		expect(errors).toMatchObject([{code: 'WIRE_FORMAT', message: 'answer: expected Session or Events'}]);
	});

	it('keeps the session over an answer that never came, and waits longer for the next', async () => {
		const timers = createManualTimers();
		const server = await serve(answer('one'), hang, hang, answer('two', talk));
		const asked = askFeed(providerOf(server, timers), 4);
		await server.requests(2);
		timers.advance(75_000);
		await server.requests(3);
		expect(timers.pending).toEqual([150_000]);
		timers.advance(150_000);
		const outcome = await asked;
		expect(outcome.errors).toMatchObject([{failure: 'timeout'}, {failure: 'timeout'}]);
		expect(sessions(server)).toEqual([null, 'one', 'one', 'one']);
		expect(typesOf(outcome)).toEqual([[], ['talk-started']]);
	});

	it('waits as long as the service once held, and a margin', async () => {
		const timers = createManualTimers();
		const held: Reply = (response, request) => {
			timers.advance(70_000);
			answer('one')(response, request);
		};
		const server = await serve(held, hang);
		const asked = askFeed(providerOf(server, timers), 2);
		await server.requests(2);
		expect(timers.pending).toEqual([85_000]);
		timers.advance(85_000);
		expect((await asked).errors).toMatchObject([{failure: 'timeout'}]);
	});

	it('has one request under way at most', async () => {
		let open = 0;
		const observed: number[] = [];
		const held: Reply = response => {
			open += 1;
			observed.push(open);
			setImmediate(() => {
				open -= 1;
				response.end(JSON.stringify({Session: 's', Events: [ring]}));
			});
		};
		const server = await serve(held, held, held);
		await askFeed(providerOf(server), 3);
		expect(observed).toEqual([1, 1, 1]);
	});

	it('gives each answer as it came, with its time of arrival', async () => {
		const text = '{"Session":"one","Events":[ {"Event":"x","Ts":1772702101410000412} ]}\n';
		const {batches} = await askFeed(providerOf(await serve(reply(text))), 1);
		expect(batches).toMatchObject([{raw: text, receivedAt: at(3600), events: [{type: 'event-rejected', site}]}]);
	});

	it('tells the time of sending only of answers that did not wait for us', async () => {
		const server = await serve(
			answer('one', ring),
			answer('two', talk),
			answer('three'),
			answer('four', talk, ring),
			failure,
			answer('five', ring),
			answer('six', ring),
		);
		const {batches} = await askFeed(providerOf(server), 7);
		const seconds = batches.map(({sentAt}) => (sentAt === null ? null : Math.round((sentAt - at(0)) / 10) / 100));
		expect(seconds).toEqual([null, null, null, 8.05, null, null]);
	});

	it('says no token or session in its events or errors', async () => {
		const server = await serve(
			answer('secret-session', ring, {...ring, Event: '', Data: {}}, {Token: token}),
			failure,
			reply(`${token} secret-session`),
			reply(token, 403),
			reset,
		);
		const {batches, errors} = await askFeed(providerOf(server), 5);
		expect(errors).toMatchObject([
			{failure: 'status'},
			{code: 'WIRE_FORMAT'},
			{code: 'TOKEN_REFUSED', message: 'the service refuses the token (status 403)'},
			{failure: 'unreachable'},
		]);
		expect(batches[0]?.raw).toContain(token);
		expectSecretFree([withoutRaw(batches), errors], token, 'secret-session');
	});

	it('ends when the signal aborts', async () => {
		const server = await serve(answer('one'), hang);
		const controller = new AbortController();
		const batches: Batch[] = [];
		const run = (async () => {
			for await (const batch of providerOf(server).events(controller.signal)) batches.push(batch);
		})();
		await server.requests(2);
		controller.abort();
		await expect(run).rejects.toThrow(expect.objectContaining({name: 'AbortError'}));
		expect(batches).toHaveLength(1);
	});
});
