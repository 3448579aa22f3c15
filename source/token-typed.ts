import type {LoginTexts} from './i18n/login-en.js';
import {readTokens, type SiteToken, type TokenFault} from './token-text.js';

/** Tokens, or a sentence in the user's language that says why there are none; it repeats nothing of what was typed. */
export type TypedTokens = {readonly tokens: readonly SiteToken[]} | {readonly sentence: string};

/** The words that are needed for it. */
export type TypedTexts = Pick<LoginTexts, `token.${TokenFault['problem'] | 'none' | 'which'}`>;

/** One token or several, with the names of their sites or without, as somebody typed or pasted them. */
export const readTypedTokens = (text: string, texts: TypedTexts): TypedTokens => {
	const read = readTokens(text);
	if ('fault' in read) return {sentence: faultSentence(read.fault, texts)};
	return read.tokens.length === 0 ? {sentence: texts['token.none']} : {tokens: read.tokens};
};

const faultSentence = ({problem, index, count}: TokenFault, texts: TypedTexts): string => {
	const sentence = texts[`token.${problem}`];
	return count === 1 ? sentence : `${texts['token.which'](index + 1, count)} ${sentence}`;
};
