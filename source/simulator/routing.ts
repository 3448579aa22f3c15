import type {IncomingMessage, ServerResponse} from 'node:http';
import type {Upgrade} from './upgrades.js';

/** One thing that can be asked of the service. */
export type Route = {
	readonly method: 'GET' | 'POST';
	/** The groups `session` and `token` name what is asked for, unless the query does. */
	readonly path: RegExp;
	/** Whether a token can be refused here. */
	readonly needsToken: boolean;
	handle(exchange: Exchange): void;
};

/** A request that a route is there for. */
export type Exchange = {
	readonly wanted: Wanted;
	readonly response: ServerResponse;
	/** There when the client wants a WebSocket. */
	readonly upgrade: Upgrade | undefined;
};

/** Empty texts stand for what was not given. */
export type Wanted = {readonly token: string; readonly session: string};

/** The route and what is wanted of it, or the status that says why there is none. */
export const findRoute = <Kind extends Pick<Route, 'method' | 'path'>>(
	routes: readonly Kind[],
	request: Pick<IncomingMessage, 'method' | 'url'>,
): {readonly route: Kind; readonly wanted: Wanted} | 404 | 405 => {
	const url = URL.parse(request.url ?? '', 'http://service');
	if (!url) return 404;
	const ways = routes.filter(({path}) => path.test(url.pathname));
	const route = ways.find(({method}) => method === request.method);
	if (!route) return ways.length > 0 ? 405 : 404;
	return {route, wanted: wantedOf(url, route.path)};
};

const wantedOf = ({pathname, searchParams}: URL, path: RegExp): Wanted => {
	const named = path.exec(pathname)?.groups ?? {};
	const value = (name: string) => decoded(named[name]) ?? searchParams.get(name) ?? '';
	return {token: value('token'), session: value('session')};
};

/** What cannot be decoded is nothing that the service ever named. */
const decoded = (text: string | undefined) => {
	try {
		return text === undefined ? undefined : decodeURIComponent(text);
	} catch {
		return '';
	}
};
