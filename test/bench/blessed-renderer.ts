import {Writable} from 'node:stream';
import blessed from 'blessed';
import {unicode} from '../../source/presentation/symbols.js';
import type {Style} from '../../source/terminal/style.js';
import {themes} from '../../source/ui/theme.js';
import {silentInput} from './board-renderer.js';
import type {CreateRenderer, Stage} from './renderer.js';
import {type Block, createStyledRows, panelTitles} from './styled-rows.js';

/** The same board in blessed: a box for each panel and each tile, its content with SGR codes. */
export const createBlessedRenderer: CreateRenderer = async stage => {
	const {reader, clock, scale} = stage;
	const screen = blessed.screen({
		input: silentInput(),
		output: outputOf(stage),
		terminal: 'xterm-256color',
		forceUnicode: true,
		smartCSR: false,
	});
	const rowsOf = createStyledRows(scale);
	const boxes = new Map<string, blessed.Widgets.BoxElement>();
	const draw = (): void => {
		for (const block of rowsOf(reader.getSnapshot(), clock.now()).blocks) {
			const box = boxes.get(block.key) ?? createBox(screen, block);
			boxes.set(block.key, box);
			const content = block.rows.map(ansiRow).join('\n');
			if (box.getContent() !== content) box.setContent(content);
		}
		screen.render();
		// It writes a moment later otherwise.
		screen.program.flush();
	};
	drawPanels(screen, stage);
	draw();
	return {draw};
};

const createBox = (parent: blessed.Widgets.Screen, {place}: Block): blessed.Widgets.BoxElement =>
	blessed.box({parent, top: place.row, left: place.column, width: place.columns, height: place.rows, wrap: false});

const drawPanels = (parent: blessed.Widgets.Screen, {reader, clock, scale}: Stage): void => {
	const {layout} = createStyledRows(scale)(reader.getSnapshot(), clock.now());
	const titles = panelTitles(reader.getSnapshot());
	for (const name of ['lines', 'queues', 'log'] as const) {
		const place = layout.panels[name];
		if (!place) continue;
		const box = {parent, top: place.row, left: place.column, width: place.columns, height: place.rows};
		blessed.box({...box, border: {type: 'line'}, style: {border: {fg: 'gray'}}});
		const [title, note] = titles[name];
		const content = `${sgr(themes.dark.strong)} ${title} ${note === '' ? '' : `${sgr(themes.dark.muted)}${unicode.border.top} ${note} `}`;
		blessed.box({
			parent,
			top: place.row,
			left: place.column + 2,
			width: title.length + note.length + 6,
			height: 1,
			content,
		});
	}
};

const ansiRow = (row: Block['rows'][number]): string => {
	let written = 0;
	let content = '';
	for (const {column, words, tone} of [...row].sort((one, other) => one.column - other.column)) {
		content += `\u001B[0m${' '.repeat(Math.max(0, column - written))}${sgr(themes.dark[tone])}${words}`;
		written = column + words.length;
	}
	return `${content}\u001B[0m`;
};

const colours = {yellow: 33, cyan: 36, green: 32, gray: 90, redBright: 91, magentaBright: 95} as const;

const sgr = ({color, bold, inverse}: Style): string => {
	const code = color && color in colours ? colours[color as keyof typeof colours] : undefined;
	return `\u001B[${[0, ...(bold ? [1] : []), ...(inverse ? [7] : []), ...(code ? [code] : [])].join(';')}m`;
};

const outputOf = ({scale, write}: Stage): NodeJS.WriteStream => {
	const stream = new Writable({
		decodeStrings: false,
		write(chunk: string, _encoding, done) {
			write(chunk);
			done();
		},
	});
	// blessed asks a terminal for nothing else.
	return Object.assign(stream, {
		isTTY: true,
		columns: scale.columns,
		rows: scale.rows,
	}) as unknown as NodeJS.WriteStream;
};
