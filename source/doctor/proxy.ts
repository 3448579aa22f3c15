// Which proxy stands between this machine and the service. The provider reads the same variables in the same way.
import type {Environment} from '../environment.js';

export type ProxyUse =
	| {readonly kind: 'none'}
	/** `NO_PROXY` takes the service out. */
	| {readonly kind: 'excepted'; readonly entry: string}
	/** The address may hold a password: only `host` is for the eye. */
	| {readonly kind: 'used'; readonly variable: string; readonly url: URL}
	| {readonly kind: 'invalid'; readonly variable: string};

const protocols: ReadonlySet<string> = new Set(['http:', 'https:', 'socks5:', 'socks:']);

/** The proxy for this address as the environment has it. A variable that holds no address counts even if it is not used. */
export const proxyFor = (endpoint: URL, environment: Environment): ProxyUse => {
	const http = proxyIn('http_proxy', environment);
	const https = proxyIn('https_proxy', environment);
	const invalid = [https, http].find(found => found.text !== '' && !isProxyAddress(found.text));
	if (invalid) return {kind: 'invalid', variable: invalid.variable};
	const found = endpoint.protocol === 'https:' && https.text !== '' ? https : http;
	if (found.text === '') return {kind: 'none'};
	const entry = exceptions(environment).find(text => excepts(text, endpoint));
	return entry === undefined ? {kind: 'used', ...found, url: new URL(found.text)} : {kind: 'excepted', entry};
};

type Found = {readonly variable: string; readonly text: string};

/** Small letters count before capitals. Without a scheme an address is one of HTTP, as other programs take it. */
const proxyIn = (name: string, environment: Environment): Found => {
	const variable = variableIn(environment, name) === undefined ? name.toUpperCase() : name;
	const text = variableIn(environment, variable) ?? '';
	return {variable, text: text === '' || /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `http://${text}`};
};

const variableIn = (environment: Environment, name: string): string | undefined =>
	environment[name]?.trim() || undefined;

const isProxyAddress = (text: string): boolean => protocols.has(URL.parse(text)?.protocol ?? '');

/** Here, small letters count even when they are empty. */
const exceptions = (environment: Environment): readonly string[] =>
	(environment.no_proxy ?? environment.NO_PROXY ?? '').split(/[,\s]/).filter(entry => entry !== '');

/** `example.com` and `.example.com` stand for the name and those below it, `*.example.com` for those below, `*` for all. */
const excepts = (entry: string, {protocol, hostname, port}: URL): boolean => {
	const [, name = '', entryPort] = /^(\*|\[.+\]|[^:]+|[^:]*:[^:]*:.*?)(?::(\d+))?$/.exec(entry) ?? [];
	const ownPort = port === '' ? standardPorts[protocol] : Number(port);
	if (entryPort !== undefined && Number(entryPort) !== ownPort) return false;
	if (name === '*') return true;
	const wanted = bare(name.replace(/^\*?\./, ''));
	const host = bare(hostname);
	return (!name.startsWith('*') && host === wanted) || host.endsWith(`.${wanted}`);
};

const standardPorts: Readonly<Record<string, number>> = {'http:': 80, 'https:': 443};

/** Without the brackets of an IPv6 address, and the dot that ends a full name. */
const bare = (host: string): string =>
	host
		.replace(/^\[(.+)\]$/, '$1')
		.replace(/(.)\.$/, '$1')
		.toLowerCase();
