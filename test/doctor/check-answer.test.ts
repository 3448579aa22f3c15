import {describe, expect, it, onTestFinished} from 'vitest';
import {checkAnswer, checkClock} from '../../source/doctor/check-answer.js';
import {type Answer, serve} from '../helpers/event-service.js';
import {closedPort} from '../helpers/listeners.js';
import {factsWith, patientWith} from './patient.js';

const noon = Date.UTC(2026, 10, 21, 12, 0, 0);

const answerOf = async (answer: Answer, now: () => number = () => noon) => {
	const service = await serve(answer);
	onTestFinished(() => service.close());
	return {service, found: await checkAnswer(patientWith({endpoint: new URL(service.url), now}), factsWith())};
};

/** Answers with this status, and this time of its clock. */
const at =
	(time: string, status = 404): Answer =>
	(_request, response) => {
		response.statusCode = status;
		response.sendDate = false;
		if (time !== '') response.setHeader('date', time);
		response.end();
	};

describe('checkAnswer', () => {
	it('asks without a token, and is content with any answer', async () => {
		const {found, service} = await answerOf(at('Sat, 21 Nov 2026 12:00:00 GMT'));
		expect(found.findings).toMatchObject([{mark: 'good', text: expect.stringContaining('status 404')}]);
		expect(service.queries.map(query => [...query])).toEqual([[]]);
	});

	it.each([
		['Sat, 21 Nov 2026 12:00:00 GMT', -500],
		['Sat, 21 Nov 2026 11:59:50 GMT', 9500],
		['', undefined],
		['soon', undefined],
	])('compares the clocks: %j', async (time, clockAheadMs) => {
		const {found} = await answerOf(at(time));
		expect(found.facts).toEqual({clockAheadMs});
	});

	it('takes the middle of asking and answering for the time of the answer', async () => {
		const times = [noon, noon + 4000];
		const {found} = await answerOf(at('Sat, 21 Nov 2026 12:00:00 GMT'), () => times.shift() ?? 0);
		expect(found.facts).toEqual({clockAheadMs: 1500});
	});

	it('leaves it to the token to tell whether the service has trouble', async () => {
		const {found} = await answerOf(at('', 503));
		expect(found.findings).toMatchObject([{mark: 'note', text: 'status 503 to a request without a token'}]);
		expect(found.facts?.isWayOpen).not.toBe(false);
	});

	it('says that a proxy wants a password', async () => {
		const {found} = await answerOf(at('', 407));
		expect(found.findings).toMatchObject([{mark: 'bad', status: 4}]);
		expect(found.facts?.isWayOpen).toBe(false);
	});

	it('ends the way where nobody answers', async () => {
		const endpoint = new URL(`http://127.0.0.1:${await closedPort()}/`);
		const {findings, facts} = await checkAnswer(patientWith({endpoint}), factsWith());
		expect(findings).toMatchObject([{mark: 'bad', status: 4, text: 'none (ECONNREFUSED)'}]);
		expect(facts?.isWayOpen).toBe(false);
	});
});

describe('checkClock', () => {
	it.each([
		[undefined, 'note', 0, 'not compared: the answer does not tell the time'],
		[0, 'good', 0, 'agrees with the service'],
		[-2000, 'good', 0, 'agrees with the service'],
		[2001, 'note', 0, '2 s ahead of the service'],
		[-59_000, 'note', 0, '59 s behind the service'],
		[61_000, 'bad', 4, '61 s ahead of the service'],
		[-7_500_000, 'bad', 4, '2 h behind the service'],
	])('a difference of %s ms is %s', async (clockAheadMs, mark, status, text) => {
		const {findings} = await checkClock(patientWith(), factsWith({clockAheadMs}));
		expect(findings).toMatchObject([{mark, status, text}]);
	});

	it.each([
		['linux', 'timedatectl'],
		['darwin', 'sntp'],
		['win32', 'w32tm'],
		['freebsd', 'timedatectl'],
	] as const)('says for %s how to set it', async (platform, command) => {
		const {findings} = await checkClock(patientWith({platform}), factsWith({clockAheadMs: 90_000}));
		expect(findings[0]?.advice).toContain(command);
	});
});
