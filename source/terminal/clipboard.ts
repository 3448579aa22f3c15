// The clipboard of the machine that the terminal is on, through SSH too. Source: xterm's ctlseqs, OSC 52.

/** In characters. Some terminals take no more than some thousand bytes. */
export const longestCopy = 2000;

/**
Asks the terminal to take a text into its clipboard; nobody learns whether it did. Undefined for an empty text, and for one
that is too long. The letters of base64 cannot end the sequence. BEL ends it because more terminals know that than ST.
*/
export const copySequence = (text: string): string | undefined =>
	text === '' || text.length > longestCopy ? undefined : `\u001B]52;c;${Buffer.from(text).toString('base64')}\u0007`;
