import {describe, expect, it} from 'vitest';
import {lineEventNames, queueEventNames} from '../../../source/providers/ovh/wire.js';
import {at, site, start} from '../../helpers/builders.js';
import {eventsOf, type Raw, readFlow, registered2015, withData} from './wire-events.js';

const [join, count, offer] = readFlow('q1');
const [ring] = readFlow('l1');
const typeOf = (raw: Raw | undefined, name: string) => eventsOf([{...raw, Event: name}])[0]?.type;

describe('translateEvent', () => {
	it.each([
		['start_ringing', 'ringing-started'],
		['end_ringing', 'ringing-ended'],
		['start_calling', 'talk-started'],
		['end_calling', 'talk-ended'],
		['start_hold', 'hold-started'],
		['end_hold', 'hold-ended'],
		['registered', 'line-registered'],
	])('means by %s %s', (name, type) => {
		expect(typeOf(ring, name)).toBe(type);
	});

	it.each([
		['member-queue-start', 'caller-joined'],
		['members-count', 'queue-counted'],
		['member-count', 'queue-counted'],
		['agent-offering', 'agent-offered'],
		['bridge-agent-start', 'bridge-started'],
		['bridge-agent-fail', 'agent-failed'],
		['bridge-agent-failed', 'agent-failed'],
		['bridge-agent-end', 'bridge-ended'],
		['member-queue-end', 'caller-left'],
	])('means by %s %s', (name, type) => {
		expect(typeOf(offer, name)).toBe(type);
	});

	it('knows every name of the wire', () => {
		const types = [
			...lineEventNames.map(name => typeOf(ring, name)),
			...queueEventNames.map(name => typeOf(offer, name)),
		];
		expect(types).not.toContain('event-unrecognised');
		expect(types).not.toContain('event-rejected');
	});

	it.each(['agent-status-change', 'member-queue-resume', 'toString', 'constructor', '__proto__'])(
		'lets %s pass under its own name',
		name => {
			expect(eventsOf([{...join, Event: name}])).toEqual([
				{type: 'event-unrecognised', at: at(0), site, name, number: '0033199000100'},
			]);
		},
	);

	it('makes an unknown name harmless', () => {
		expect(eventsOf([{...join, Event: 'x\u001b[2J\u202ey'}])).toMatchObject([{name: 'x[2Jy'}]);
	});

	it.each([
		['a call', withData(ring ?? {}, {CallId: undefined}), 'Events[0].Data.CallId'],
		['a call that has an empty id', withData(ring ?? {}, {CallId: '\u200b'}), 'Events[0].Data.CallId'],
		['a line', {...withData(ring ?? {}, {Billing: undefined}), Ressource: ''}, 'Events[0].Ressource'],
		['a queue', {...withData(join ?? {}, {Queue: undefined}), Ressource: null}, 'Events[0].Ressource'],
		['an agent', withData(offer ?? {}, {Agent: undefined, QueueAgent: undefined}), 'Events[0].Data.QueueAgent'],
		['a count', withData(count ?? {}, {Count: ''}), 'Events[0].Data.Count'],
		['a whole count', withData(count ?? {}, {Count: '1.5'}), 'Events[0].Data.Count'],
		['a count of people', withData(count ?? {}, {Count: '-1'}), 'Events[0].Data.Count'],
		['a time', {...withData(ring ?? {}, {Ts: ''}), Timestamp: null}, 'Events[0].Data.Ts'],
		[
			'a caller',
			withData(join ?? {}, {
				QueueMemberUUID: '',
				QueueMemberSessionUUID: '',
				Calling: '',
				QueueMemberCIDNumber: '',
				QueueMemberCIDName: '',
			}),
			'Events[0].Data.QueueMemberUUID',
		],
	])('rejects an event without %s, at the time of its arrival', (_, raw, path) => {
		expect(eventsOf([raw])).toMatchObject([{type: 'event-rejected', path, at: start + 3_600_000, site}]);
		expect(eventsOf([raw])[0]).toHaveProperty('reason', expect.stringContaining(path));
	});

	it('reads the one public recording', () => {
		expect(eventsOf([registered2015])).toEqual([
			{
				type: 'line-registered',
				at: 1_425_554_670_102,
				site,
				service: 'line',
				number: '0033912312312',
				label: 'Camille Dupont',
				numberType: 'sipCirpack',
				simultaneousLines: 2,
				latencyMs: 17,
			},
		]);
	});
});
