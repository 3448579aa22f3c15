import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {Board} from '../../source/domain/board.js';
import {stateDocument} from '../../source/domain/state-document.js';
import type {EpochMs} from '../../source/domain/units.js';
import {anonymousRecording, createAnonymiser} from '../../source/recording/anonymise.js';
import type {Answer, Entry, Failure} from '../../source/recording/format.js';
import {createKeyed} from '../../source/recording/keyed.js';
import {openRecording} from '../../source/recording/reading.js';
import {boardOf, playLive, replayed} from './live-run.js';

/** The simulator's numbers are fiction already; these could be somebody's. */
const asReal = (text: string): string =>
	text
		.replaceAll('63998', '61274')
		.replaceAll('19900', '17423')
		.replace(/26191|35301|46571|53649/g, range => `${range.slice(0, 1)}7188`)
		.replaceAll('442079460', '442071238')
		.replaceAll('sip4.ovh.fr', '10.12.34.56');

const times = /^(ts|tsget|timestamp|date|datetime|queue\w*time)$/i;
const placeholders = /^(token|session)$/i;

/** All that an answer says, keys too; but for times, and what stands for secrets. */
const sayings = (value: unknown, key = ''): readonly string[] => {
	if (times.test(key) || placeholders.test(key)) return [];
	if (typeof value !== 'object' || value === null) return [String(value)];
	return Object.entries(value).flatMap(([name, inner]) => [
		...(Array.isArray(value) ? [] : [name]),
		...sayings(inner, Array.isArray(value) ? key : name),
	]);
};

const bodies = (lines: readonly string[]): readonly string[] =>
	lines
		.map(line => JSON.parse(line) as Entry)
		.flatMap(entry => (entry.kind === 'answer' && entry.body.startsWith('{') ? [entry.body] : []));

const allSayings = (lines: readonly string[]): readonly string[] =>
	bodies(lines).flatMap(body => sayings(JSON.parse(body)));

const digitRuns = (texts: readonly string[]): ReadonlySet<string> =>
	new Set(texts.flatMap(text => text.match(/\d{6,}/g) ?? []));

const descriptions = (lines: readonly string[]): readonly string[] => [
	...new Set(
		lines.flatMap(line => Array.from(line.matchAll(/\\"Description\\":\\"([^"\\]+)/g), ([, label = '']) => label)),
	),
];

/** The document with the names of everything left out, and lists in an order that does not depend on them. */
const shapeOf = (board: Board, at: EpochMs): unknown => {
	const plain = (key: string, value: unknown): unknown => {
		if (Array.isArray(value)) return value.map(item => JSON.stringify(item, plain)).toSorted();
		return ['number', 'label', 'id', 'from', 'to', 'dialed', 'agent', 'site', 'offeredTo'].includes(key)
			? typeof value
			: value;
	};
	return JSON.parse(JSON.stringify(stateDocument(board, at), plain));
};

describe('an anonymised recording', () => {
	it('tells nothing of people, and comes to the same figures', async () => {
		const disguise = (text: string): string => asReal(text);
		const live = await playLive({disguise, steps: 9, siteCount: 2, transport: 'v1', recorder: {anonymise: true}});
		const open = await playLive({disguise, steps: 9, siteCount: 2, transport: 'v1'});

		const known = digitRuns(allSayings(open.lines));
		const told = digitRuns(allSayings(live.lines));
		expect(known.size).toBeGreaterThan(50);
		expect([...told].filter(run => known.has(run))).toEqual([]);
		const file = live.lines.join('\n');
		const numbers = [...known].filter(run => /^(0033|\+?33|0)/.test(run)).map(run => run.slice(-8));
		expect(numbers.filter(digits => file.includes(digits))).toEqual([]);
		const names = [...descriptions(open.lines), 'Lyon', 'Nantes'];
		expect(names.length).toBeGreaterThan(10);
		expect(names.filter(name => file.includes(name))).toEqual([]);
		expect(file).not.toContain('10.12.34.56');

		const again = await replayed(live.path);
		expect(again.at).toBe(live.at);
		expect(shapeOf(again.board, live.at)).toEqual(shapeOf(live.board, live.at));
		expect(again.board.log.total).toBe(live.board.log.total);
	});

	it('can be made of a recording that is not', async () => {
		const live = await playLive({disguise: asReal, steps: 6});
		const again = await boardOf(anonymousRecording(await openRecording(live.path)));
		expect(shapeOf(again.board, live.at)).toEqual(shapeOf(live.board, live.at));
		const told = JSON.stringify([...again.board.lines, ...again.board.queues]);
		expect(told.match(/0033[17]7\d*|Accueil|Standard|Support/g) ?? []).toEqual([]);
	});
});

