/** Where OVHcloud's event service listens. */
export const defaultEndpoint = 'https://events.voip.ovh.net/';

/** Below an endpoint, whose own path and query stay. Each step is one part of the path, whatever characters it has. */
export const below = (endpoint: URL, ...steps: readonly string[]): URL => {
	const url = new URL(endpoint);
	const path = steps.map(encodeURIComponent).join('/');
	url.pathname = `${url.pathname.replace(/\/+$/, '')}/${path}`;
	return url;
};

/** `GET /?token=T[&session=S]` of version 1. */
export const pollUrl = (
	endpoint: URL,
	{token, session}: {readonly token: string; readonly session?: string | undefined},
): URL => {
	const url = new URL(endpoint);
	url.searchParams.set('token', token);
	if (session !== undefined) url.searchParams.set('session', session);
	return url;
};

/** The same place for a WebSocket. */
export const asSocketUrl = (url: URL): URL => {
	const socketUrl = new URL(url);
	socketUrl.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
	return socketUrl;
};
