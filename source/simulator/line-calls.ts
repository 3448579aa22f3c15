import type {Line} from './company.js';
import {createConverse} from './conversations.js';
import {type Leg, type LineTeller, type Moment, phoneCallId, switchCallId} from './line-events.js';
import type {Caller} from './phone-numbers.js';
import type {Stage} from './stage.js';

/** Calls that no queue takes part in. The lines must have room; each call seizes its lines and frees them at its end. */
export type LineCalls = {
	receive(line: Line, caller: Caller): void;
	/** `talkMs`: the median length of the conversation. */
	callOut(call: {readonly line: Line; readonly number: string; readonly talkMs: number}): void;
	callColleague(line: Line, colleague: Line): void;
};

export const createLineCalls = (stage: Stage, tellLine: LineTeller): LineCalls => {
	const {random} = stage;
	const play = createPlay(stage, tellLine);
	const sequence = () => random.integer(10, 900);
	return {
		receive: (line, caller) => {
			const call = {callId: switchCallId(random), calling: caller.calling, called: line.number, sequence: sequence()};
			play({legs: [{line, ...call}], answersAfter: answerDelay(stage, line), talkMs});
		},
		callOut: ({line, number, talkMs}) => {
			const call = {callId: phoneCallId(random), calling: line.number, called: number, sequence: sequence()};
			const answersAfter = random.chance(0.76) ? random.between(4000, 18_000) : undefined;
			play({legs: [{line, ...call}], answersAfter, talkMs});
		},
		callColleague: (line, colleague) => {
			const call = {callId: switchCallId(random), calling: line.number, called: colleague.number, sequence: sequence()};
			const legs = [
				{line, ...call},
				{line: colleague, ...call},
			] as const;
			play({legs, answersAfter: answerDelay(stage, colleague), talkMs: talkMs / 2});
		},
	};
};

/** Without `answersAfter` nobody answers. Two legs when both people are of the company. */
type LineCall = {
	readonly legs: readonly [Leg, ...Leg[]];
	readonly answersAfter: number | undefined;
	readonly talkMs: number;
};

/** Plays a call on all the company's lines that it touches. */
const createPlay = (stage: Stage, tellLine: LineTeller) => {
	const {random, after, switchboard} = stage;
	const converse = createConverse(stage, tellLine);
	const tell = ({legs}: LineCall, moment: Moment) => {
		for (const leg of legs) tellLine(leg, moment);
	};
	const end = (call: LineCall, moment: 'given-up' | 'hung-up') => {
		tell(call, moment);
		for (const {line} of call.legs) switchboard.release(line);
	};
	const answer = (call: LineCall) => {
		tell(call, 'answered');
		tell(call, 'ringing-stopped');
		converse({leg: call.legs[0], talkMs: call.talkMs, hangUp: () => end(call, 'hung-up')});
	};
	return (call: LineCall) => {
		for (const {line} of call.legs) switchboard.seize(line);
		tell(call, 'ringing');
		if (call.answersAfter !== undefined) after(call.answersAfter, () => answer(call));
		else after(random.between(9000, 30_000), () => end(call, 'given-up'));
	};
};

/** A person who is on the telephone lets another call ring; at a desk with many channels someone else takes it. */
const answerDelay = ({random, switchboard}: Stage, line: Line) => {
	const isThere = line.capacity > 3 || switchboard.callsOn(line) === 0;
	return isThere && random.chance(0.8) ? random.between(2500, 14_000) : undefined;
};

const talkMs = 75_000;
