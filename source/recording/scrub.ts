import {sessionPlaceholder, tokenPlaceholder} from './format.js';
import {isJson, mapJson, mapMessages} from './json-text.js';

/** Takes the secrets out of what is recorded: tokens, and sessions, which let who has them listen too. */
export type Scrubber = {
	/** An answer of the service. What is not secret stays as it is written, to the last digit. */
	answer(body: string): string;
	/** A message of ours. */
	message(text: string): string;
};

/** `tokens`: of the sites, in their order. The token at place 0 becomes `tokenPlaceholder(1)`, and so on. */
export const createScrubber = (tokens: readonly string[]): Scrubber => {
	const known = tokens.map((token, index) => ({pattern: patternOf(token), placeholder: tokenPlaceholder(index + 1)}));
	const sessions = createSessions();
	const shortest = Math.min(...tokens.map(token => token.replaceAll('-', '').length));
	const withoutTokens = (text: string): string =>
		text.length < shortest
			? text
			: known.reduce((scrubbed, {pattern, placeholder}) => scrubbed.replace(pattern, placeholder), text);
	const withoutSecrets = (text: string): string => withoutTokens(sessions.hide(text));
	const underToken = (value: string): string => {
		const scrubbed = withoutTokens(value);
		return isPlaceholder(scrubbed, tokens.length) || value === '' ? scrubbed : tokenPlaceholder(0);
	};
	const scrub = (body: string): string => {
		const sessionKeys = describesSession.test(body) ? idKeys : namesSession;
		return mapJson(body, {
			key: withoutSecrets,
			text: (value, key) => {
				if (namesToken.test(key)) return underToken(value);
				if (value !== '' && sessionKeys.test(key)) return sessions.learn(value);
				return withoutSecrets(value);
			},
			number: (written, key) => (namesToken.test(key) ? '0' : written),
		});
	};
	return {
		// Tokens once more in the text as it is written, should one stand where no value stands.
		answer: body => mapMessages(body, text => (isJson(text) ? withoutTokens(scrub(text)) : withoutSecrets(text))),
		message: withoutSecrets,
	};
};

const namesToken = /tokens?$/i;
/** Not `QueueMemberSessionUUID`, which is a channel of the switch. */
const namesSession = /^session(id)?$/i;
/** The object that describes a v2 session: its `id` is its name in addresses. */
const describesSession = /"(creation|lastConnection|lastUpdate)"\s*:/;
const idKeys = /^(id|session|sessionid)$/i;

const isPlaceholder = (text: string, count: number): boolean =>
	Array.from({length: count + 1}, (_, place) => tokenPlaceholder(place)).includes(text);

/** A token in any letters, with or without the marks between its groups, also as an address would spell it. */
const patternOf = (token: string): RegExp => {
	const groups = token.split('-').map(group => Array.from(group, spellings).join(''));
	return new RegExp(groups.join(separator), 'gi');
};

const separator = String.raw`(?:[-_.:/+\s\u2010-\u2015]|%2d|%20|\\u002d)?`;

const spellings = (character: string): string => {
	const codes = [character.toUpperCase(), character.toLowerCase()].map(letter => `%${hexadecimal(letter)}`);
	return `(?:${[character.replace(/\W/, '\\$&'), ...new Set(codes)].join('|')})`;
};

const hexadecimal = (character: string): string => (character.codePointAt(0) ?? 0).toString(16);

/** A session may come back in another place, such as a message; the last few are looked for everywhere. */
const createSessions = () => {
	let known: readonly string[] = [];
	return {
		learn(session: string): string {
			if (isTelling(session) && !known.includes(session)) {
				known = [session, ...known].slice(0, sessionsRemembered);
			}
			return sessionPlaceholder;
		},
		hide: (text: string): string => known.reduce(hideSession, text),
	};
};

const hideSession = (text: string, session: string): string =>
	text.replaceAll(session, sessionPlaceholder).replaceAll(encodeURIComponent(session), sessionPlaceholder);

/** One that is short, or looks like a number, would also be found where it is none: in times, and in telephone numbers. */
const isTelling = (session: string): boolean => session.length >= 8 && /\D/.test(session);

const sessionsRemembered = 4;
