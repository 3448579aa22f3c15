import {cleanText} from './domain/text.js';

/** Three groups or more, or one long run: what a token, whole or mistyped, looks like. */
const secret = /[a-z0-9]{6,}(?:[-_][a-z0-9]{3,}){2,}|[a-z0-9]{24,}/gi;

const longest = 60;

/** Text that may hold a token, without it. Every message that repeats what was typed or read passes here. */
export const hideSecrets = (text: string): string => text.replace(secret, '…');

/** What somebody typed, for a message: harmless, short, and without anything that may be a token. */
export const quoted = (text: string): string => {
	const shown = hideSecrets(cleanText(text, 500));
	return `"${shown.length > longest ? `${shown.slice(0, longest)}…` : shown}"`;
};
