// A web page as harmless text. It comes from a server that any caller may have had a word in.
import {cleanText} from '../domain/text.js';
import {readHtml} from './html.js';
import type {Answer} from './http.js';
import {PopError} from './pop-error.js';

export type PageText = {
	/** Empty when the page has none. */
	readonly title: string;
	/** Without control characters; no two empty ones in a row, none at either end. */
	readonly lines: readonly string[];
	/** There is more on the page than is shown. */
	readonly isCut: boolean;
};

/** More than any record shows; the rest of a page is not read. */
export const pageLimitBytes = 256 * 1024;

const mostLines = 300;
const longestLine = 400;
/** The beginning of a page says its title and its letters. */
const headLimit = 4096;

/** Throws PopError (no-text) for what is no text, and (unavailable) when the converter cannot be loaded. */
export const readPage = async ({type, body}: Answer): Promise<PageText> => {
	if (!isText(type) || body.includes(0)) throw new PopError('no-text');
	const text = decode(body, type);
	const isHtml = type === '' ? /<html|<!doctype/i.test(text.slice(0, headLimit)) : /html/i.test(type);
	const page = isHtml ? await readHtml(text) : {title: '', text, isCut: false};
	const lines = tidy(page.text);
	return {
		title: cleanText(page.title),
		lines: lines.slice(0, mostLines),
		isCut: page.isCut || lines.length > mostLines || body.length >= pageLimitBytes,
	};
};

const isText = (type: string): boolean =>
	type === '' || /^\s*(text\/|application\/(json|xhtml\+xml|xml)\b)/i.test(type);

/** The letters that the header names, else the page, else UTF-8. Bytes that are none become replacement characters. */
const decode = (body: Buffer, type: string): string => {
	const named = charsetIn(type) ?? charsetIn(body.subarray(0, headLimit).toString('latin1'));
	try {
		return new TextDecoder(named).decode(body);
	} catch {
		return new TextDecoder().decode(body);
	}
};

const charsetIn = (text: string): string | undefined => /charset\s*=\s*["']?\s*([\w-]+)/i.exec(text)?.[1];

const tidy = (text: string): readonly string[] => {
	const lines = text
		.split(/\r\n|[\n\r\f\v\u0085\u2028\u2029]/, 4 * mostLines)
		.map(line => cleanText(line, longestLine));
	const first = lines.findIndex(line => line !== '');
	const last = lines.findLastIndex(line => line !== '');
	return first < 0 ? [] : lines.slice(first, last + 1).filter((line, at, all) => line !== '' || all[at - 1] !== '');
};
