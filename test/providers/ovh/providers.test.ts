import {describe, expect, it} from 'vitest';
import {siteName} from '../../../source/domain/units.js';
import {createOvhProviders, transports} from '../../../source/providers/ovh/providers.js';
import {at} from '../../helpers/builders.js';
import {askFeed, newTools, typesOf} from './asking.js';
import {createManualTimers} from './manual-timers.js';
import {hang, reply, serve} from './scripted-server.js';
import {serveSessions} from './session-server.js';
import {asV2, readFlow} from './wire-events.js';

const [ring = {}] = readFlow('l1');
const tokens = Array.from({length: 12}, (_, index) => ({
	site: siteName(`Site ${index + 1}`),
	token: `TOKEN-${index + 1}`,
}));
const common = {endpoint: new URL('https://events.example/'), now: () => at(3600)};

describe('createOvhProviders', () => {
	it.each(['auto', 'v1'] as const)('makes one provider for each token (%s)', transport => {
		const providers = createOvhProviders({...common, tokens, transport});
		expect(providers.map(({sites}) => sites)).toEqual(tokens.map(({site}) => [site]));
		expect(new Set(providers.map(provider => provider.transport()))).toEqual(new Set(['v1']));
	});

	it.each(['v2', 'websocket'] as const)('makes one provider for each five tokens (%s)', transport => {
		const providers = createOvhProviders({...common, tokens, transport});
		expect(providers.map(({sites}) => sites.length)).toEqual([5, 5, 2]);
		expect(providers.flatMap(({sites}) => sites)).toEqual(tokens.map(({site}) => site));
		expect(providers.map(provider => provider.transport())).toEqual([transport, transport, transport]);
	});

	it.each(transports)('makes none without tokens (%s)', transport => {
		expect(createOvhProviders({...common, tokens: [], transport})).toEqual([]);
	});

	it('names a site once that has two tokens', () => {
		const twins = tokens.slice(0, 2).map(entry => ({...entry, site: siteName('Lyon')}));
		const [provider] = createOvhProviders({...common, tokens: twins, transport: 'v2'});
		expect(provider?.sites).toEqual(['Lyon']);
	});

	it('makes providers that work: version 1', async () => {
		const {endpoint, queries} = await serve(reply({Session: 's', Events: [ring]}));
		const {dispatcher} = newTools();
		const [provider] = createOvhProviders({
			...common,
			endpoint,
			dispatcher,
			tokens: tokens.slice(0, 1),
			transport: 'auto',
		});
		expect(provider && typesOf(await askFeed(provider, 1))).toEqual([['ringing-started']]);
		expect(queries[0]?.get('token')).toBe('TOKEN-1');
	});

	it('makes providers that work: version 2', async () => {
		const event = {...asV2(ring), token: 'token-2'};
		const server = await serveSessions({
			poll: () => reply([event]),
			open: socket => socket.send(JSON.stringify(event)),
		});
		for (const transport of ['v2', 'websocket'] as const) {
			const {dispatcher} = newTools();
			const options = {...common, endpoint: server.endpoint, dispatcher, tokens: tokens.slice(0, 2), transport};
			const [provider] = createOvhProviders(options);
			const batches = provider ? (await askFeed(provider, 2)).batches : [];
			expect(batches.flatMap(({events}) => events).at(-1)).toMatchObject({type: 'ringing-started', site: 'Site 2'});
		}
	});

	it('waits as long as it is told', async () => {
		const timers = createManualTimers();
		const {endpoint, requests} = await serve(hang, hang);
		const {dispatcher} = newTools();
		const given = {...common, endpoint, dispatcher, timers, tokens: tokens.slice(0, 1), transport: 'v1'} as const;
		const [first] = createOvhProviders({...given, patienceMs: 5000});
		const [second] = createOvhProviders({...given, patienceMs: 5000, times: {held: 7000}});
		const asked = [first, second].map(provider => provider && askFeed(provider, 1));
		await requests(1);
		expect(timers.pending).toEqual([5000, 7000]);
		timers.advance(7000);
		for (const outcome of asked) expect((await outcome)?.errors).toMatchObject([{failure: 'timeout'}]);
	});
});
