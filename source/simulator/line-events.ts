import type {LineEventName, WireEvent} from '../providers/ovh/wire.js';
import type {Line} from './company.js';
import {details, nanoseconds, sentAt} from './envelope.js';
import {frenchTime} from './french-time.js';
import {hexadecimal, type Random} from './random.js';
import type {Stage} from './stage.js';

/** One line's part of a call. `sequence` is the `Cseq` of its INVITE. */
export type Leg = {
	readonly line: Line;
	readonly callId: string;
	readonly calling: string;
	readonly called: string;
	readonly sequence: number;
};

/** What can be told of a line: the moments of a call, and that its telephone registers. */
export type Moment =
	| 'ringing'
	| 'answered'
	| 'ringing-stopped'
	| 'given-up'
	| 'held'
	| 'resumed'
	| 'hung-up'
	| 'registered';

/** Tells of a line. Its events leave in the order in which they are told. */
export type LineTeller = (leg: Leg, moment: Moment) => void;

/**
The switch notes the moment (`Ts`) soon after, the collector gets it 0.1 to 1.4 s later (`TsGet`), and the service sends it some
milliseconds after that (`Timestamp`). Observed: these latencies, in the samples of 2015 and 2019.
*/
export const createLineTeller = ({random, now, emit}: Pick<Stage, 'random' | 'now' | 'emit'>): LineTeller => {
	const latest = new Map<Line, {readonly noted: number; readonly sent: number}>();
	return (leg, moment) => {
		const last = latest.get(leg.line) ?? {noted: 0, sent: 0};
		const noted = Math.max(Math.round(now()) + random.integer(5, 30), last.noted + 20);
		const got = noted + 100 + Math.min(1300, random.exponential(90));
		const sent = Math.max(got + random.between(12, 25), last.sent + 0.2);
		latest.set(leg.line, {noted, sent});
		emit({at: sent, event: lineEvent({leg, moment, noted, got: Math.max(got, last.sent - 12), sent})});
	};
};

/** A call id in the form that OVH's switch makes. Observed: `08011-GZ-3e8c8263-5792009f2_sip.ovh.fr`. */
export const switchCallId = (random: Random): string =>
	`0${random.text('0123456789', 4)}-${random.text(capitals, 2)}-${random.text(hexadecimal, 8)}-${random.text(hexadecimal, 9)}_sip4.ovh.fr`;

/** A call id in the form that telephones make. Observed: `N2ZkZmEyNGMxZWM0N2VhN2M4NGJkMTY4ZGYwZmU2OTY.`. */
export const phoneCallId = (random: Random): string => `${random.text(capitals + hexadecimal, 43)}.`;

const capitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

type Wording = {
	readonly event: LineEventName;
	readonly body: string;
	readonly method: string;
	/** How far the `Cseq` is from the INVITE's. */
	readonly step: number;
};

/** Bodies of ends and holds are plausible only; no sample is public. */
const wordings: Readonly<Record<Moment, Wording>> = {
	ringing: {event: 'start_ringing', body: 'SIP/2.0 180 Ringing', method: 'INVITE', step: 0},
	answered: {event: 'start_calling', body: 'SIP/2.0 200 OK', method: 'INVITE', step: 0},
	'ringing-stopped': {event: 'end_ringing', body: 'SIP/2.0 200 OK', method: 'INVITE', step: 0},
	'given-up': {event: 'end_ringing', body: 'SIP/2.0 487 Request Terminated', method: 'INVITE', step: 0},
	held: {event: 'start_hold', body: 'SIP/2.0 200 OK', method: 'INVITE', step: 1},
	resumed: {event: 'end_hold', body: 'SIP/2.0 200 OK', method: 'INVITE', step: 2},
	'hung-up': {event: 'end_calling', body: 'SIP/2.0 200 OK', method: 'BYE', step: 3},
	registered: {event: 'registered', body: 'SIP/2.0 200 OK', method: 'REGISTER', step: 0},
};

type LineNews = {
	readonly leg: Leg;
	readonly moment: Moment;
	readonly noted: number;
	readonly got: number;
	readonly sent: number;
};

const lineEvent = ({leg, moment, noted, got, sent}: LineNews): WireEvent => {
	const {event, body, method, step} = wordings[moment];
	return {
		Event: event,
		Service: 'sip',
		Ressource: leg.line.number,
		...sentAt(sent),
		Data: {
			Billing: leg.line.number,
			Body: body,
			CallId: leg.callId,
			Called: leg.called,
			Calling: leg.calling,
			Cseq: `${leg.sequence + step} ${method}`,
			Datetime: frenchTime(noted).seconds,
			Dialed: leg.called,
			Event: event,
			Protocol: 'sip',
			RelevantInfo: '',
			Ts: (noted / 1000).toFixed(3),
			TsGet: nanoseconds(got),
		},
		Details: details(leg.line, 'sipCirpack'),
	};
};
