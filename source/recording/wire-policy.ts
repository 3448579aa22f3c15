// What the anonymiser may leave of an answer: a list of what is known to be harmless. All else is changed.

/** How the values of a key are treated. */
export type Treatment =
	/** Kept when it looks like a word of the protocol. */
	| 'term'
	/** Kept when it is a time. */
	| 'time'
	/** Emptied: nothing reads it. */
	| 'nothing'
	/** An identity as a whole. */
	| 'id'
	/** A name with a number in it, `agent_0033…_4242`. */
	| 'agent'
	/** What a scrubber leaves in the place of a token or a session. */
	| 'secret'
	/** Numbers, names and identities in it are changed; up to five digits stay. */
	| 'text';

/** The keys of the protocol, without regard to case; they stay as they are, all others are changed like text. */
const treatments: Readonly<Record<string, Treatment>> = {
	event: 'term',
	action: 'term',
	service: 'term',
	protocol: 'term',
	type: 'term',
	queueagentbridged: 'term',
	queueagentsystem: 'term',
	queueagenttype: 'term',
	queuecancelreason: 'term',
	queuecause: 'term',
	queuehangupcause: 'term',
	queueselection: 'term',
	timestamp: 'time',
	date: 'time',
	datetime: 'time',
	ts: 'time',
	tsget: 'time',
	queueagentabortedtime: 'time',
	queueagentansweredtime: 'time',
	queueagentcalledtime: 'time',
	queuebridgeterminatedtime: 'time',
	queuememberjoinedtime: 'time',
	queuememberleavingtime: 'time',
	body: 'nothing',
	cseq: 'nothing',
	message: 'nothing',
	relevantinfo: 'nothing',
	callid: 'id',
	id: 'id',
	idbillingaccount: 'id',
	queueagentuuid: 'id',
	queuemembersessionuuid: 'id',
	queuememberuuid: 'id',
	queueagent: 'agent',
	session: 'secret',
	token: 'secret',
	agent: 'text',
	billing: 'text',
	called: 'text',
	calling: 'text',
	count: 'text',
	data: 'text',
	description: 'text',
	details: 'text',
	dialed: 'text',
	events: 'text',
	queue: 'text',
	queuemembercidname: 'text',
	queuemembercidnumber: 'text',
	queuememberdnis: 'text',
	resource: 'text',
	ressource: 'text',
	simultaneousline: 'text',
};

export const isKnownKey = (key: string): boolean => Object.hasOwn(treatments, key.toLowerCase());

export const treatmentOf = (key: string): Treatment =>
	(isKnownKey(key) ? treatments[key.toLowerCase()] : undefined) ?? 'text';

/** `start_ringing`, `member-queue-end`, `NO_ANSWER`, `sipCirpack`. */
export const isTerm = (text: string): boolean => /^\s*[a-z][a-z_-]{0,47}\s*$/i.test(text);

const date = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d{1,9})?( ?\([A-Z]{2,5}\)|Z|[+-]\d\d:?\d\d)?$/;
const decimal = /^\d+(\.\d{1,20})?(e\+?\d+)?$/i;

/** Seconds, milliseconds, microseconds and nanoseconds since 1970, of the years from 2001 to 2128. */
const scales = [1, 1e3, 1e6, 1e9].map(unit => ({from: 1e9 * unit, to: 5e9 * unit}));

/** An instant as the service writes it: a count since 1970, or a date with its time. */
export const isTime = (text: string): boolean => {
	const trimmed = text.trim();
	const value = Number(trimmed);
	return date.test(trimmed) || (decimal.test(trimmed) && scales.some(({from, to}) => value >= from && value < to));
};
