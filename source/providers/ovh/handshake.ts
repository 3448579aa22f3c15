import type {Dispatcher} from 'undici';

/** A TCP or TLS connection. */
export type Connection = Parameters<NonNullable<Dispatcher.DispatchHandler['onRequestUpgrade']>>[3];

/** What came of the request that is to open a WebSocket. undici's WebSocket keeps all of this to itself. */
export type Handshake = {
	/** To open the WebSocket through. */
	readonly dispatcher: Dispatcher;
	/** The status of an answer that does not open it. */
	status(): number | undefined;
	/** Why there was no answer. */
	error(): unknown;
	/** The connection below the WebSocket, once open: all bytes come through it, those of pongs too. */
	connection(): Connection | undefined;
};

export const watchHandshake = (dispatcher: Dispatcher): Handshake => {
	let status: number | undefined;
	let failure: unknown;
	let connection: Connection | undefined;
	const watch = (handler: Dispatcher.DispatchHandler): Dispatcher.DispatchHandler => {
		const watched: Dispatcher.DispatchHandler = Object.create(handler);
		// The parts of a handler share what they keep in `this`: it has to be the same for those watched and the others.
		return Object.assign(watched, {
			onRequestUpgrade: (...parts) => {
				connection = parts[3];
				return handler.onRequestUpgrade?.apply(watched, parts);
			},
			onResponseStart: (...parts) => {
				status = parts[1];
				return handler.onResponseStart?.apply(watched, parts);
			},
			onResponseError: (...parts) => {
				failure ??= parts[1];
				return handler.onResponseError?.apply(watched, parts);
			},
		} satisfies Dispatcher.DispatchHandler);
	};
	return {
		dispatcher: dispatcher.compose(dispatch => (options, handler) => dispatch(options, watch(handler))),
		status: () => status,
		error: () => failure,
		connection: () => connection,
	};
};
