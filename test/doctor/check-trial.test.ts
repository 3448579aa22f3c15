import {describe, expect, it, onTestFinished} from 'vitest';
import type {Case, Facts} from '../../source/doctor/check.js';
import {checkEvent, checkTrial} from '../../source/doctor/check-trial.js';
import {siteName} from '../../source/domain/units.js';
import {type Answer, serve} from '../helpers/event-service.js';
import {token} from '../helpers/program.js';
import {factsWith, patientWith} from './patient.js';

const other = token.replace('1', '2');

type Reply = number | 'held' | 'nothing' | 'an event';

const reply = (kind: Reply, response: Parameters<Answer>[1]): void => {
	if (kind === 'held') return;
	if (typeof kind === 'number') response.statusCode = kind;
	response.end(`{"Session":"s","Events":[${kind === 'an event' ? '{}' : ''}]}`);
};

/** What becomes of each token; its replies come in turn, the last one again and again. */
const examined = async (replies: Readonly<Record<string, readonly Reply[]>>, given: Partial<Case> = {}) => {
	const turns = new Map(Object.entries(replies).map(([key, list]) => [key, [...list]]));
	const service = await serve((request, response) => {
		const list = turns.get(new URL(request.url ?? '', 'http://service').searchParams.get('token') ?? '') ?? [];
		reply((list.length > 1 ? list.shift() : list[0]) ?? 404, response);
	});
	onTestFinished(() => service.close());
	const names = ['Lyon', 'Paris'];
	const tokens = Object.keys(replies).map((text, index) => ({site: siteName(names[index] ?? ''), token: text}));
	const patient = patientWith({endpoint: new URL(service.url), ...given});
	const facts: Facts = factsWith({tokens});
	const trial = await checkTrial(patient, facts);
	return {service, trial, event: await checkEvent(patient, {...facts, ...trial.facts})};
};

const told = ({findings}: Awaited<ReturnType<typeof checkTrial>>) =>
	findings.map(({mark, status, text}) => [mark, status, text]);

const held = 'not refused so far: the service holds the request until something happens';
const silence = 'none within 0 s: on a quiet account that is normal';

describe('checkTrial and checkEvent', () => {
	it('are content with an event', async () => {
		const {trial, event, service} = await examined({[token]: ['an event']}, {listenMs: 60_000});
		expect(told(trial)).toEqual([['good', 0, 'accepted: the service answered']]);
		expect(told(event)).toMatchObject([['good', 0, expect.stringMatching(/^after \d+ s$/)]]);
		expect(service.queries).toHaveLength(1);
	});

	it('listen on in the session they were given, until an event comes', async () => {
		const {event, service} = await examined({[token]: ['nothing', 'an event']}, {listenMs: 60_000});
		expect(told(event)).toMatchObject([['good', 0, expect.stringMatching(/^after \d+ s$/)]]);
		expect(service.queries.map(query => query.get('session'))).toEqual([null, 's']);
	});

	it('ask anew where the first request was held to the end', async () => {
		const {trial, event} = await examined({[token]: ['held']});
		expect(told(trial)).toEqual([['good', 0, held]]);
		expect(told(event)).toEqual([['note', 0, silence]]);
		expect(event.findings[0]?.advice).toContain('made anew');
	});

	it('tell the sites apart, and wait for each', async () => {
		const {trial, event} = await examined({[token]: ['an event'], [other]: ['held']}, {listenMs: 1000});
		expect(told(trial)).toEqual([
			['good', 0, 'Lyon: accepted: the service answered'],
			['good', 0, `Paris: ${held}`],
		]);
		expect(told(event)).toMatchObject([
			['good', 0, expect.stringMatching(/^Lyon: after \d+ s$/)],
			['note', 0, 'Paris: none within 1 s: on a quiet account that is normal'],
		]);
	});

	it('do not wait for events of a token that is refused', async () => {
		const {trial, event} = await examined({[token]: [403], [other]: ['held']}, {listenMs: 1000});
		expect(told(trial)[0]).toEqual(['bad', 3, 'Lyon: refused by the service']);
		expect(told(event)).toHaveLength(1);
	});

	it('say that the service has trouble', async () => {
		const {trial, event} = await examined({[token]: [500]}, {listenMs: 60_000});
		expect(told(trial)).toEqual([['bad', 4, 'the service reports a fault (the service answered with status 500)']]);
		expect(told(event)).toEqual([]);
	});

	it('say so when a token is refused while listening', async () => {
		const {event} = await examined({[token]: ['nothing', 401]}, {listenMs: 60_000});
		expect(told(event)).toEqual([['bad', 3, 'refused by the service']]);
	});

	it('say with which version they tried', async () => {
		const {trial} = await examined({[token]: ['held']}, {transport: 'websocket'});
		expect(told(trial)[1]).toEqual(['note', 0, 'tried with version 1 of the service; the board is set to websocket']);
	});
});
