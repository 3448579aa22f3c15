/** Everything that stops the program on purpose. Failures while it runs are events, not errors. */

/** Exit statuses; 0 is "ended as asked". */
export const exitStatus = {failure: 1, usage: 2, token: 3, unreachable: 4, interrupted: 130} as const;

export abstract class BoardError extends Error {
	/** Written out in each class: bundling shortens the names of classes. */
	override readonly name: string = 'BoardError';
	abstract readonly code: string;
	abstract readonly exitStatus: number;
}

/** A bad flag, value, argument or settings file: the message names it, what was expected, and where. */
export class OptionsError extends BoardError {
	override readonly name = 'OptionsError';
	readonly code = 'OPTIONS';
	readonly exitStatus = exitStatus.usage;
}

/** No token was found anywhere. */
export class TokenMissingError extends BoardError {
	override readonly name = 'TokenMissingError';
	readonly code = 'TOKEN_MISSING';
	readonly exitStatus = exitStatus.token;
}

/** The service does not accept the token. It may come back: the feed asks again, seldom. */
export class TokenRefusedError extends BoardError {
	override readonly name = 'TokenRefusedError';
	readonly code = 'TOKEN_REFUSED';
	readonly exitStatus = exitStatus.token;
}

/** The service could not be reached or did not answer as it should; `failure` says in which way. */
export class FeedUnreachableError extends BoardError {
	override readonly name = 'FeedUnreachableError';
	readonly code = 'FEED_UNREACHABLE';
	readonly exitStatus = exitStatus.unreachable;
	readonly failure: 'unreachable' | 'timeout' | 'status' | 'too-large';
	/** Seconds the service asked us to wait, from `Retry-After`. */
	readonly retryAfterSeconds: number | undefined;
	/** The status of the answer, when it had one. */
	readonly status: number | undefined;

	constructor(
		message: string,
		options: {
			readonly failure: FeedUnreachableError['failure'];
			readonly retryAfterSeconds?: number | undefined;
			readonly status?: number | undefined;
			readonly cause?: unknown;
		},
	) {
		super(message, {cause: options.cause});
		this.failure = options.failure;
		this.retryAfterSeconds = options.retryAfterSeconds;
		this.status = options.status;
	}
}

/** Something on the wire is not what the protocol says. `path` leads to it: `Events[3].Data.CallId`. */
export class WireFormatError extends BoardError {
	override readonly name = 'WireFormatError';
	readonly code = 'WIRE_FORMAT';
	readonly exitStatus = exitStatus.unreachable;
	readonly path: string;

	constructor(path: string, expectation: string) {
		super(`${path}: ${expectation}`);
		this.path = path;
	}
}
