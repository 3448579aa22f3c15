import {createServer} from 'node:net';
import {describe, expect, it, onTestFinished} from 'vitest';
import {type TrialRequest, tryToken} from '../../source/doctor/try-token.js';
import {type Answer, serve, serveEvents, serveStatus} from '../helpers/event-service.js';
import {closedPort, listening} from '../helpers/listeners.js';
import {token} from '../helpers/program.js';

const {signal} = new AbortController();

const trial = (endpoint: string, given: Partial<TrialRequest> = {}) =>
	tryToken({endpoint: new URL(endpoint), token, holdMs: 50, ...given}, signal);

const trialOf = async (answer: Answer, given?: Partial<TrialRequest>) => {
	const service = await serve(answer);
	onTestFinished(() => service.close());
	return trial(service.url, given);
};

const says =
	(text: string): Answer =>
	(_request, response) =>
		void response.end(text);

describe('tryToken', () => {
	it('asks once, with the token and without a session, and takes an answer for a welcome', async () => {
		const service = await serveEvents(['{"Event":"registered"}', '{}']);
		onTestFinished(() => service.close());
		expect(await trial(service.url, {holdMs: 60_000})).toEqual({kind: 'accepted', session: 'cursor-1', events: 2});
		expect(service.queries.map(query => [...query])).toEqual([[['token', token]]]);
	});

	it('asks on in a session', async () => {
		const service = await serveEvents([]);
		onTestFinished(() => service.close());
		await trial(service.url, {session: 'cursor-0', holdMs: 60_000});
		expect(service.queries[0]?.get('session')).toBe('cursor-0');
	});

	it('takes a request that is held for no refusal, and for no more', async () => {
		expect(await trialOf(() => undefined)).toEqual({kind: 'not-refused'});
	});

	it.each([401, 403])('takes the status %i for a refusal', async status => {
		const service = await serveStatus(status);
		onTestFinished(() => service.close());
		expect(await trial(service.url, {holdMs: 60_000})).toEqual({kind: 'refused'});
	});

	it.each([
		['a web page', says('<html>'), 'format'],
		['nothing', says(''), 'format'],
		['words about the token', says('{"Message":"unknown token"}'), 'format'],
		['a broken connection', (request => request.destroy()) satisfies Answer as Answer, 'unreachable'],
	])('does not take %s for an answer of the service', async (_name, answer, failure) => {
		const result = await trialOf(answer, {holdMs: 60_000});
		expect(result).toMatchObject({kind: 'unreachable', failure});
		expect(JSON.stringify(result)).not.toContain('1738D072');
	});

	it('says that the service has trouble, or is not there', async () => {
		const service = await serveStatus(503);
		onTestFinished(() => service.close());
		expect(await trial(service.url, {holdMs: 60_000})).toMatchObject({kind: 'unreachable', failure: 'status'});
		const gone = await trial(`http://127.0.0.1:${await closedPort()}/`, {holdMs: 60_000});
		expect(gone).toMatchObject({kind: 'unreachable', failure: 'unreachable'});
		expect(gone).toHaveProperty('detail', expect.stringContaining('ECONNREFUSED'));
	});

	it('does not take a connection that hangs for a request that is held', async () => {
		const port = await listening(createServer());
		const hung = await trial(`https://127.0.0.1:${port}/`, {holdMs: 1, connectMs: 200});
		expect(hung).toMatchObject({kind: 'unreachable', failure: 'timeout'});
	});

	it('ends with the reason of its signal', async () => {
		const service = await serve(() => aborter.abort(new Error('enough')));
		const aborter = new AbortController();
		onTestFinished(() => service.close());
		const request = {endpoint: new URL(service.url), token, holdMs: 60_000};
		await expect(tryToken(request, aborter.signal)).rejects.toThrow('enough');
	});
});
