// What a screen pop is: what is opened or run, by which events, for which calls.
import type {CallEvent, CallerEvent, PopMode} from '../domain/event.js';

/** An event that may fire a pop: of a call on a line, or of a caller in a queue. */
export type PopTrigger = CallEvent | CallerEvent;
export type PopTriggerType = PopTrigger['type'];

export const popModes = ['popup', 'modal', 'silent', 'exec'] as const satisfies readonly PopMode[];
export const popDirections = ['incoming', 'outgoing', 'all'] as const;
export const popMethods = ['get', 'post'] as const;

export type PopRule = {
	/** An address with variables, see `fillTemplate`; undefined: none. */
	readonly template: string | undefined;
	readonly mode: PopMode;
	readonly events: readonly PopTriggerType[];
	/** Seen from the line. Callers in queues are incoming; `all` takes in calls of which neither is known. */
	readonly direction: (typeof popDirections)[number];
	/** Numbers in the form providers give, or names, of lines, queues and sites; empty: all. */
	readonly only: readonly string[];
	/** How `silent` asks; `post` brings the facts as JSON. */
	readonly method: (typeof popMethods)[number];
	/** A page, program or browser that takes longer is given up. */
	readonly timeoutMs: number;
	/** The program of `exec` and its arguments; undefined: none. */
	readonly command: readonly string[] | undefined;
};

/** True when there is something to open or to run. */
export const isPopOn = ({mode, template, command}: PopRule): boolean =>
	mode === 'exec' ? command !== undefined : template !== undefined;

/**
The names that the event service has for what fires a pop: templates and settings made for OVH's own dashboard use them.
Source: OVH's guide and sample client.
*/
export const serviceNames: Readonly<Record<PopTriggerType, string>> = {
	'ringing-started': 'start_ringing',
	'ringing-ended': 'end_ringing',
	'talk-started': 'start_calling',
	'talk-ended': 'end_calling',
	'hold-started': 'start_hold',
	'hold-ended': 'end_hold',
	'caller-joined': 'member-queue-start',
	'agent-offered': 'agent-offering',
	'agent-failed': 'bridge-agent-fail',
	'bridge-started': 'bridge-agent-start',
	'bridge-ended': 'bridge-agent-end',
	'caller-left': 'member-queue-end',
};

/** Those of OVH's own dashboard. */
export const usualTriggers: readonly PopTriggerType[] = ['ringing-started', 'caller-joined'];

export const isTriggerType = (type: string): type is PopTriggerType => Object.hasOwn(serviceNames, type);
