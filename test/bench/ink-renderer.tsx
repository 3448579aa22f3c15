import {Writable} from 'node:stream';
import {Box, render, Text} from 'ink';
import type {Board} from '../../source/domain/board.js';
import type {EpochMs} from '../../source/domain/units.js';
import type {Rectangle, Size} from '../../source/presentation/layout.js';
import {unicode} from '../../source/presentation/symbols.js';
import {inkProps, themes} from '../../source/ui/theme.js';
import {silentInput} from './board-renderer.js';
import type {CreateRenderer, Stage} from './renderer.js';
import {type Block, createStyledRows, panelTitles} from './styled-rows.js';

/** The same board as a tree of Ink components, a Box and a Text for each part, drawn by Ink itself. */
export const createInkRenderer: CreateRenderer = async stage => {
	const {scale, reader, clock} = stage;
	const rowsOf = createStyledRows(scale);
	const wall = () => <Wall board={reader.getSnapshot()} now={clock.now()} size={scale} rowsOf={rowsOf} />;
	const app = render(wall(), {
		stdout: outputOf(stage),
		stdin: silentInput(),
		incrementalRendering: true,
		alternateScreen: true,
		interactive: true,
		patchConsole: false,
	});
	await app.waitUntilRenderFlush();
	return {
		async draw() {
			app.rerender(wall());
			await app.waitUntilRenderFlush();
		},
	};
};

type WallProps = {
	readonly board: Board;
	readonly now: EpochMs;
	readonly size: Size;
	readonly rowsOf: ReturnType<typeof createStyledRows>;
};

const Wall = ({board, now, size, rowsOf}: WallProps) => {
	const {layout, blocks} = rowsOf(board, now);
	const titles = panelTitles(board);
	return (
		<Box width={size.columns} height={size.rows}>
			{(['lines', 'queues', 'log'] as const).map(name => {
				const place = layout.panels[name];
				return place ? <Panel key={name} place={place} titles={titles[name]} /> : null;
			})}
			{blocks.map(block => (
				<Rows key={block.key} block={block} />
			))}
		</Box>
	);
};

type PanelProps = {readonly place: Rectangle; readonly titles: readonly [title: string, note: string]};

const Panel = ({place, titles: [title, note]}: PanelProps) => (
	<>
		<Box {...boxOf(place)} borderStyle={unicode.border} borderColor="gray" />
		<Box {...boxOf({...place, column: place.column + 2, columns: place.columns - 4, rows: 1})}>
			<Text bold>{` ${title} `}</Text>
			{note === '' ? null : <Text color="gray">{`${unicode.border.top} ${note} `}</Text>}
		</Box>
	</>
);

const Rows = ({block: {place, rows}}: {readonly block: Block}) => (
	<Box {...boxOf(place)} flexDirection="column">
		{rows.map((row, index) => (
			// biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
			<Box key={index} height={1} width={place.columns}>
				{row.map(({column, words, tone}) => (
					<Box key={column} position="absolute" left={column} width={words.length}>
						<Text wrap="truncate" {...inkProps(themes.dark[tone])}>
							{words}
						</Text>
					</Box>
				))}
			</Box>
		))}
	</Box>
);

const boxOf = ({row, column, rows, columns}: Rectangle) =>
	({position: 'absolute', top: row, left: column, width: columns, height: rows}) as const;

const outputOf = ({scale, write}: Stage): NodeJS.WriteStream => {
	const stream = new Writable({
		decodeStrings: false,
		write(chunk: string, _encoding, done) {
			// A terminal in its usual mode returns the carriage with each line feed.
			write(chunk.replaceAll('\n', '\r\n'));
			done();
		},
	});
	// Ink asks a terminal for nothing else.
	return Object.assign(stream, {
		isTTY: true,
		columns: scale.columns,
		rows: scale.rows,
	}) as unknown as NodeJS.WriteStream;
};