const key = new Uint8Array(32);
const entry = (body: string): Answer => ({
	kind: 'answer',
	at: '2026-11-21T09:14:58.271Z',
	sites: ['Lyon'],
	transport: 'v1',
	body,
});
const anonymous = (body: string, anonymiser = createAnonymiser(createKeyed(key))): string =>
	(anonymiser.entry(entry(body)) as Answer).body;
const anonymousEvent = (event: Readonly<Record<string, unknown>>) => JSON.parse(anonymous(JSON.stringify(event)));

describe('an anonymiser', () => {
	it('makes the three formats of one number the same formats of one other number, of the same kind', () => {
		const {Calling, QueueMemberCIDName, QueueMemberCIDNumber} = anonymousEvent({
			Calling: '0033612740001',
			QueueMemberCIDName: '+33612740001',
			QueueMemberCIDNumber: '06 12 74 00 01',
		});
		expect(Calling).toMatch(/^003363998\d{4}$/);
		expect(QueueMemberCIDName).toBe(`+${Calling.slice(2)}`);
		expect(QueueMemberCIDNumber.replaceAll(' ', '')).toBe(`0${Calling.slice(4)}`);
		expect(QueueMemberCIDNumber).toMatch(/^\d\d( \d\d){4}$/);
	});

	it('gives an agent the same number by name and by number', () => {
		const {Agent, QueueAgent} = anonymousEvent({Agent: '0033174230101', QueueAgent: 'agent_0033174230101_5101'});
		expect(QueueAgent).toMatch(/^agent_\d{13}_\d{4}$/);
		expect(QueueAgent).toContain(`_${Agent}_`);
		expect(Agent).toMatch(/^003319900\d{4}$/);
	});

	it.each(['', 'anonymous', 'Anonymous', '15', '3179', '4242'])('leaves %j, which tells nobody apart', value => {
		expect(anonymousEvent({Calling: value})).toEqual({Calling: value});
	});

	it('keeps what is known to be harmless, and every digit of times', () => {
		const json =
			'{"Event":"member-queue-end","Service":"queues","Timestamp":1772702100050000413,"Date":"2026-03-05T10:15:00.050000 (CET)","Data":{"Action":"member-queue-end","Count":"12","Protocol":"sip","QueueCause":"Cancel","QueueCancelReason":"NO_AGENT_TIMEOUT","QueueHangupCause":"LOSE_RACE","QueueAgentBridged":"false","QueueMemberJoinedTime":"1559904736","Ts":"1772702100.050","TsGet":1772702100048000412,"QueueAgentSystem":"single_box"},"Details":{"SimultaneousLine":"8","Type":"easyHunting"}}';
		expect(anonymous(json)).toBe(json);
	});

	it('empties what nobody needs', () => {
		expect(
			anonymousEvent({Body: 'SIP/2.0 200 Alice', RelevantInfo: 'Alice', Message: 'Alice', Cseq: '1 INVITE'}),
		).toEqual({Body: '', RelevantInfo: '', Message: '', Cseq: ''});
	});

	it('keeps identities the same where they were the same, and their shape', () => {
		const id = '08011-GZ-3e8c8263-5792009f2_sip.ovh.fr';
		const [one, two, three] = anonymousEvent({list: [{CallId: id}, {CallId: ` ${id}`}, {CallId: `${id}1`}]} as never)[
			Object.keys(anonymousEvent({list: []}))[0] ?? ''
		];
		expect(one.CallId).toMatch(/^\d{5}-[A-Z]{2}-\w{8}-\w{9}_[a-z]{3}\.[a-z]{3}\.[a-z]{2}$/);
		expect(one.CallId).not.toBe(id);
		expect(two.CallId).toBe(` ${one.CallId}`);
		expect(three.CallId.slice(0, -1)).not.toBe(one.CallId);
	});

	it('changes unknown keys and what stands under them, whatever its type', () => {
		const json = anonymous('{"Dupont 0612740001":{"x":[612740001,1.5,true,null,"Dupont"],"Event":"jean 0612740001"}}');
		expect(json).not.toMatch(/dupont|jean|612740001/i);
		expect(json).toMatch(/^\{"\w+ix 06\d{8}":\{"x":\[\d{9},1\.5,true,null,"\w+ix"\],"Event":"\w+ix 06\d{8}"\}\}$/);
	});

	it('tells the same words by the same names, in capitals where they were', () => {
		const {Description, Called} = anonymousEvent({Description: 'Jean DUPONT-Dupont 2', Called: 'dupont jean'});
		expect(Description).toMatch(/^([A-Z][a-z]+) ([A-Z]+)-([A-Z][a-z]+) 2$/);
		const [first = '', second = ''] = Description.toLowerCase().split(/[ -]/);
		expect(Called).toBe(`${second} ${first}`);
	});

	it('keeps placeholders of secrets, and no secret that was left', () => {
		const event = {Token: 'XXXXXXXX-XXXX-XXXX-XXXX-000000000002', Session: 'session'};
		expect(anonymousEvent(event)).toEqual(event);
		expect(anonymousEvent({Token: 'Alice', Session: 'Bob'})).toEqual({
			Token: 'XXXXXXXX-XXXX-XXXX-XXXX-000000000000',
			Session: 'XXXXXXXX-XXXX-XXXX-XXXX-000000000000',
		});
	});

	it.each([
		['<html>Alice</html>', '<html></html>'],
		['Alice', 'unreadable'],
		['Timeout, please reconnect, Alice', 'Timeout, please reconnect'],
		['null', 'null'],
		['', 'null'],
		['{"Event":"x"}\u001eAlice', '{"Event":"x"}\u001eunreadable'],
	])('makes of %j %j, which is read as the same', (body, expected) => {
		expect(anonymous(body)).toBe(expected);
	});

	it('keeps the names of sites apart, and says the rest of failures in general', () => {
		const anonymiser = createAnonymiser(createKeyed(key));
		const failure = (facts: Partial<Failure>): Entry =>
			anonymiser.entry({
				kind: 'failure',
				at: '2026-11-21T09:14:58.271Z',
				sites: ['Lyon', 'default', 'Paris'],
				transport: 'v2',
				message: '',
				delayMs: 1290,
				...facts,
			} as Failure);
		expect(
			failure({code: 'FEED_UNREACHABLE', failure: 'unreachable', message: 'cannot reach pbx-lyon (ECONNREFUSED)'}),
		).toMatchObject({sites: ['Site 1', 'default', 'Site 2'], message: 'cannot reach the service (ECONNREFUSED)'});
		expect(
			failure({code: 'FEED_UNREACHABLE', failure: 'status', status: 503, retryAfterSeconds: 2, message: 'Lyon'}),
		).toMatchObject({message: 'the service answered with status 503', status: 503, retryAfterSeconds: 2});
		expect(failure({code: 'TOKEN_REFUSED', message: 'Lyon'})).toMatchObject({message: 'the service refuses the token'});
		expect(
			failure({code: 'WIRE_FORMAT', path: 'Events[3].Data', message: 'Events[3].Data: expected an object, got a list'}),
		).toMatchObject({path: 'Events[3].Data', message: 'Events[3].Data: expected an object, got a list'});
		expect(failure({code: 'WIRE_FORMAT', path: '0612740001', message: 'Lyon'})).toMatchObject({
			path: 'answer',
			message: 'answer: expected something else',
		});
		const {refused} = anonymiser.entry({...entry('null'), refused: {Paris: 'Lyon'}}) as Answer;
		expect(refused).toEqual({'Site 2': 'the service refuses the token'});
	});

	it('invents anew each time', () => {
		const json = '{"Calling":"0033612740001","CallId":"3e8c8263-5792009f2"}';
		expect(anonymous(json, createAnonymiser())).not.toBe(anonymous(json, createAnonymiser()));
	});

	it('leaves no run of six digits and no word of any text', () => {
		const anonymiser = createAnonymiser(createKeyed(key));
		const word = fc.stringMatching(/^[A-Za-zÀ-ÿ]{3,12}$/);
		const number = fc.stringMatching(/^[+]?\d{6,14}$/);
		const mark = fc.constantFrom(' ', '-', '.', '@', ', ', '_', '/', '\u202e', '😀');
		const text = fc.array(fc.oneof(word, number, mark), {minLength: 1, maxLength: 6}).map(parts => parts.join(''));
		const name = fc.constantFrom('Description', 'Calling', 'QueueAgent', 'CallId', 'Id', 'Other', 'Event');
		fc.assert(
			fc.property(name, text, (under, value) => {
				const told = Object.values(JSON.parse(anonymous(JSON.stringify({[under]: value}), anonymiser))).join('');
				for (const run of value.match(/\d{6,}/g) ?? []) expect(told.match(/\d{6,}/g) ?? []).not.toContain(run);
				if (under === 'Event') return;
				for (const found of value.match(/[A-Za-zÀ-ÿ]{5,}/g) ?? []) expect(told).not.toContain(found);
			}),
		);
	});
});
