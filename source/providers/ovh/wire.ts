/**
The event service's own shapes and spellings, as they come off the wire (v1). Nothing outside `providers/ovh` and the
simulator knows them. Facts marked "documented" come from OVH's guide and sample client, "observed" from recordings by
people who ran it; the rest is inference and tolerated either way.
*/

/** Line events (`Service: "sip"`). Documented, except the hold pair, which OVH's own integration of 2026 lists. */
export const lineEventNames = [
	'start_ringing',
	'end_ringing',
	'start_calling',
	'end_calling',
	'start_hold',
	'end_hold',
	'registered',
] as const;

/** Queue events (`Service: "queues"`): the actions of FreeSWITCH's call centre module, forwarded. */
export const queueEventNames = [
	'member-queue-start',
	'members-count',
	'agent-offering',
	'bridge-agent-start',
	'bridge-agent-fail',
	'bridge-agent-end',
	'member-queue-end',
] as const;

/** Spellings that mean one of the names above. Source: OVH's documentation writes `member-count`, its sample client tests `bridge-agent-failed`. */
export const eventNameAliases: Readonly<Record<string, LineEventName | QueueEventName>> = {
	'member-count': 'members-count',
	'bridge-agent-failed': 'bridge-agent-fail',
};

export type LineEventName = (typeof lineEventNames)[number];
export type QueueEventName = (typeof queueEventNames)[number];

/**
`Data` of any event. Keys vary with the event and most are optional; values are strings, save `Ts` (string or number,
epoch seconds) and `TsGet` (a 19-digit number, nanoseconds: precise to 256 ns once parsed).
*/
export type WireData = Readonly<Record<string, string | number>>;

/** `Details`: what the number is. All values are strings, numbers included. Observed. */
export type WireDetails = {
	/** The customer's label; equals the number when none was given. */
	readonly Description?: string;
	readonly Id?: string;
	readonly IdBillingAccount?: string;
	/** Simultaneous calls the line can hold. */
	readonly SimultaneousLine?: string;
	/** `sipCirpack`, `mgcpCirpack` for lines, `easyHunting`, `cloudHunting` for queues; others may come. */
	readonly Type?: string;
};

/** One event. `Ressource` is spelt so on the wire. */
export type WireEvent = {
	readonly Event: string;
	/** The secret that subscribed. Never leaves `parse.ts`. */
	readonly Token?: string;
	readonly Service: string;
	/** The number concerned: a line (`0033…`) or a queue's number. */
	readonly Ressource: string;
	/** Nanoseconds since 1970, 19 digits: when the service sent it. */
	readonly Timestamp?: number;
	/** The same instant as local French text, `2015-03-05T12:24:30.255954 (CET)`. Never parsed. */
	readonly Date?: string;
	readonly Data: WireData;
	readonly Details?: WireDetails;
};

/** An answer of `GET /?token=T[&session=S]`. An empty one carries a `Message` of unknown wording. */
export type WireAnswer = {
	/** Opaque cursor; echoed in the next request so that nothing is missed in between. */
	readonly Session?: string;
	readonly Message?: string;
	readonly Events: readonly WireEvent[];
};
