// Connections made by hand, where the HTTP client would only say that it has none.
import {request as requestPlain} from 'node:http';
import {request as requestEncrypted} from 'node:https';
import {connect, isIP, type Socket} from 'node:net';
import {connect as connectEncrypted, type TLSSocket} from 'node:tls';

const patienceMs = 5000;

/** The host of an address without the brackets of IPv6. */
export const bareHost = ({hostname}: URL): string => hostname.replace(/^\[(.+)\]$/, '$1');

const standardPorts: Readonly<Record<string, number>> = {'https:': 443, 'socks5:': 1080, 'socks:': 1080};

export const portOf = ({port, protocol}: URL): number => (port === '' ? (standardPorts[protocol] ?? 80) : Number(port));

/** Rejects with the code of the first reason, `TimeoutError` after some seconds, or when the signal aborts. */
export const connectTo = (target: URL, signal: AbortSignal): Promise<Socket> =>
	inTime(signal, ({resolve, reject, onEnd}) => {
		const socket = connect({host: bareHost(target), port: portOf(target)});
		onEnd(() => socket.destroy());
		socket.once('error', reject);
		socket.once('connect', () => resolve(socket));
	});

export type TunnelOptions = {readonly endpoint: URL; readonly signal: AbortSignal};

/** A connection through a proxy (HTTP's CONNECT). Rejects with the code `PROXY_407` for its status 407, and so on. */
export const openTunnel = (proxy: URL, {endpoint, signal}: TunnelOptions): Promise<Socket> =>
	inTime(signal, ({resolve, reject, onEnd}) => {
		const ask = proxy.protocol === 'https:' ? requestEncrypted : requestPlain;
		const path = `${endpoint.hostname}:${portOf(endpoint)}`;
		const request = ask({
			host: bareHost(proxy),
			port: portOf(proxy),
			method: 'CONNECT',
			path,
			headers: {host: path, ...credentials(proxy)},
		});
		onEnd(() => request.destroy());
		request.once('error', reject);
		request.once('connect', ({statusCode}, socket: Socket) => {
			if (statusCode === 200) return resolve(socket);
			socket.destroy();
			reject(Object.assign(new Error('the proxy refuses'), {code: `PROXY_${statusCode}`}));
		});
		request.end();
	});

const credentials = ({username, password}: URL): Readonly<Record<string, string>> => {
	if (username === '') return {};
	const text = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
	return {'proxy-authorization': `Basic ${Buffer.from(text).toString('base64')}`};
};

export type EncryptOptions = {readonly host: string; readonly signal: AbortSignal};

/** Encrypts a connection whoever is at its other end: whether that one can be trusted is what is to be found out. */
export const encrypt = (plain: Socket, {host, signal}: EncryptOptions): Promise<TLSSocket> =>
	inTime(signal, ({resolve, reject, onEnd}) => {
		const name = isIP(host) === 0 ? {servername: host} : {};
		const socket = connectEncrypted({socket: plain, host, ...name, rejectUnauthorized: false});
		onEnd(() => {
			socket.destroy();
			plain.destroy();
		});
		socket.once('error', reject);
		socket.once('secureConnect', () => resolve(socket));
	});

type Attempt<Value> = {
	readonly resolve: (value: Value) => void;
	readonly reject: (error: Error) => void;
	/** What is to be cleared away when the attempt fails. */
	readonly onEnd: (clear: () => void) => void;
};

const inTime = <Value>(signal: AbortSignal, begin: (attempt: Attempt<Value>) => void): Promise<Value> => {
	const limit = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
	const {promise, resolve, reject} = Promise.withResolvers<Value>();
	let clear = (): void => {};
	limit.addEventListener('abort', () => reject(limit.reason));
	if (limit.aborted) reject(limit.reason);
	begin({resolve, reject, onEnd: action => (clear = action)});
	return promise.catch(error => {
		clear();
		throw error;
	});
};
