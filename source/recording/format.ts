/**
A recording is text, one JSON object a line (NDJSON, UTF-8), in the order in which things happened. `at` is this
machine's time, ISO 8601 in UTC with milliseconds. Kinds of lines:

`header` begins every file, and stands again wherever a recording was gone on with:
`{"schema":1,"kind":"header","program":"ovh-cti-board","version":"0.1.0","at":"2026-11-21T09:14:58.271Z",
"begun":"2026-11-21T09:14:58.271Z","part":1,"sites":[{"site":"Lyon","token":"XXXXXXXX-XXXX-XXXX-XXXX-000000000001"}],
"anonymised":false,"timeZone":"Europe/Paris"}`. `token` stands for the site's token, which is nowhere in the file. One
run of the program has one `begun`; its files, when it fills several, are its parts 1, 2, ….

`connecting`: the connection of these sites is begun, or begun anew after the machine woke:
`{"kind":"connecting","at":…,"sites":["Lyon"],"transport":"v1"}`. `"again":true` where a further part only repeats it.

`answer`: `{"kind":"answer","at":…,"sites":["Lyon"],"transport":"v1","body":"…"}`, the text as it came save for tokens
and sessions; the messages of a WebSocket with U+001E between them. `"receivedAt":…` where it waited before it was read
at `at`; `"prompt":true`: it was sent when its youngest event happened, so that it tells of the service's clock;
`"gap":true`: events before it may be lost; `"refused":{"Lyon":"why"}`: sites whose token the service refuses.

`failure`: `{"kind":"failure","at":…,"sites":["Lyon"],"transport":"v1","code":"FEED_UNREACHABLE","message":"…",
"delayMs":1290}`, `delayMs`: until the next attempt; with FEED_UNREACHABLE also `"failure":"timeout"` and, where known, `"status":503` and `"retryAfterSeconds":5`; with
WIRE_FORMAT `"path":"Events"`.

`jump`: no second ticked since `from`, and one at `at`, be it no full one: the machine slept, or its clock was set, or the
day began anew with it: `{"kind":"jump","from":"…","at":"…"}`.

`end`: `{"kind":"end","at":…}`. A recording without one ended with its last line; that may be cut.
*/
import type {FeedUnreachableError} from '../errors.js';

export const schema = 1;

/** The name in the header; what has another is no recording. */
export const programName = 'ovh-cti-board';

export type Header = {
	readonly schema: typeof schema;
	readonly kind: 'header';
	readonly program: typeof programName;
	readonly version: string;
	readonly at: string;
	/** When this run of the program began to record; the same in all its parts. */
	readonly begun: string;
	/** 1 for the first file of a run. */
	readonly part: number;
	readonly sites: readonly {readonly site: string; readonly token: string}[];
	readonly anonymised: boolean;
	/** The zone of the machine's clock, as IANA names it. */
	readonly timeZone: string;
};

export const transports = ['v1', 'v2', 'websocket'] as const;

export type Transport = (typeof transports)[number];

/** What all lines of a connection say: when, of which sites, and how it listened. */
export type Origin = {
	readonly at: string;
	readonly sites: readonly string[];
	readonly transport: Transport;
};

export type Connecting = Origin & {readonly kind: 'connecting'; readonly again?: true};

export type Answer = Origin & {
	readonly kind: 'answer';
	readonly receivedAt?: string;
	readonly prompt?: true;
	readonly gap?: true;
	readonly refused?: Readonly<Record<string, string>>;
	readonly body: string;
};

/** What is kept of an error. */
export type FailureFacts =
	| {readonly code: 'TOKEN_REFUSED'; readonly message: string}
	| {readonly code: 'WIRE_FORMAT'; readonly message: string; readonly path: string}
	| {
			readonly code: 'FEED_UNREACHABLE';
			readonly message: string;
			readonly failure: FeedUnreachableError['failure'];
			readonly status?: number;
			readonly retryAfterSeconds?: number;
	  };

export type Failure = Origin & {readonly kind: 'failure'; readonly delayMs: number} & FailureFacts;

export type Jump = {readonly kind: 'jump'; readonly from: string; readonly at: string};

export type End = {readonly kind: 'end'; readonly at: string};

/** A line of a recording. */
export type Entry = Header | Connecting | Answer | Failure | Jump | End;

/** What stands for the token of the site at this place, 1 for the first; 0 for a token of nobody known. */
export const tokenPlaceholder = (place: number): string => `XXXXXXXX-XXXX-XXXX-XXXX-${String(place).padStart(12, '0')}`;

/** What stands for a session. */
export const sessionPlaceholder = 'session';
