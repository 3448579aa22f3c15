import type {BoardEvent, BoardEventType} from '../domain/event.js';

/** Kinds of entries that the log can be narrowed to, in the order of its key. */
export const logKinds = ['all', 'lines', 'queues', 'agents', 'lost', 'feeds', 'registered'] as const;

export type LogKind = (typeof logKinds)[number];

const kindOf: Readonly<Record<BoardEventType, readonly LogKind[]>> = {
	'ringing-started': ['lines'],
	'ringing-ended': ['lines'],
	'talk-started': ['lines'],
	'talk-ended': ['lines'],
	'hold-started': ['lines'],
	'hold-ended': ['lines'],
	'line-registered': ['registered'],
	'caller-joined': ['queues'],
	'agent-offered': ['queues', 'agents'],
	'agent-failed': ['queues', 'agents'],
	'bridge-started': ['queues', 'agents'],
	'bridge-ended': ['queues', 'agents'],
	'caller-left': ['queues'],
	'queue-counted': ['queues'],
	'event-unrecognised': ['feeds'],
	'event-rejected': ['feeds'],
	'feed-connecting': ['feeds'],
	'feed-live': ['feeds'],
	'feed-gap': ['feeds'],
	'feed-received': [],
	'feed-failed': ['feeds'],
	'feed-refused': ['feeds'],
	'feed-closed': ['feeds'],
	'time-passed': [],
	'board-reset': ['feeds'],
	'board-restored': ['feeds'],
	'board-unkept': ['feeds'],
	'history-unkept': ['feeds'],
	'loss-ticked': ['lost'],
	'pop-done': ['feeds'],
	'pop-failed': ['feeds'],
	'pop-offered': ['feeds'],
	'pop-dropped': ['feeds'],
	'settings-changed': ['feeds'],
};

/** True when an entry is of that kind; of a caller who left, only one who was not served is lost. */
export const isOfKind = (event: BoardEvent, kind: LogKind): boolean => {
	if (kind === 'all') return true;
	if (kind === 'lost' && event.type === 'caller-left') return event.outcome !== 'served';
	return kindOf[event.type].includes(kind);
};
