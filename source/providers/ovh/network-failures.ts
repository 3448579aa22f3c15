import {FeedUnreachableError} from '../../errors.js';

type Trouble = {readonly verb: 'reach' | 'trust'; readonly words: string};

const cut = 'the connection was cut';
const lost = 'no way there: check the network';
const slow = 'no connection in time: check the network, or whether a proxy is to be named in HTTPS_PROXY';
const noTls = 'what answers there does not speak TLS: check whether the endpoint is http or https';
const unknownAuthority =
	'its certificate is from an authority unknown here: if that is your own proxy, name its file in NODE_EXTRA_CA_CERTS';

/** What the codes of Node, OpenSSL and undici mean, and what to do. */
const reach: Readonly<Record<string, string>> = {
	ECONNREFUSED: 'nothing listens there',
	ECONNRESET: cut,
	EPIPE: cut,
	UND_ERR_SOCKET: cut,
	ENOTFOUND: 'no such name: check the endpoint',
	EAI_AGAIN: 'its name cannot be looked up at present: check the network',
	EHOSTUNREACH: lost,
	ENETUNREACH: lost,
	EADDRNOTAVAIL: lost,
	ETIMEDOUT: slow,
	UND_ERR_CONNECT_TIMEOUT: slow,
	UND_ERR_HEADERS_TIMEOUT: 'no answer in time: check the network, and the proxy if there is one',
	EACCES: 'this machine forbids it: check its firewall',
	EPERM: 'this machine forbids it: check its firewall',
	EPROTO: noTls,
	ERR_SSL_WRONG_VERSION_NUMBER: noTls,
	ERR_SSL_PACKET_LENGTH_TOO_LONG: noTls,
	UND_ERR_HEADERS_OVERFLOW: 'what answers there does not speak HTTP as it should',
	UND_ERR_PRX_CONN: 'the proxy cut the connection: check HTTPS_PROXY',
	UND_ERR_PRX_TLS: 'the certificate of the proxy is for another name: check HTTPS_PROXY',
};

const trust: Readonly<Record<string, string>> = {
	DEPTH_ZERO_SELF_SIGNED_CERT: unknownAuthority,
	SELF_SIGNED_CERT_IN_CHAIN: unknownAuthority,
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: unknownAuthority,
	UNABLE_TO_GET_ISSUER_CERT: unknownAuthority,
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unknownAuthority,
	CERT_UNTRUSTED: unknownAuthority,
	CERT_HAS_EXPIRED: "its certificate has expired: check this machine's clock, or tell who runs it",
	CERT_NOT_YET_VALID: "its certificate is not valid yet: check this machine's clock",
	CERT_REVOKED: 'its certificate was revoked: tell who runs it',
	ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name: check the endpoint',
};

/** Some errors of undici's parser have no code but their name. */
const noHttp = /^(HPE_|HTTPParserError$)/;

const families: readonly (readonly [RegExp, string])[] = [
	[noHttp, 'what answers there does not speak HTTP'],
	[/^ERR_SSL_/, 'no TLS connection came about: check whether a proxy or firewall stands in between'],
];

const troubleOf = (code: string): Trouble => {
	if (Object.hasOwn(trust, code)) return {verb: 'trust', words: trust[code] ?? ''};
	if (Object.hasOwn(reach, code)) return {verb: 'reach', words: reach[code] ?? ''};
	return {verb: 'reach', words: families.find(([pattern]) => pattern.test(code))?.[1] ?? cut};
};

/** True for a connection that came about and was cut, or brought something else than HTTP. */
export const isCut = (error: unknown): boolean => {
	const code = codeOf(error);
	return reach[code] === cut || noHttp.test(code);
};

/**
A failure of the network in one sentence: where, what, and what to do. Nothing of the address but the host is told: its
path and query hold token and session. For the same reason the error is not passed on as a cause.
*/
export const networkFailure = (error: unknown, endpoint: URL): FeedUnreachableError => {
	const proxy = proxyRefusal(error, endpoint);
	if (proxy !== undefined) return new FeedUnreachableError(proxy, {failure: 'unreachable'});
	const code = codeOf(error);
	const {verb, words} = troubleOf(code);
	const where = whereOf(error, endpoint);
	return new FeedUnreachableError(`cannot ${verb} ${where}: ${words}${code === '' ? '' : ` (${code})`}`, {
		failure: 'unreachable',
	});
};

/** undici tells the status of a proxy's refusal in words only, for a tunnel and for a plain request. */
const refusals = [/^Proxy response \((\d{3})\)/, /^Proxy Authentication Required \((407)\)/];

const proxyRefusal = (error: unknown, {host}: URL): string | undefined => {
	const message = text(error, 'message') ?? '';
	const status = refusals.map(pattern => pattern.exec(message)?.[1]).find(found => found !== undefined);
	if (status === undefined) return undefined;
	return status === '407'
		? 'the proxy asks for a name and a password (status 407): write HTTPS_PROXY=http://NAME:PASSWORD@HOST:PORT'
		: `the proxy does not connect to ${host} (status ${status}): ask who runs it, or name the host in NO_PROXY`;
};

/** The endpoint's host, or, when the failure is about another address, that one: it is the proxy's. */
const whereOf = (error: unknown, endpoint: URL): string => {
	const name = text(error, 'hostname');
	const port = text(error, 'port');
	if (name !== undefined && name !== bareHost(endpoint)) return `the proxy ${name}`;
	if (port !== undefined && port !== portOf(endpoint)) return `the proxy ${text(error, 'address') ?? ''}:${port}`;
	return endpoint.host;
};

const bareHost = ({hostname}: URL): string => hostname.replace(/^\[(.*)\]$/, '$1');

const portOf = ({port, protocol}: URL): string =>
	port === '' ? (protocol === 'https:' || protocol === 'wss:' ? '443' : '80') : port;

const codeOf = (error: unknown): string => {
	const name = text(error, 'name') ?? '';
	return text(error, 'code') ?? (noHttp.test(name) ? name : '');
};

/** A property of an error, or of the first of several for the several addresses of one name. */
const text = (error: unknown, key: string): string | undefined => {
	if (typeof error !== 'object' || error === null) return undefined;
	const value: unknown = Reflect.get(error, key);
	if (typeof value === 'string' || typeof value === 'number') return String(value);
	const several: unknown = Reflect.get(error, 'errors');
	return Array.isArray(several) && several.length > 0 ? text(several[0], key) : undefined;
};
