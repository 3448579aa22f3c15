import {EventEmitter} from 'node:events';
import {Writable} from 'node:stream';
import {setImmediate} from 'node:timers/promises';
import {isDeepStrictEqual} from 'node:util';
import {Box, type Instance, render, Text, usePaste, useWindowSize} from 'ink';
import type {ReactElement} from 'react';
import {afterEach, describe, expect, it, vi} from 'vitest';
import type {Painter} from '../../source/terminal/canvas.js';
import {createScreen, type Screen} from '../../source/terminal/screen.js';
import {inkOptions} from '../../source/terminal/sink.js';
import {styleId} from '../../source/terminal/style.js';
import {systemTimers} from '../../source/terminal/timers.js';
import {createEmulator, type Emulator} from './emulator.js';
import {createFakeOutput, type FakeOutput} from './fake-output.js';

vi.hoisted(() => {
	vi.stubEnv('FORCE_COLOR', '3');
	// Ink is silent in continuous integration unless told otherwise.
	vi.stubEnv('CI', 'true');
});

const columns = 40;
const rows = 12;

const stdin = (): NodeJS.ReadStream =>
	Object.assign(new EventEmitter(), {
		isTTY: true,
		read: () => null,
		setEncoding() {},
		setRawMode() {},
		ref() {},
		unref() {},
	}) as unknown as NodeJS.ReadStream;

type Stage = {readonly output: FakeOutput; readonly screen: Screen; readonly app: Instance};

/** React and the emulator take turns that nobody announces. */
const polling = {interval: 1, timeout: 10_000};

const apps: Instance[] = [];

afterEach(() => {
	for (const app of apps.splice(0)) {
		app.unmount();
	}
});

const stage = async (tree: ReactElement): Promise<Stage> => {
	const output = createFakeOutput(columns, rows);
	// The rest after a resize takes no time, so that no test waits for it.
	const timers = {...systemTimers, after: (_: number, run: () => void) => systemTimers.after(0, run)};
	const screen = createScreen({output, colour: true, timers});
	const app = render(tree, {...inkOptions, stdout: screen.inkOutput, stdin: stdin()});
	apps.push(app);
	await output.settled();
	return {output, screen, app};
};

/** Ink as it is, writing to a terminal of its own. */
const plainInk = async (tree: ReactElement): Promise<Emulator> => {
	const emulator = createEmulator(columns, rows);
	let text = '';
	const stdout = Object.assign(
		new Writable({
			write(chunk: unknown, _encoding, done) {
				text += String(chunk);
				done();
			},
		}),
		{isTTY: true, columns, rows},
	) as unknown as NodeJS.WriteStream;
	const app = render(tree, {stdout, stdin: stdin(), interactive: true, patchConsole: false});
	await app.waitUntilRenderFlush();
	await emulator.write(text.replaceAll('\n', '\r\n'));
	app.unmount();
	return emulator;
};

const trees: readonly ReactElement[] = [
	<Box key="1" width={columns} height={rows} borderStyle="round" borderColor="cyan">
		<Text bold color="green">
			Line one <Text dimColor>dim</Text> <Text inverse>inverse</Text> <Text underline>under</Text>
		</Text>
	</Box>,
	<Box key="2" width={columns} height={rows} flexDirection="column">
		<Text color="#ff8800" backgroundColor="ansi256(57)">
			true colour on the palette
		</Text>
		<Text italic strikethrough>
			漢字 and é and 한국어 ─── ●
		</Text>
		<Text wrap="truncate">{'a long line that is cut off at the edge '.repeat(3)}</Text>
		<Box backgroundColor="blue" width={20} height={3} marginLeft={4}>
			<Text color="whiteBright">on blue</Text>
		</Box>
	</Box>,
	<Box key="3" width={columns} height={rows}>
		<Text>{'漢'.repeat(30)}</Text>
		<Box position="absolute" marginLeft={5} marginTop={1} backgroundColor="red" borderStyle="single">
			<Text>over it</Text>
		</Box>
	</Box>,
	<Box key="4" height={2}>
		<Text> </Text>
	</Box>,
];

const painter: Painter = canvas => {
	if (canvas.blank) {
		for (let row = 0; row < canvas.rows; row++) {
			canvas.text(row, 0, '0123456789'.repeat(9), styleId({color: 'red'}));
		}
	}
};

const Board = ({dialog}: {readonly dialog: boolean}): ReactElement => (
	<Box width={columns} height={rows} borderStyle="round">
		{dialog ? (
			<Box position="absolute" marginLeft={8} marginTop={3} width={12} height={4} backgroundColor="blue">
				<Text>{'a  dialog'}</Text>
			</Box>
		) : null}
	</Box>
);

