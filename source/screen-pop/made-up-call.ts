import {callerId, callId, type EpochMs, lineNumber, queueNumber, siteName} from '../domain/units.js';
import type {PopRule, PopTrigger} from './rule.js';

/** Numbers that belong to nobody. Source: the French regulator keeps 01 99 00 and 06 39 98 for fiction. */
const line = lineNumber('0033199000101');
const queue = queueNumber('0033199000100');
const customer = '0033639980001';

/** A call that never was, for trying a rule: as the first of its events, if that is one of those that begin a call. */
export const madeUpCall = ({events}: Pick<PopRule, 'events'>, at: EpochMs): PopTrigger => {
	const place = {at, site: siteName('default'), label: 'Test', from: customer};
	if (events[0] === 'caller-joined') {
		return {...place, type: 'caller-joined', service: 'queue', number: queue, callerId: callerId('test'), joinedAt: at};
	}
	const call = {callId: callId('test'), direction: 'incoming', to: line, dialled: line} as const;
	return {...place, ...call, type: 'ringing-started', service: 'line', number: line};
};
