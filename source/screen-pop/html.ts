// HTML to text. What the converter takes grows with the square of what some pages hold, so they are cut to a measure first.
import type {FormatCallback} from 'html-to-text';
import {PopError} from './pop-error.js';

export type HtmlText = {readonly title: string; readonly text: string; readonly isCut: boolean};

const mostCharacters = 64 * 1024;
/** Tags, open or closed; a record has some hundreds. Four thousand of the worst take some 50 ms. */
const mostTags = 4000;

/** Throws PopError (unavailable) when the converter cannot be loaded. */
export const readHtml = async (html: string): Promise<HtmlText> => {
	const {convert} = await import('html-to-text').catch((cause: unknown) => {
		throw new PopError('unavailable', 'html-to-text', cause);
	});
	const seen = ['script', 'style', 'svg'].reduce(without, html);
	const cut = cutToMeasure(seen);
	return {title: convert(cut, ofTitle), text: convert(cut, ofBody), isCut: cut.length < seen.length};
};

/** The page without these elements. Often the most of a page, they would leave no room for its text. */
const without = (html: string, name: string): string => {
	const begins = new RegExp(`<${name}\\b`, 'gi');
	const ends = new RegExp(`</${name}\\b`, 'gi');
	let kept = '';
	let at = 0;
	for (let begin = begins.exec(html); begin; begin = begins.exec(html)) {
		kept += html.slice(at, begin.index);
		ends.lastIndex = begin.index;
		const end = ends.exec(html);
		if (!end) return kept;
		at = end.index;
		begins.lastIndex = at;
	}
	return kept + html.slice(at);
};

const cutToMeasure = (html: string): string => {
	const short = html.slice(0, mostCharacters);
	let at = -1;
	for (let tags = 0; tags <= mostTags; tags++) {
		at = short.indexOf('<', at + 1);
		if (at < 0) return short;
	}
	return short.slice(0, at);
};

/** `maxDepth` and `maxChildNodes` bound what is written, not what is read. */
const limits = {maxDepth: 60, maxChildNodes: 2000, maxBaseElements: 1};

const ofTitle = {
	limits,
	wordwrap: false as const,
	baseElements: {selectors: ['title'], returnDomByDefault: false},
};

const unseen = ['noscript', 'template', 'iframe', 'object', 'head', 'img', 'select', 'textarea'];

const block = {format: 'block', options: {leadingLineBreaks: 1, trailingLineBreaks: 1}};

const cell: FormatCallback = (element, walk, builder) => {
	walk(element.children, builder);
	builder.addInline(' ', {});
};

/**
Tables are rows of words: the converter's own tables have as many cells as a page claims to span, and use up all memory. Lists
are not counted, since a page chooses the numbers.
*/
const ofBody = {
	limits,
	wordwrap: false as const,
	baseElements: {selectors: ['body']},
	formatters: {cell},
	selectors: [
		{selector: 'a', options: {ignoreHref: true}},
		...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map(selector => ({selector, options: {uppercase: false}})),
		{selector: 'table', ...block},
		{selector: 'tr', ...block},
		{selector: 'td', format: 'cell'},
		{selector: 'th', format: 'cell'},
		{selector: 'ol', format: 'unorderedList'},
		...unseen.map(selector => ({selector, format: 'skip'})),
	],
};
