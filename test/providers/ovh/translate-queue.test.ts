import {describe, expect, it} from 'vitest';
import {alice, at, customer, site, support} from '../../helpers/builders.js';
import {eventsOf, type Raw, readFlow, withData} from './wire-events.js';

const flow = readFlow('q1');
const named = (name: string): Raw => flow.find(raw => raw.Event === name) ?? {};
const join = named('member-queue-start');
const end = named('member-queue-end');
const bridge = named('bridge-agent-start');
const bridgeEnd = named('bridge-agent-end');
const first = (raw: object) => eventsOf([raw])[0];

describe('translateQueueEvent', () => {
	it('tells everything the wire told', () => {
		const onQueue = {
			site,
			service: 'queue',
			number: support,
			label: 'Support',
			numberType: 'easyHunting',
			simultaneousLines: 8,
			callerId: '6f1c2b7e-1864-4c0e-9d4a-0d2a7e0f3a11',
			channel: '0b6f9a52-1864-4f0b-8a50-5b1f6f0c9d01',
			from: customer,
		};
		expect(first(join)).toEqual({type: 'caller-joined', at: at(0), ...onQueue});
		expect(first(named('agent-offering'))).toEqual({type: 'agent-offered', at: at(1), ...onQueue, agent: alice});
		expect(first(bridge)).toEqual({
			type: 'bridge-started',
			at: at(8),
			...onQueue,
			joinedAt: at(0),
			agent: alice,
			answeredAt: at(8),
		});
		const times = {joinedAt: at(0), agent: alice, answeredAt: at(8)};
		expect(first(bridgeEnd)).toEqual({
			type: 'bridge-ended',
			at: at(67),
			...onQueue,
			...times,
			bridged: true,
			endedAt: at(67),
		});
		expect(first(end)).toEqual({
			type: 'caller-left',
			at: at(67),
			...onQueue,
			...times,
			outcome: 'served',
			leftAt: at(67),
		});
	});

	it("makes the switch's word for a failure harmless", () => {
		const failure = readFlow('q7').find(raw => raw.Event === 'bridge-agent-fail') ?? {};
		expect(first(withData(failure, {QueueHangupCause: 'NO\u001b[2J_ANSWER'}))).toMatchObject({cause: 'NO[2J_ANSWER'});
	});

	it.each([
		['Terminated', undefined, 'served'],
		['terminated', undefined, 'served'],
		['Cancel', 'TIMEOUT', 'timed-out'],
		['Cancel', 'NO_AGENT_TIMEOUT', 'no-agent'],
		['Cancel', 'EXIT_WITH_KEY', 'opted-out'],
		['Cancel', 'BREAK_OUT', 'abandoned'],
		['Cancel', 'NONE', 'abandoned'],
		['Cancel', '', 'abandoned'],
		['Cancel', undefined, 'abandoned'],
		['Cancel', 'constructor', 'abandoned'],
		[undefined, undefined, 'abandoned'],
	])('with cause %s and reason %s the caller is %s', (QueueCause, QueueCancelReason, outcome) => {
		expect(first(withData(end, {QueueCause, QueueCancelReason}))).toMatchObject({outcome});
	});

	it.each([
		['Calling', {}, customer],
		['the number of the caller', {Calling: undefined}, customer],
		['the name of the caller', {Calling: '', QueueMemberCIDNumber: undefined}, customer],
		['nothing, and never the queue', {Calling: 'anonymous'}, ''],
		['nothing at all', {Calling: undefined, QueueMemberCIDNumber: undefined, QueueMemberCIDName: undefined}, ''],
	])('takes the caller from %s', (_, changes, from) => {
		expect(first(withData(join, changes))).toMatchObject({from});
	});

	it.each([
		['the channel', {QueueMemberUUID: undefined}, '0b6f9a52-1864-4f0b-8a50-5b1f6f0c9d01'],
		['the number', {QueueMemberUUID: '', QueueMemberSessionUUID: ''}, customer],
	])('knows the caller by %s when the identity is missing', (_, changes, callerId) => {
		expect(first(withData(join, changes))).toMatchObject({callerId});
	});

	it.each([
		['false', false],
		['False', false],
		[false, false],
		['true', true],
		['', true],
		[undefined, true],
	])('takes a bridge told as %j for %j', (QueueAgentBridged, bridged) => {
		expect(first(withData(bridgeEnd, {QueueAgentBridged}))).toMatchObject({bridged});
	});

	it('takes the time of the event when a better one is missing', () => {
		expect(first(withData(bridge, {QueueAgentAnsweredTime: ''}))).toMatchObject({answeredAt: at(8)});
		expect(first(withData(bridgeEnd, {QueueBridgeTerminatedTime: undefined}))).toMatchObject({endedAt: at(67)});
		expect(first(withData(end, {QueueMemberLeavingTime: 'soon'}))).toMatchObject({leftAt: at(67)});
	});

	it.each(['3', 3, ' 3 '])('reads the count %j', Count => {
		expect(first(withData(named('members-count'), {Count}))).toMatchObject({type: 'queue-counted', count: 3});
	});

	it.each([
		['agent_0033199000101_5101', alice],
		['+33199000101', alice],
		['team-b', 'team-b'],
	])('takes the agent %s for %s', (QueueAgent, agent) => {
		expect(first(withData(bridge, {Agent: '', QueueAgent}))).toMatchObject({agent});
	});
});
