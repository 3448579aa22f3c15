import xterm from '@xterm/headless';

/** A cell as a person sees it: `look` names only what is visible, so the colour of a blank's text does not count. */
export type SeenCell = {readonly text: string; readonly look: string};

export type Emulator = {
	write(bytes: string | Uint8Array): Promise<void>;
	resize(columns: number, rows: number): void;
	/** What is on the screen, row by row, without the second halves of wide characters. */
	cells(): readonly (readonly SeenCell[])[];
	/** The text of the rows, without blanks at their ends. */
	lines(): readonly string[];
	/** Where each cell leads, by row; empty: nowhere. */
	links(): readonly (readonly string[])[];
	/** `normal` or `alternate`. */
	screen(): string;
	/** Rows that have scrolled out at the top. */
	scrolled(): number;
	cursorIsHidden(): boolean;
	modes(): {readonly bracketedPaste: boolean; readonly wraparound: boolean};
};

export const createEmulator = (columns: number, rows: number): Emulator => {
	const terminal = new xterm.Terminal({cols: columns, rows, allowProposedApi: true, scrollback: 1000});
	let cursorIsHidden = false;
	terminal.parser.registerCsiHandler({prefix: '?', final: 'h'}, parameters => {
		cursorIsHidden = parameters.includes(25) ? false : cursorIsHidden;
		return false;
	});
	terminal.parser.registerCsiHandler({prefix: '?', final: 'l'}, parameters => {
		cursorIsHidden = parameters.includes(25) ? true : cursorIsHidden;
		return false;
	});
	const row = (at: number): readonly SeenCell[] => {
		const line = terminal.buffer.active.getLine(terminal.buffer.active.viewportY + at);
		return Array.from({length: terminal.cols}, (_, column) => line?.getCell(column)).flatMap(cell =>
			cell === undefined || cell.getWidth() === 0 ? [] : [seen(cell)],
		);
	};
	const cells = () => Array.from({length: terminal.rows}, (_, at) => row(at));
	return {
		write: bytes =>
			new Promise(resolve => {
				terminal.write(typeof bytes === 'string' ? bytes : Uint8Array.from(bytes), resolve);
			}),
		resize(newColumns, newRows) {
			terminal.resize(newColumns, newRows);
		},
		cells,
		lines: () =>
			cells().map(line =>
				line
					.map(cell => cell.text)
					.join('')
					.trimEnd(),
			),
		links: () => Array.from({length: terminal.rows}, (_, at) => linksIn(terminal, at)),
		screen: () => terminal.buffer.active.type,
		scrolled: () => terminal.buffer.active.baseY,
		cursorIsHidden: () => cursorIsHidden,
		modes: () => ({
			bracketedPaste: terminal.modes.bracketedPasteMode,
			wraparound: terminal.modes.wraparoundMode,
		}),
	};
};

/** What the emulator knows of links, and does not tell by its public interface. */
type Inside = {
	readonly _core: {readonly _oscLinkService: {getLinkData(id: number): {readonly uri: string} | undefined}};
};

const linksIn = (terminal: xterm.Terminal, at: number): readonly string[] => {
	const line = terminal.buffer.active.getLine(terminal.buffer.active.viewportY + at);
	const {_oscLinkService: service} = (terminal as unknown as Inside)._core;
	return Array.from({length: terminal.cols}, (_, column) => {
		const cell = line?.getCell(column) as unknown as {readonly extended: {readonly urlId: number}} | undefined;
		return service.getLinkData(cell?.extended.urlId ?? 0)?.uri ?? '';
	});
};

type BufferCell = NonNullable<
	ReturnType<NonNullable<ReturnType<xterm.Terminal['buffer']['active']['getLine']>>['getCell']>
>;

const seen = (cell: BufferCell): SeenCell => {
	const text = cell.getChars() === '' ? ' ' : cell.getChars();
	const onBlank = [
		cell.isUnderline() ? 'underline' : '',
		cell.isInverse() ? 'inverse' : '',
		cell.isStrikethrough() ? 'strikethrough' : '',
	].filter(Boolean);
	const background = cell.isBgDefault() ? '' : `on ${cell.isBgRGB() ? '#' : ''}${cell.getBgColor()}`;
	const foreground = cell.isFgDefault() ? '' : `${cell.isFgRGB() ? '#' : ''}${cell.getFgColor()}`;
	const onText = [
		cell.isBold() ? 'bold' : '',
		cell.isDim() ? 'dim' : '',
		cell.isItalic() ? 'italic' : '',
		cell.isInvisible() ? 'hidden' : '',
	].filter(Boolean);
	const isBlank = text === ' ';
	const parts = [
		...(isBlank && onBlank.length === 0 ? [] : [foreground]),
		background,
		...onBlank,
		...(isBlank ? [] : onText),
	];
	return {text, look: parts.filter(Boolean).join(' ')};
};
