// The way to the service, step by step: its name, a connection, the encryption.
import {lookup} from 'node:dns/promises';
import {isIP, type Socket} from 'node:net';
import type {DetailedPeerCertificate, TLSSocket} from 'node:tls';
import {cleanText} from '../domain/text.js';
import type {AdviceKey} from '../i18n/doctor-en.js';
import {adviceFor, codeOf} from './advice.js';
import {blocked, type Case, type Check, type Facts, type Findings, good, note, one} from './check.js';
import {bareHost, connectTo, encrypt, openTunnel, portOf} from './connections.js';

/** All addresses of the name, as connecting will find them. A proxy looks for them itself. */
export const checkName: Check = async ({texts, endpoint}, {proxy}) => {
	if (proxy.kind === 'used') return one(note(texts['name.byProxy']));
	const host = bareHost(endpoint);
	if (isIP(host) !== 0) return one(note(texts['name.number']));
	try {
		const found = await lookup(host, {all: true});
		const addresses = found.map(({address, family}) => `${address} (v${family})`).join(', ');
		return one(good(texts['name.found'](host, addresses)));
	} catch (error) {
		const code = codeOf(error);
		return blocked(texts['name.failed'](host, code), texts[adviceFor(code)]);
	}
};

/** Whether the service, or the proxy before it, takes connections. */
export const checkConnection: Check = async ({texts, endpoint, signal}, {proxy}) => {
	const target = proxy.kind === 'used' ? proxy.url : endpoint;
	const port = portOf(target);
	try {
		const began = performance.now();
		const socket = await connectTo(target, signal);
		const ms = Math.round(performance.now() - began);
		const address = socket.remoteAddress ?? bareHost(target);
		socket.destroy();
		return one(good(texts[proxy.kind === 'used' ? 'connection.toProxy' : 'connection.made'](address, port, ms)));
	} catch (error) {
		signal.throwIfAborted();
		const code = codeOf(error);
		return blocked(texts['connection.failed'](bareHost(target), port, code), texts[adviceFor(code)]);
	}
};

/** Whether the service is who it says, in the eyes of this machine. */
export const checkCertificate: Check = async (patient, facts) => {
	const {texts, endpoint, signal} = patient;
	const {proxy} = facts;
	if (endpoint.protocol !== 'https:') return one(note(texts['certificate.plain']));
	if (proxy.kind === 'used' && proxy.url.protocol.startsWith('socks')) return one(note(texts['certificate.socks']));
	try {
		const socket = await encrypt(await wayTo(patient, facts), {host: bareHost(endpoint), signal});
		const findings = judge(socket, patient);
		socket.destroy();
		return findings;
	} catch (error) {
		signal.throwIfAborted();
		const code = codeOf(error);
		return blocked(texts['certificate.failed'](code), texts[adviceFor(code)]);
	}
};

const wayTo = ({endpoint, signal}: Case, {proxy}: Facts): Promise<Socket> =>
	proxy.kind === 'used' ? openTunnel(proxy.url, {endpoint, signal}) : connectTo(endpoint, signal);

const dayMs = 86_400_000;

const judge = (socket: TLSSocket, {texts, now}: Case): Findings => {
	const certificate = socket.getPeerCertificate(true);
	const issuer = issuerOf(certificate) || texts['certificate.nobody'];
	if (!socket.authorized) {
		const code = String(socket.authorizationError);
		const advice: AdviceKey = adviceFor(code);
		return blocked(texts['certificate.bad'](code, issuer), texts[advice]);
	}
	const days = Math.floor((Date.parse(certificate.valid_to) - now()) / dayMs);
	return one(good(texts['certificate.good'](socket.getProtocol() ?? 'TLS', issuer, days)));
};

/** Anybody may put anything into a certificate. */
const issuerOf = ({issuer}: Partial<DetailedPeerCertificate>): string =>
	cleanText([issuer?.O ?? issuer?.CN ?? ''].flat().join(' '));
