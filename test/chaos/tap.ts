/** Counts what goes over the wire on the client's side. */
import type {Dispatcher} from 'undici';

export type Tap = {
	readonly dispatcher: Dispatcher;
	/** How many requests were begun. */
	requests(): number;
	/** How many requests and answers went by so far: while this stands still, nothing happens. */
	moves(): number;
	/** The most requests for events that were under way at a time. */
	mostAtOnce(): number;
	/** The names of the sessions that were asked for, which are secrets. */
	sessions(): readonly string[];
};

type Handler = Dispatcher.DispatchHandler;

const asksForEvents = ({method, path}: Dispatcher.DispatchOptions): boolean =>
	method === 'GET' && (path.startsWith('/?') || path.includes('/events/'));

/** In the path of version 2, in the query of version 1. */
const sessionIn = ({path}: Dispatcher.DispatchOptions): string | undefined => {
	const {pathname, searchParams} = new URL(path, 'http://service');
	return searchParams.get('session') ?? /^\/v2\/session\/([^/]+)/.exec(pathname)?.[1];
};

export const createTap = (dispatcher: Dispatcher): Tap => {
	let requests = 0;
	let moves = 0;
	let under = 0;
	let most = 0;
	const sessions = new Set<string>();
	const watch = (handler: Handler, step: number): Handler => {
		let left = 0;
		const end = (): void => {
			moves += 1;
			under -= left;
			left = 0;
		};
		return {
			// Each on the handler itself: its parts share what they keep in `this`.
			onRequestStart: (...parts) => {
				left = step;
				under += step;
				most = Math.max(most, under);
				return handler.onRequestStart?.(...parts);
			},
			onResponseStarted: () => handler.onResponseStarted?.(),
			onBodySent: chunk => handler.onBodySent?.(chunk),
			onRequestSent: () => handler.onRequestSent?.(),
			onResponseStart: (...parts) => handler.onResponseStart?.(...parts),
			onResponseData: (...parts) => handler.onResponseData?.(...parts),
			onRequestUpgrade: (...parts) => {
				end();
				return handler.onRequestUpgrade?.(...parts);
			},
			onResponseEnd: (...parts) => {
				end();
				return handler.onResponseEnd?.(...parts);
			},
			onResponseError: (...parts) => {
				end();
				return handler.onResponseError?.(...parts);
			},
		};
	};
	return {
		dispatcher: dispatcher.compose(dispatch => (options, handler) => {
			const step = asksForEvents(options) ? 1 : 0;
			const session = sessionIn(options);
			if (session) sessions.add(session);
			requests += 1;
			moves += 1;
			return dispatch(options, watch(handler, step));
		}),
		requests: () => requests,
		moves: () => moves,
		mostAtOnce: () => most,
		sessions: () => [...sessions],
	};
};