describe('createSink', () => {
	it('shows every tree as Ink shows it itself', async () => {
		const {output, app} = await stage(<Text>first</Text>);
		for (const tree of [...trees, ...trees.toReversed()]) {
			app.rerender(tree);
			await output.settled();
			const expected = await plainInk(tree);
			expect(output.emulator.cells()).toEqual(expected.cells());
		}
	});

	it('draws a region where Ink leaves blanks, and nowhere else', async () => {
		const {output, screen} = await stage(<Board dialog={false} />);
		screen.setRegion('hot', {rectangle: {row: 1, column: 1, rows: rows - 2, columns: columns - 2}, painter});
		await output.settled();
		const lines = output.emulator.lines();
		expect(lines[0]).toBe(`╭${'─'.repeat(columns - 2)}╮`);
		expect(lines[1]).toBe(`│${'0123456789'.repeat(9).slice(0, columns - 2)}│`);
		expect(lines[rows - 1]).toBe(`╰${'─'.repeat(columns - 2)}╯`);
	});

	it('covers a region with a dialog that has a background and uncovers it again', async () => {
		const {output, screen, app} = await stage(<Board dialog={false} />);
		screen.setRegion('hot', {rectangle: {row: 1, column: 1, rows: rows - 2, columns: columns - 2}, painter});
		await output.settled();
		const before = output.emulator.cells();
		app.rerender(<Board dialog />);
		await output.settled();
		const row = output.emulator.cells()[4] ?? [];
		expect(
			row
				.slice(7, 23)
				.map(cell => cell.text)
				.join(''),
		).toContain('a  dialog   ');
		expect(row.filter(cell => cell.look.includes('on 4'))).toHaveLength(12);
		app.rerender(<Board dialog={false} />);
		await output.settled();
		expect(output.emulator.cells()).toEqual(before);
	});

	it('tells Ink a new size, before anything is drawn for it', async () => {
		const Size = (): ReactElement => {
			const size = useWindowSize();
			return <Text>{`${size.columns} by ${size.rows}`}</Text>;
		};
		const {output} = await stage(<Size />);
		output.resize(60, 20);
		await vi.waitUntil(async () => {
			await output.settled();
			return output.emulator.lines()[0] === '60 by 20';
		}, polling);
		expect(output.frames.at(-1)).toContain('60 by 20');
	});

	it('shows static content right after 100 storms of resizes', async () => {
		const Frame = (): ReactElement => {
			const size = useWindowSize();
			return <Box width={size.columns} height={size.rows} borderStyle="round" />;
		};
		const {output} = await stage(<Frame />);
		for (let storm = 0; storm < 100; storm++) {
			for (const step of [1, 2, 3]) {
				output.resize(10 + ((storm * 7 + step * 13) % 80), 4 + ((storm * 3 + step * 5) % 30));
				await setImmediate();
			}

			const size = {columns: 20 + (storm % 50), rows: 5 + (storm % 20)};
			output.resize(size.columns, size.rows);
			const middle = Array.from({length: size.rows - 2}, () => `│${' '.repeat(size.columns - 2)}│`);
			const line = '─'.repeat(size.columns - 2);
			await vi.waitUntil(async () => {
				await output.settled();
				return isDeepStrictEqual(output.emulator.lines(), [`╭${line}╮`, ...middle, `╰${line}╯`]);
			}, polling);
		}
	});

	it('switches bracketed paste on and off with the component that wants it', async () => {
		const Paste = (): ReactElement => {
			usePaste(() => {});
			return <Text>paste here</Text>;
		};
		const {output, app} = await stage(<Paste />);
		await vi.waitUntil(async () => {
			await output.settled();
			return output.emulator.modes().bracketedPaste;
		}, polling);
		app.rerender(<Text>no more</Text>);
		await vi.waitUntil(async () => {
			await output.settled();
			return !output.emulator.modes().bracketedPaste;
		}, polling);
	});

	it('lets Ink unmount while the terminal is stalled', async () => {
		const {output, app} = await stage(<Text>one</Text>);
		output.stall();
		app.rerender(<Text>two</Text>);
		await setImmediate();
		app.unmount();
		await app.waitUntilExit();
		expect(output.isStalled()).toBe(true);
	});

	it('keeps the cursor hidden when Ink unmounts', async () => {
		const {output, app} = await stage(<Text>one</Text>);
		app.unmount();
		await output.settled();
		expect(output.emulator.cursorIsHidden()).toBe(true);
	});

	it('writes nothing when Ink renders the same again', async () => {
		const {output, app} = await stage(<Text>one</Text>);
		const before = output.frames.length;
		app.rerender(<Text key="other">one</Text>);
		await output.settled();
		expect(output.frames).toHaveLength(before);
	});

	it('is as many colours deep as it is told', () => {
		const output = createFakeOutput(columns, rows);
		const coloured = createScreen({output, colour: true});
		const plain = createScreen({output, colour: false});
		expect([coloured.inkOutput.getColorDepth(), plain.inkOutput.getColorDepth()]).toEqual([4, 1]);
		expect([coloured.inkOutput.hasColors(), coloured.inkOutput.hasColors(256), plain.inkOutput.hasColors()]).toEqual([
			true,
			false,
			false,
		]);
		expect(coloured.inkOutput.getWindowSize()).toEqual([columns, rows]);
	});
});
