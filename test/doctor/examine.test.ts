import {describe, expect, it, onTestFinished} from 'vitest';
import type {Case} from '../../source/doctor/check.js';
import {checkNames, examine} from '../../source/doctor/examine.js';
import {serve, serveStatus} from '../helpers/event-service.js';
import {closedPort} from '../helpers/listeners.js';
import {patientWith} from './patient.js';

const examined = async (given: Partial<Case>) => {
	const lines: string[] = [];
	const status = await examine(patientWith(given), (name, {mark}) => lines.push(`${mark} ${name}`));
	return {status, lines};
};

describe('examine', () => {
	it('tells all there is, in order, of a service that answers', async () => {
		const service = await serve((_request, response) => void response.end('{"Session":"s","Events":[{}]}'));
		onTestFinished(() => service.close());
		const {status, lines} = await examined({endpoint: new URL(service.url), listenMs: 60_000});
		expect(status).toBe(0);
		expect(lines).toEqual([
			'note settings',
			'good token',
			'good endpoint',
			'note proxy',
			'note name',
			'good connection',
			'note certificate',
			'good answer',
			'good clock',
			'good trial',
			'good event',
		]);
	});

	it('ends with the status of the first failure, and skips what makes no sense then', async () => {
		const endpoint = new URL(`http://127.0.0.1:${await closedPort()}/`);
		const unreached = await examined({endpoint});
		expect(unreached.status).toBe(4);
		expect(unreached.lines.slice(5)).toEqual([
			'bad connection',
			'note certificate',
			'note answer',
			'note clock',
			'note trial',
			'note event',
		]);
		expect((await examined({endpoint, environment: {}})).status).toBe(3);
		expect((await examined({endpoint, environment: {}, settingsProblem: new Error('x')})).status).toBe(2);
	});

	it('checks the way without a token', async () => {
		const service = await serveStatus(404);
		onTestFinished(() => service.close());
		const {lines, status} = await examined({endpoint: new URL(service.url), environment: {}});
		expect(lines).toEqual(expect.arrayContaining(['bad token', 'good answer', 'note trial', 'note event']));
		expect(status).toBe(3);
	});

	it('says something about each check', async () => {
		const {lines} = await examined({});
		expect([...new Set(lines.map(line => line.split(' ')[1]))]).toEqual(checkNames);
	});
});
