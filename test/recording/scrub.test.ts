import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {createScrubber} from '../../source/recording/scrub.js';

const token = '1738D072-64A1-4E2B-9C3D-0123456789AB';
const other = '2849E183-75B2-4F3C-8D4E-123456789ABC';
const first = 'XXXXXXXX-XXXX-XXXX-XXXX-000000000001';
const second = 'XXXXXXXX-XXXX-XXXX-XXXX-000000000002';
const nobody = 'XXXXXXXX-XXXX-XXXX-XXXX-000000000000';

const scrub = (body: string) => createScrubber([token, other]).answer(body);

const percent = (text: string) => Array.from(text, character => `%${character.charCodeAt(0).toString(16)}`).join('');

/** What of a token can be read out of a text, however it is written. */
const holds = (text: string): boolean =>
	decodeURIComponent(text.replace(/%(?![\da-f]{2})/gi, ''))
		.replace(/[^a-z\d]/gi, '')
		.toUpperCase()
		.includes(token.replaceAll('-', ''));

describe('a scrubber', () => {
	it('puts the placeholder of its site in the place of a token, and leaves everything else as it is written', () => {
		const answer = (one: string, two: string, session: string) =>
			`{ "Session":"${session}","Events":[{"Token" : "${one}","Timestamp":1772702100050000413},{"token":"${two}","Ts":"1.50"}]}`;
		expect(scrub(answer(token, other, 'cursor-17'))).toBe(answer(first, second, 'session'));
	});

	it.each([
		['in small letters', token.toLowerCase()],
		['in mixed letters', '1738d072-64A1-4e2b-9C3D-0123456789aB'],
		['without dashes', token.replaceAll('-', '')],
		['with underscores', token.replaceAll('-', '_')],
		['with blanks', token.replaceAll('-', ' ')],
		['as an address writes it', token.replaceAll('-', '%2D')],
		['with every character encoded', percent(token)],
		['in an address', `https://events.voip.ovh.net/?token=${token}&session=x`],
		['twice in a row', `${token}${token}`],
	])('finds a token %s, under whatever key', (_name, text) => {
		for (const body of [
			JSON.stringify({Message: `before ${text} after`}),
			JSON.stringify({[text]: 1}),
			JSON.stringify([[text]]),
			JSON.stringify({Events: [{Data: {Anything: text}}]}),
			`Unknown token ${text}`,
			`{"Message": "${text}`,
		]) {
			expect(holds(body)).toBe(true);
			expect(holds(scrub(body))).toBe(false);
			expect(scrub(body)).toContain(first);
		}
	});

	it('finds a token that is escaped', () => {
		const escaped = Array.from(token, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
		expect(scrub(`{"a":"${escaped}"}`)).toBe(`{"a":"${first}"}`);
	});

	it('takes out a token of nobody known, by the name of its key', () => {
		const stranger = 'ABCDEFAB-CDEF-ABCD-EFAB-CDEFABCDEFAB';
		expect(JSON.parse(scrub(JSON.stringify({Token: stranger, eventToken: 'x', tokens: ['y'], Event: 'a'})))).toEqual({
			Token: nobody,
			eventToken: nobody,
			tokens: [nobody],
			Event: 'a',
		});
		expect(scrub('{"token":12345678901234567890}')).toBe('{"token":0}');
	});

	it('takes out sessions, also where they come back', () => {
		const scrubber = createScrubber([token]);
		const session = 'b2Zk/+aQ==&=17';
		expect(scrubber.answer(JSON.stringify({Session: session, Message: `go on with ${session}`}))).toBe(
			'{"Session":"session","Message":"go on with session"}',
		);
		expect(scrubber.message(`lost ${encodeURIComponent(session)}`)).toBe('lost session');
		expect(scrubber.answer('{"id":"BkfFH11M1cf7","creation":"2019-06-07T11:40:16.03+02:00"}')).not.toContain('BkfF');
	});

	it('leaves alone what only looks like a session', () => {
		const json =
			'{"Session":"1772702100","Events":[{"Data":{"QueueMemberSessionUUID":"6f1c2b7e-1864-4c0e","Ts":"1772702100"}}]}';
		expect(scrub(json)).toBe(json.replace('"Session":"1772702100"', '"Session":"session"'));
	});

	it('goes through each message of a WebSocket', () => {
		expect(scrub(`{"token":"${token}"}\u001enot JSON ${other}`)).toBe(`{"token":"${first}"}\u001enot JSON ${second}`);
	});

	it('leaves every text that holds no secret as it is', () => {
		fc.assert(
			fc.property(fc.json(), json => {
				expect(scrub(json)).toBe(json);
			}),
		);
	});
});
