import {Agent, type Dispatcher, EnvHttpProxyAgent, Pool} from 'undici';
import {OptionsError} from '../../errors.js';
import {answerLimitBytes} from './http.js';

/** To the service, to a proxy, and from there to the service: each may take so many milliseconds. */
const connectingMs = 10_000;

/**
What a provider sends its requests through: the proxy the environment names, if any, or none. One connection to each place,
since only one request is ever under way; a WebSocket has its own. Throws an OptionsError when a proxy's address is none.
*/
export const createDispatcher = ({isForSockets = false} = {}): Dispatcher => {
	const limits = {
		connections: 1,
		connectTimeout: connectingMs,
		headersTimeout: 0,
		bodyTimeout: 0,
		// In version 2 of HTTP a time-out would end the request only, and leave the hung connection for the next one.
		allowH2: false,
		webSocket: {maxPayloadSize: answerLimitBytes},
	};
	const httpsProxy = proxyIn('https_proxy') ?? proxyIn('HTTPS_PROXY');
	const httpProxy = proxyIn('http_proxy') ?? proxyIn('HTTP_PROXY');
	if (httpsProxy === undefined && httpProxy === undefined) return new Agent(limits);
	return new EnvHttpProxyAgent({
		...limits,
		...(httpsProxy === undefined ? {} : {httpsProxy}),
		...(httpProxy === undefined ? {} : {httpProxy}),
		// A proxy that does not answer would keep all that follows waiting.
		clientFactory: (proxy, options) => new Pool(proxy, {...options, headersTimeout: connectingMs}),
		// Proxies pass a WebSocket through a tunnel only. Source: RFC 6455, 4.1.
		...(isForSockets ? {proxyTunnel: true} : {}),
	});
};

/** A proxy's address, with `http://` before it when it has no scheme, as other programs take it. It may hold a password. */
const proxyIn = (variable: string): string | undefined => {
	const text = process.env[variable]?.trim() ?? '';
	if (text === '') return undefined;
	const address = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `http://${text}`;
	if (URL.canParse(address) && schemes.includes(new URL(address).protocol)) return address;
	throw new OptionsError(`${variable}: expected the address of a proxy, http://HOST:PORT`);
};

const schemes = ['http:', 'https:', 'socks5:', 'socks:'];
