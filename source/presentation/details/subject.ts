import type {AgentNumber, CallerId, CallId, LineNumber, QueueNumber} from '../../domain/units.js';

/** What details are of. */
export type Subject =
	| {readonly kind: 'line'; readonly number: LineNumber}
	| {readonly kind: 'call'; readonly line: LineNumber; readonly id: CallId}
	| {readonly kind: 'stay'; readonly queue: QueueNumber; readonly id: CallerId; readonly stay: number}
	| {readonly kind: 'agent'; readonly number: AgentNumber}
	| {readonly kind: 'queue'; readonly number: QueueNumber}
	/** An entry of the log, by its sequence. */
	| {readonly kind: 'event'; readonly sequence: number};
