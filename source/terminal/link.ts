// Hyperlinks that the terminal opens itself. Source: the OSC 8 convention that VTE, iTerm2, kitty, Windows Terminal and xterm.js share.
import {type Pen, penFlags} from './pen.js';

/** Longer addresses are refused by some terminals. */
export const longestLink = 2000;

/** Ends the link that cells are part of. */
export const linkEnd = '\u001B]8;;\u001B\\';

/** An address of the web in plain ASCII without blanks: nothing in it can end the sequence. */
const harmless = /^https?:\/\/[!-~]+$/;

/** Begins a link: the cells written next lead to the address. Without parameters. Undefined for what is not safe to send. */
export const linkStart = (url: string): string | undefined =>
	url.length <= longestLink && harmless.test(url) ? `\u001B]8;;${url}\u001B\\` : undefined;

/** Whether a look is that of cells that lead somewhere. */
export const isLink = ({flags}: Pen): boolean => (flags & penFlags.link) !== 0;
