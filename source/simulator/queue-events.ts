import type {QueueEventName, WireData} from '../providers/ovh/wire.js';
import type {Queue} from './company.js';
import {details, sentAt} from './envelope.js';
import {seconds} from './queue-keys.js';
import type {Stage} from './stage.js';

/** What can be told of a queue: an event and the values that only it has. */
export type QueueTeller = {
	tell(queue: Queue, event: QueueEventName, data: WireData): void;
	/** Tells how many callers wait now; the other events repeat this number until it is told anew. */
	tellCount(queue: Queue, count: number): void;
};

/**
Queue events are sent some milliseconds after they happen, in order, and together those that happen together. The sets of keys are those of FreeSWITCH's call
centre module, whose events the service forwards; `Count` on every event is one reading of what was observed.
*/
export const createQueueTeller = ({random, now, emit}: Pick<Stage, 'random' | 'now' | 'emit'>): QueueTeller => {
	const latest = new Map<Queue, {readonly noted: number; readonly sent: number}>();
	const counts = new Map<Queue, number>();
	const tell = (queue: Queue, event: QueueEventName, data: WireData) => {
		const last = latest.get(queue) ?? {noted: 0, sent: 0};
		const lag = last.noted === now() ? 0 : random.between(15, 60);
		const at = Math.max(now() + lag, last.sent + 0.2);
		latest.set(queue, {noted: now(), sent: at});
		const common = {Action: event, Count: String(counts.get(queue) ?? 0), Protocol: 'sip', Queue: queue.number};
		const Data = sorted({...common, ...data, Ts: seconds(now())});
		const Details = details(queue, queue.type);
		emit({at, event: {Event: event, Service: 'queues', Ressource: queue.number, ...sentAt(at), Data, Details}});
	};
	return {
		tell,
		tellCount: (queue, count) => {
			counts.set(queue, count);
			tell(queue, 'members-count', {QueueSelection: 'Single-Queue'});
		},
	};
};

/** The service writes keys in the order of the alphabet. */
const sorted = (data: WireData): WireData =>
	Object.fromEntries(Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1)));
