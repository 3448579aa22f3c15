import {cleanText} from './domain/text.js';
import {type SiteName, siteName} from './domain/units.js';
import {OptionsError, TokenMissingError} from './errors.js';

/** A token and the site it is for, `default` when the user named none. */
export type SiteToken = {readonly site: SiteName; readonly token: string};

export type TokenProblem = 'form' | 'token-for-site' | 'token-twice' | 'site-twice';

/** What is wrong with which of how many; the first has the index 0. */
export type TokenFault = {readonly problem: TokenProblem; readonly index: number; readonly count: number};

/** What a text holds. No tokens: it is empty. */
export type ReadTokens = {readonly tokens: readonly SiteToken[]} | {readonly fault: TokenFault};

/** Groups of 8, 4, 4, 4 and 12 capitals and digits. Source: the tokens in OVH's guide. */
const form = /^[A-Z0-9]{8}(-[A-Z0-9]{4}){3}-[A-Z0-9]{12}$/;

/**
Tokens as users write them: one a line or separated by commas, each with or without its site, `Lyon=1738D072-…`, in
capitals or not.
*/
export const readTokens = (text: string): ReadTokens => {
	const items = text
		.replace(/^\uFEFF/, '')
		.split(/[\r\n,]/)
		.map(item => item.trim())
		.filter(item => item !== '');
	const tokens: SiteToken[] = [];
	for (const [index, item] of items.entries()) {
		const read = readToken(item, index);
		const problem = typeof read === 'string' ? read : repetition(read, tokens);
		if (problem) return {fault: {problem, index, count: items.length}};
		if (typeof read !== 'string') tokens.push(read);
	}
	return {tokens};
};

/** As users write them, and as `readTokens` reads them again: separated by commas, sites named where they have a name. */
export const writeTokens = (tokens: readonly SiteToken[]): string =>
	tokens.map(({site, token}, index) => (index === 0 && site === 'default' ? token : `${site}=${token}`)).join(', ');

/**
The same, where anything but tokens is an error. `place` says where they come from, for messages; these never hold the
token. Throws TokenMissingError when there is none, OptionsError for one of the wrong form, or for a site or token given
twice.
*/
export const parseTokens = (text: string, place: string): readonly SiteToken[] => {
	const read = readTokens(text);
	if ('fault' in read) throw new OptionsError(sentence(read.fault, place));
	if (read.tokens.length === 0) throw new TokenMissingError(`no token in ${place}: expected one a line`);
	return read.tokens;
};

const sentence = ({problem, index, count}: TokenFault, place: string): string =>
	`${count === 1 ? place : `token ${index + 1} of ${count} in ${place}`}: ${problems[problem]}`;

const problems: Readonly<Record<TokenProblem, string>> = {
	form: 'expected a token of 8-4-4-4-12 letters and digits, as in Lyon=XXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX',
	'token-for-site': 'expected the name of a site before =, got a token',
	'token-twice': 'the same token is given twice',
	'site-twice': "the site's name is given twice",
};

const repetition = ({site, token}: SiteToken, earlier: readonly SiteToken[]): TokenProblem | undefined => {
	if (earlier.some(other => other.token === token)) return 'token-twice';
	return earlier.some(other => other.site === site) ? 'site-twice' : undefined;
};

const readToken = (item: string, index: number): SiteToken | TokenProblem => {
	const end = item.lastIndexOf('=');
	const token = item
		.slice(end + 1)
		.trim()
		.toUpperCase();
	if (!form.test(token)) return 'form';
	const name = cleanText(item.slice(0, Math.max(0, end)));
	if (form.test(name.toUpperCase())) return 'token-for-site';
	return {site: siteOf(name, index), token};
};

/** Further sites without a name are told apart by their position. */
const siteOf = (name: string, index: number): SiteName => {
	if (name !== '') return siteName(name);
	return siteName(index === 0 ? 'default' : `default-${index + 1}`);
};
