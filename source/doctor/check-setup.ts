// What is set up on this machine: settings, token, address, proxy. Nothing here uses the network.
import {access} from 'node:fs/promises';
import {cleanText} from '../domain/text.js';
import {BoardError, exitStatus} from '../errors.js';
import {loginTexts} from '../i18n/login.js';
import {hideSecrets, quoted} from '../quoting.js';
import {findTokens} from '../token.js';
import {exposedFile, findTokenSource, placeText} from '../token-place.js';
import type {SiteToken} from '../token-text.js';
import {bad, type Case, type Check, type Finding, good, note, one} from './check.js';
import {proxyFor} from './proxy.js';

const longestMessage = 1000;

/** Readable, JSON, known keys, good values: what `readSettings` made of it. */
export const checkSettings: Check = async ({texts, settings: {path, warnings}, settingsProblem}) => {
	if (settingsProblem) return one(bad(exitStatus.usage, safe(settingsProblem.message), texts['settings.advice']));
	const isThere = await access(path).then(
		() => true,
		() => false,
	);
	if (!isThere) return one(note(texts['settings.none'](path)));
	return {findings: [good(path), ...warnings.map(warning => note(safe(warning)))]};
};

const safe = (message: string): string => cleanText(hideSecrets(message), longestMessage);

/** Where the token comes from, and whether it has the form of one. */
export const checkToken: Check = async patient => {
	const {texts, language, platform} = patient;
	const place = await findTokenSource(patient);
	if (!place) return one(bad(exitStatus.token, texts['token.none'], texts['token.noneAdvice']));
	try {
		const tokens = await findTokens(patient);
		const found = good(tokenText(tokens, {place: placeText(place, loginTexts(language)), patient}));
		return {findings: [found, ...exposure(await exposedFile(place, platform), patient)], facts: {tokens}};
	} catch (error) {
		if (!(error instanceof BoardError)) throw error;
		return one(bad(error.exitStatus, safe(error.message), texts['token.formAdvice']));
	}
};

type Origin = {readonly place: string; readonly patient: Case};

const tokenText = (tokens: readonly SiteToken[], {place, patient: {texts}}: Origin): string => {
	if (tokens.length === 1) return texts['token.one'](place);
	return texts['token.several'](tokens.length, tokens.map(({site}) => site).join(', '), place);
};

const exposure = (path: string | undefined, {texts}: Case): readonly Finding[] =>
	path === undefined ? [] : [note(texts['token.exposed'](quoted(path)), texts['token.exposedAdvice'])];

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

export const checkEndpoint: Check = ({texts, endpoint, isOwnEndpoint}) => {
	if (isOwnEndpoint) return one(good(texts['endpoint.own'](endpoint.href)));
	const isPrivate = endpoint.protocol === 'https:' || loopback.test(endpoint.hostname);
	return one(isPrivate ? good(endpoint.href) : note(texts['endpoint.plain'](endpoint.href)));
};

/** The proxy of the environment, and whether it is meant for the service. Its user and password stay unsaid. */
export const checkProxy: Check = ({texts, endpoint, environment}) => {
	const proxy = proxyFor(endpoint, environment);
	if (proxy.kind === 'none') return one(note(texts['proxy.none']), {proxy});
	if (proxy.kind === 'excepted')
		return one(note(texts['proxy.excepted'](endpoint.hostname, quoted(proxy.entry))), {proxy});
	if (proxy.kind === 'invalid') {
		const {variable} = proxy;
		const finding = bad(exitStatus.usage, texts['proxy.invalid'](variable), texts['proxy.invalidAdvice'](variable));
		return one(finding, {proxy, isWayOpen: false});
	}
	const {protocol, host, username} = proxy.url;
	const used = texts['proxy.used'](`${protocol}//${host}`, proxy.variable);
	return one(good(username === '' ? used : texts['proxy.withPassword'](used)), {proxy});
};
