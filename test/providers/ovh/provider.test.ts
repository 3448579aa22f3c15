import {inspect} from 'node:util';
import {Agent} from 'undici';
import {describe, expect, it, onTestFinished} from 'vitest';
import {TokenRefusedError, WireFormatError} from '../../../source/errors.js';
import {createOvhProvider} from '../../../source/providers/ovh/provider.js';
import type {Batch, Provider} from '../../../source/providers/provider.js';
import {at, site} from '../../helpers/builders.js';
import {hang, type Reply, reply, type ScriptedServer, serve} from './scripted-server.js';
import {readFlow} from './wire-events.js';

const token = 'ABCDEFAB-CDEF-ABCD-EFAB-CDEFABCDEFAB';
const [ring, talk, ringEnd] = readFlow('l1');

const providerOf = ({endpoint}: ScriptedServer, patienceMs = 10_000): Provider => {
	const dispatcher = new Agent();
	onTestFinished(() => dispatcher.destroy());
	return createOvhProvider({site, endpoint, token, now: () => at(3600), patienceMs, dispatcher});
};

const answer = (Session: string | undefined, ...Events: readonly unknown[]): Reply =>
	reply({Session, Message: 'x', Events});
const failure: Reply = reply('', 500);

type Outcome = {readonly batches: readonly Batch[]; readonly errors: readonly unknown[]};

/** Asks as a feed does: after each failure anew, until so many batches and failures have come. */
const ask = async (provider: Provider, count: number): Promise<Outcome> => {
	const batches: Batch[] = [];
	const errors: unknown[] = [];
	const {signal} = new AbortController();
	while (batches.length + errors.length < count) {
		try {
			for await (const batch of provider.events(signal)) {
				batches.push(batch);
				if (batches.length + errors.length === count) break;
			}
		} catch (error) {
			errors.push(error);
		}
	}
	return {batches, errors};
};

const sessions = ({queries}: ScriptedServer) => queries.map(query => query.get('session'));
const typesOf = ({batches}: Outcome) => batches.map(({events}) => events.map(({type}) => type));

describe('createOvhProvider', () => {
	it('echoes the session of the last answer, whatever characters it has', async () => {
		const server = await serve(answer('a b&c=d/é'), answer('two'), answer('three'));
		await ask(providerOf(server), 3);
		expect(sessions(server)).toEqual([null, 'a b&c=d/é', 'two']);
	});

	it('keeps the session it has when an answer names none', async () => {
		const server = await serve(answer('one'), answer(undefined), answer('', ring), answer('two'));
		await ask(providerOf(server), 4);
		expect(sessions(server)).toEqual([null, 'one', 'one', 'one']);
	});

	it('loses no batch over failures, and asks on with the session', async () => {
		const server = await serve(
			answer('one', ring),
			failure,
			reply('<html>'),
			answer('two', talk),
			failure,
			answer('three', ringEnd),
		);
		const outcome = await ask(providerOf(server), 6);
		expect(typesOf(outcome)).toEqual([['ringing-started'], ['talk-started'], ['ringing-ended']]);
		expect(outcome.errors).toMatchObject([{failure: 'status'}, {code: 'WIRE_FORMAT'}, {failure: 'status'}]);
		expect(sessions(server)).toEqual([null, 'one', 'one', 'one', 'two', 'two']);
	});

	it('begins a new session after three failures in a row', async () => {
		const server = await serve(answer('one'), failure, failure, failure, answer('two'), answer('three'));
		await ask(providerOf(server), 6);
		expect(sessions(server)).toEqual([null, 'one', 'one', 'one', null, 'two']);
	});

	it('begins a new session at once when the service does not know it', async () => {
		const server = await serve(answer('one'), reply('Session not found\n', 404), answer('two'));
		await ask(providerOf(server), 3);
		expect(sessions(server)).toEqual([null, 'one', null]);
	});

	it('keeps the session over an answer that never came', async () => {
		const server = await serve(answer('one'), hang, answer('two', talk));
		const outcome = await ask(providerOf(server, 1500), 3);
		expect(outcome.errors).toMatchObject([{failure: 'timeout'}]);
		expect(sessions(server)).toEqual([null, 'one', 'one']);
		expect(typesOf(outcome)).toEqual([[], ['talk-started']]);
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
		await ask(providerOf(server), 3);
		expect(observed).toEqual([1, 1, 1]);
	});

	it('gives the good events of an answer, and the bad ones as rejected, with their place', async () => {
		const bad = {...talk, Data: {Ts: '1772702101'}};
		const {batches} = await ask(providerOf(await serve(answer('one', null, ring, bad, {...ring, Event: 'news'}))), 1);
		expect(batches[0]?.events).toMatchObject([
			{type: 'ringing-started', at: at(1.23)},
			{type: 'event-rejected', path: 'Events[2].Data.CallId', at: at(3600)},
			{type: 'event-unrecognised', name: 'news'},
			{type: 'event-rejected', path: 'Events[0]', at: at(3600)},
		]);
	});

	it('tells the time of sending only of answers that did not wait for us', async () => {
		const server = await serve(
			answer('one', ring),
			answer('two', talk, ring),
			answer('three'),
			failure,
			answer('four', ring),
			answer('five', ringEnd),
		);
		const {batches} = await ask(providerOf(server), 6);
		const seconds = batches.map(({sentAt}) => (sentAt === null ? null : Math.round((sentAt - at(0)) / 10) / 100));
		expect(seconds).toEqual([null, 8.05, null, null, 8.08]);
	});

	it('says no token in its events or errors', async () => {
		const server = await serve(
			answer('one', ring, {...ring, Event: '', Data: {}}),
			failure,
			reply(token),
			reply(token, 401),
		);
		const {batches, errors} = await ask(providerOf(server), 4);
		expect(errors).toMatchObject([{failure: 'status'}, {code: 'WIRE_FORMAT'}, {code: 'TOKEN_REFUSED'}]);
		expect(errors[1]).toBeInstanceOf(WireFormatError);
		expect(errors[2]).toBeInstanceOf(TokenRefusedError);
		expect(inspect([batches, errors], {depth: 12, showHidden: true, maxStringLength: null})).not.toContain(token);
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
