import {onTestFinished, vi} from 'vitest';
import type {WireAnswer, WireEvent} from '../../source/providers/ovh/wire.js';
import {type Service, startService} from '../../source/simulator/server.js';
import type {ServiceOptions} from '../../source/simulator/service-options.js';

/** A service that ends with the test. */
export const serve = async (options: ServiceOptions = {}): Promise<Service> => {
	const service = await startService({batchDelayMs: 1, ...options});
	onTestFinished(service.close);
	return service;
};

export const wireEvent = (name: string): WireEvent => ({
	Event: name,
	Service: 'sip',
	Ressource: '0033199000101',
	Data: {},
});

/** The request that a client sends; without `session` its first one. */
export const request = (service: Service, session?: string, init: RequestInit = {}): Promise<Response> => {
	const echo = session === undefined ? '' : `&session=${encodeURIComponent(session)}`;
	return fetch(`${service.url}/?token=${service.token}${echo}`, init);
};

export const poll = async (service: Service, session?: string): Promise<WireAnswer> => {
	const response = await request(service, session);
	return (await response.json()) as WireAnswer;
};

/** The session of a client that has polled once. */
export const sessionOf = async (service: Service): Promise<string> => (await poll(service)).Session ?? '';

export const names = (answer: WireAnswer): readonly string[] => answer.Events.map(event => event.Event);

/** Polls until `count` events have come; their names. */
export const collect = async (service: Service, session: string, count: number): Promise<readonly string[]> => {
	const collected: string[] = [];
	while (collected.length < count) collected.push(...names(await poll(service, session)));
	return collected;
};

/** An event in the form of v2. */
export type EventV2 = {readonly event: string; readonly token: string};

export const post = (service: Service, path: string): Promise<Response> =>
	fetch(`${service.url}${path}`, {method: 'POST'});

/** The id of a new v2 session, subscribed to these tokens. */
export const openSession = async (service: Service, ...tokens: readonly string[]): Promise<string> => {
	const {id} = (await (await post(service, '/v2/session')).json()) as {readonly id: string};
	for (const token of tokens) await subscribe(service, id, token);
	return id;
};

export const subscribe = (service: Service, session: string, token: string): Promise<Response> =>
	post(service, `/v2/session/${session}/subscribe/${token}`);

export const pollV2 = (service: Service, session: string, init: RequestInit = {}): Promise<Response> =>
	fetch(`${service.url}/v2/session/${session}/events/poll`, init);

export const eventsOf = async (response: Response | Promise<Response>): Promise<readonly EventV2[]> =>
	(await (await response).json()) as readonly EventV2[];

/** Resolves when so many clients wait. */
export const isHolding = (service: Service, count = 1): Promise<unknown> =>
	vi.waitUntil(() => service.heldPolls() === count, {timeout: 10_000, interval: 1});
