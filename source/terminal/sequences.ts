/** Sequences that belong to the screen as a whole. Source: xterm's ctlseqs. */

/** Terminals that know them show what lies between the two at once; the others ignore them. */
export const synchronizedBegin = '\u001B[?2026h';
export const synchronizedEnd = '\u001B[?2026l';

export const bracketedPasteOn = '\u001B[?2004h';
export const bracketedPasteOff = '\u001B[?2004l';

/** Without automatic wrap nothing that is written past the edge, while the terminal shrinks, can break a line or scroll. */
const wrapOff = '\u001B[?7l';
const wrapOn = '\u001B[?7h';
const cursorHidden = '\u001B[?25l';
const cursorShown = '\u001B[?25h';

/** What another program may have left on the terminal: scroll margins, origin mode, insert mode, a character set of line drawing. */
const strangersUndone = '\u001B[r\u001B[?6l\u001B[4l\u001B(B';

export const enterScreen = '\u001B[?1049h';

/** Sets the modes the screen relies on; sent with every full repaint. The cursor ends somewhere. */
export const establishModes: string = strangersUndone + wrapOff + cursorHidden;

/** Gives the terminal back. The erasure is for consoles without an alternate screen. */
export const leaveScreen: string = `${synchronizedEnd}${bracketedPasteOff}\u001B[m\u001B[r\u001B[H\u001B[J${wrapOn}\u001B[?1049l${cursorShown}`;
