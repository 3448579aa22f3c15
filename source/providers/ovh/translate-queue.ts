import type {BoardEvent, LeaveOutcome} from '../../domain/event.js';
import {cleanText, idLimit} from '../../domain/text.js';
import {type AgentNumber, agentNumber, callerId, channelId, type EpochMs, queueNumber} from '../../domain/units.js';
import {type Context, fault} from './context.js';
import {dataText, eventInstant, firstText, instantOf} from './fields.js';
import {numberFacts} from './number-facts.js';
import {agentOfName, normaliseNumber} from './numbers.js';
import type {QueueEventName, WireEvent} from './wire.js';

type OfCaller = Omit<BoardEvent<'caller-joined'>, 'type'>;
type CallerEventName = Exclude<QueueEventName, 'members-count'>;

/** Throws a WireFormatError when the queue's number, the caller's identity, the agent or the time is missing. */
export const translateQueueEvent = (name: QueueEventName, wire: WireEvent, context: Context): BoardEvent => {
	const number = normaliseNumber(wire.Ressource || dataText(wire.Data, 'Queue'));
	if (number === '') throw fault(context, 'Ressource', 'expected the number of a queue');
	const onQueue = {
		at: eventInstant(wire, context),
		site: context.site,
		service: 'queue',
		number: queueNumber(number),
		...numberFacts(wire, number),
	} as const;
	if (name === 'members-count') return {type: 'queue-counted', ...onQueue, count: countOf(wire, context)};
	return translators[name]({...onQueue, ...callerFacts(wire, context)}, {wire, context});
};

type Source = {readonly wire: WireEvent; readonly context: Context};

const translators: Readonly<Record<CallerEventName, (caller: OfCaller, source: Source) => BoardEvent>> = {
	'member-queue-start': caller => ({type: 'caller-joined', ...caller}),
	'agent-offering': (caller, source) => ({type: 'agent-offered', ...caller, agent: requiredAgent(source)}),
	'bridge-agent-fail': (caller, source) => ({
		type: 'agent-failed',
		...caller,
		agent: requiredAgent(source),
		cause: cleanText(dataText(source.wire.Data, 'QueueHangupCause')) || 'NONE',
	}),
	'bridge-agent-start': (caller, source) => ({
		type: 'bridge-started',
		...caller,
		agent: requiredAgent(source),
		answeredAt: instantOf(source.wire.Data, 'QueueAgentAnsweredTime') ?? caller.at,
	}),
	'bridge-agent-end': (caller, source) => ({
		type: 'bridge-ended',
		...caller,
		agent: requiredAgent(source),
		bridged: dataText(source.wire.Data, 'QueueAgentBridged').toLowerCase() !== 'false',
		endedAt: instantOf(source.wire.Data, 'QueueBridgeTerminatedTime') ?? caller.at,
		...answeredFact(source),
	}),
	'member-queue-end': (caller, source) => ({
		type: 'caller-left',
		...caller,
		outcome: outcomeOf(source.wire),
		leftAt: instantOf(source.wire.Data, 'QueueMemberLeavingTime') ?? caller.at,
		...agentFact(source),
		...answeredFact(source),
	}),
};

/** Who the caller is and when they joined. The number is never guessed from the queue's own. */
const callerFacts = ({Data}: WireEvent, context: Context) => {
	const from = normaliseNumber(firstText(Data, ['Calling', 'QueueMemberCIDNumber', 'QueueMemberCIDName']));
	const id = cleanText(firstText(Data, ['QueueMemberUUID', 'QueueMemberSessionUUID']), idLimit) || from;
	if (id === '') throw fault(context, 'Data.QueueMemberUUID', "expected the caller's identity");
	const joinedAt = instantOf(Data, 'QueueMemberJoinedTime');
	const channel = cleanText(dataText(Data, 'QueueMemberSessionUUID'), idLimit);
	return {
		callerId: callerId(id),
		from,
		...(joinedAt === undefined ? {} : {joinedAt}),
		...(channel === '' ? {} : {channel: channelId(channel)}),
	};
};

/** How the caller left. Source: FreeSWITCH's cancel reasons; `BREAK_OUT` and `NONE` mean that the caller hung up. */
const cancelOutcomes: Readonly<Record<string, LeaveOutcome>> = {
	TIMEOUT: 'timed-out',
	NO_AGENT_TIMEOUT: 'no-agent',
	EXIT_WITH_KEY: 'opted-out',
};

const outcomeOf = ({Data}: WireEvent): LeaveOutcome => {
	if (dataText(Data, 'QueueCause').toLowerCase() === 'terminated') return 'served';
	const reason = dataText(Data, 'QueueCancelReason').toUpperCase();
	return Object.hasOwn(cancelOutcomes, reason) ? (cancelOutcomes[reason] ?? 'abandoned') : 'abandoned';
};

const agentOf = ({Data}: WireEvent): AgentNumber | undefined => {
	const agent = normaliseNumber(agentOfName(firstText(Data, ['Agent', 'QueueAgent'])));
	return agent === '' ? undefined : agentNumber(agent);
};

const requiredAgent = ({wire, context}: Source): AgentNumber => {
	const agent = agentOf(wire);
	if (agent === undefined) throw fault(context, 'Data.QueueAgent', 'expected an agent');
	return agent;
};

const agentFact = ({wire}: Source): {readonly agent?: AgentNumber} => {
	const agent = agentOf(wire);
	return agent === undefined ? {} : {agent};
};

const answeredFact = ({wire}: Source): {readonly answeredAt?: EpochMs} => {
	const answeredAt = instantOf(wire.Data, 'QueueAgentAnsweredTime');
	return answeredAt === undefined ? {} : {answeredAt};
};

const countOf = ({Data}: WireEvent, context: Context): number => {
	const text = dataText(Data, 'Count');
	const count = Number(text);
	if (text !== '' && Number.isInteger(count) && count >= 0) return count;
	throw fault(context, 'Data.Count', 'expected how many callers wait');
};
