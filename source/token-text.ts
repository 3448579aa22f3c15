import {cleanText} from './domain/text.js';
import {type SiteName, siteName} from './domain/units.js';
import {OptionsError, TokenMissingError} from './errors.js';

/** A token and the site it is for, `default` when the user named none. */
export type SiteToken = {readonly site: SiteName; readonly token: string};

/** Groups of 8, 4, 4, 4 and 12 capitals and digits. Source: the tokens in OVH's guide. */
const form = /^[A-Z0-9]{8}(-[A-Z0-9]{4}){3}-[A-Z0-9]{12}$/;

/**
Tokens as users write them: one a line or separated by commas, each with or without its site, `Lyon=1738D072-…`, in
capitals or not. `place` says where they come from, for messages; these never hold the token. Throws TokenMissingError
when there is none, OptionsError for one of the wrong form, or for a site or token given twice.
*/
export const parseTokens = (text: string, place: string): readonly SiteToken[] => {
	const items = text
		.replace(/^\uFEFF/, '')
		.split(/[\r\n,]/)
		.map(item => item.trim())
		.filter(item => item !== '');
	if (items.length === 0) throw new TokenMissingError(`no token in ${place}: expected one a line`);
	const where = (index: number): string =>
		items.length === 1 ? place : `token ${index + 1} of ${items.length} in ${place}`;
	const tokens = items.map((item, index) => parseToken(item, {place: where(index), index}));
	for (const [index, {site, token}] of tokens.entries()) {
		const earlier = tokens.slice(0, index);
		if (earlier.some(other => other.token === token))
			throw new OptionsError(`${where(index)}: the same token is given twice`);
		if (earlier.some(other => other.site === site))
			throw new OptionsError(`${where(index)}: the site's name is given twice`);
	}
	return tokens;
};

const parseToken = (item: string, {place, index}: {readonly place: string; readonly index: number}): SiteToken => {
	const end = item.lastIndexOf('=');
	const token = item
		.slice(end + 1)
		.trim()
		.toUpperCase();
	if (!form.test(token)) {
		throw new OptionsError(
			`${place}: expected a token of 8-4-4-4-12 letters and digits, as in Lyon=XXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX`,
		);
	}
	return {site: nameOf(item.slice(0, Math.max(0, end)), {place, index}), token};
};

/** Further sites without a name are told apart by their position. */
const nameOf = (text: string, {place, index}: {readonly place: string; readonly index: number}): SiteName => {
	const name = cleanText(text);
	if (form.test(name.toUpperCase()))
		throw new OptionsError(`${place}: expected the name of a site before =, got a token`);
	if (name !== '') return siteName(name);
	return siteName(index === 0 ? 'default' : `default-${index + 1}`);
};
