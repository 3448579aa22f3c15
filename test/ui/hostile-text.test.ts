import xterm from '@xterm/headless';
import {describe, expect, it} from 'vitest';
import type {BoardEvent} from '../../source/domain/event.js';
import {widthOf} from '../../source/presentation/width.js';
import {translateEvent} from '../../source/providers/ovh/translate.js';
import type {WireEvent} from '../../source/providers/ovh/wire.js';
import {at, boardAfter, site} from '../helpers/builders.js';
import {type RenderedBoard, renderBoard} from '../helpers/render-board.js';
import {looksOf, screenOf} from './picture-check.js';

const hostile: readonly (readonly [kind: string, text: string])[] = [
	['a title and an erasure', '\u001B]0;pwned\u0007\u001B[2J'],
	['a write to the clipboard', '\u001B]52;c;cHduZWQ=\u0007'],
	['an unfinished sequence', 'Bob\u001B['],
	['an unfinished command', 'Bob\u001B]0;'],
	['a device control string', '\u001BP1$r0m\u001B\\Bob'],
	['colours', '\u001B[31mred\u001B[8mhidden'],
	['a hyperlink', '\u001B]8;;http://example.com\u001B\\Bob\u001B]8;;\u001B\\'],
	['controls of eight bits', '\u009B2J\u009D0;x\u009C'],
	['a cursor that moves', '\u001B[1;1H\b\b\r\u000B\u000C'],
	['line feeds', 'Bob\nAlice\r\nChloé'],
	['separators of lines', 'Bob\u2028Alice\u2029Chloé\u0085'],
	['tabs', '\tBob\t\tAlice'],
	['a right-to-left override', '\u202Egnihton\u202C\u2066x\u2069\u200F'],
	['a family of emoji', '👨‍👩‍👧‍👦 Bob'],
	['an emoji with a presentation, a keycap, a flag', '❤️ 1️⃣ 🇫🇷 Bob'],
	['a pile of marks', `B${'\u0301'.repeat(200)}ob`],
	['a mark on nothing', '\u0301\u0301Bob'],
	['characters without width', 'B\u200Bo\u200Db\uFEFF\u00AD'],
	['half a character', 'Bob\uD83D'],
	['a private character', 'Bob\uE000'],
	['wide characters', '東京支社の長い名前です'],
	['ten thousand characters', 'x'.repeat(10_000)],
	['ten thousand wide characters', '東'.repeat(10_000)],
	['a NUL', 'B\u0000ob'],
];

const alice = '0033199000101';
const support = '0033199000100';

type Names = {readonly label: string; readonly caller: string};

const envelope = {Token: 'T', Timestamp: at(-5) * 1_000_000, Date: '2026-03-05T10:14:55.000000 (CET)'};

/** A call and a waiting caller as the service tells of them; label and caller are whatever somebody chose. */
const wireEvents = ({label, caller}: Names): readonly WireEvent[] => {
	const details = (Type: string) => ({Description: label, Id: '1', IdBillingAccount: '1', SimultaneousLine: '2', Type});
	const ts = String(Math.round(at(-5) / 1000));
	return [
		{
			...envelope,
			Event: 'start_ringing',
			Service: 'sip',
			Ressource: alice,
			Data: {CallId: 'call', Called: alice, Calling: caller, Dialed: alice, Ts: ts},
			Details: details('sipCirpack'),
		},
		{
			...envelope,
			Event: 'member-queue-start',
			Service: 'queues',
			Ressource: support,
			Data: {Calling: caller, Queue: support, QueueMemberUUID: 'caller', Ts: ts},
			Details: details('easyHunting'),
		},
	];
};

const eventsFor = (names: Names): readonly BoardEvent[] =>
	wireEvents(names).map(event => translateEvent(event, {site, path: 'Events[0]', receivedAt: at(0)}));

const show = (names: Names): Promise<RenderedBoard> =>
	renderBoard({columns: 110, rows: 32, board: boardAfter(...eventsFor(names))});

/** What becomes of a text on its way to the board. */
const cleaned = (text: string): string => {
	const [event] = eventsFor({label: text, caller: alice});
	return (event && 'label' in event && event.label) || '';
};

/** A harmless text as wide; its letter stands nowhere else on the screen. */
const harmless = (text: string): string => 'Ж'.repeat(widthOf(cleaned(text)));

/** Which cells of a row belong to the harmless name, and the mark where it is cut. */
const own = (row: readonly string[]): ReadonlySet<number> => {
	const text = row.map(cell => (cell === '' ? ' ' : cell.charAt(0))).join('');
	return new Set(
		[...text.matchAll(/Ж+…?/g)].flatMap(({0: {length}, index}) => Array.from({length}, (_, offset) => index + offset)),
	);
};

/** Where two screens differ, in text or looks, outside the cells of the harmless name. */
const differences = (seen: RenderedBoard, wanted: RenderedBoard): readonly string[] => {
	const [found, expected] = [seen, wanted].map(board => {
		const cells = board.output.emulator.cells();
		return {texts: screenOf(cells), looks: looksOf(cells)};
	});
	return (expected?.texts ?? []).flatMap((row, line) => {
		const mine = own(row);
		return row.flatMap((text, column) => {
			const isSame = found?.texts[line]?.[column] === text;
			const looksSame = found?.looks[line]?.[column] === expected?.looks[line]?.[column];
			return mine.has(column) || (isSame && looksSame) ? [] : [`${line},${column}: ${found?.texts[line]?.[column]}`];
		});
	});
};

/** A terminal that notes what it was told beyond drawing. */
const listen = async (board: RenderedBoard): Promise<readonly string[]> => {
	const noted: string[] = [];
	const terminal = new xterm.Terminal({cols: 110, rows: 32, allowProposedApi: true});
	terminal.onTitleChange(title => noted.push(`title ${title}`));
	terminal.onBell(() => noted.push('bell'));
	for (const code of [0, 1, 2, 4, 7, 8, 9, 10, 11, 52, 777, 1337]) {
		terminal.parser.registerOscHandler(code, data => {
			noted.push(`command ${code}: ${data}`);
			return true;
		});
	}
	terminal.parser.registerDcsHandler({intermediates: '$', final: 'q'}, data => {
		noted.push(`device control ${data}`);
		return true;
	});
	await new Promise<void>(resolve => terminal.write(board.output.frames.join(''), resolve));
	return noted;
};

describe.each(hostile)('%s', (_, text) => {
	it('as a label stays in its cells', async () => {
		const [seen, wanted] = [
			await show({label: text, caller: '0612345678'}),
			await show({label: harmless(text), caller: '0612345678'}),
		];
		expect(differences(seen, wanted)).toEqual([]);
	});

	it('as a caller stays in its cells', async () => {
		const seen = await show({label: 'Bob', caller: `${text}-`});
		const wanted = await show({label: 'Bob', caller: harmless(`${text}-`)});
		expect(differences(seen, wanted)).toEqual([]);
	});

	it('tells the terminal nothing but what to draw', async () => {
		const seen = await show({label: text, caller: `${text}-`});
		expect(await listen(seen)).toEqual([]);
		// Of all sequences only those with a bracket, which draw, and the choice of the character set.
		expect(seen.output.frames.join('').replaceAll(/\u001B(?:\[[?\d;]*[A-Za-z]|\(B)/g, '')).not.toMatch(
			/[\u0000-\u001F\u007F-\u009F]/,
		);
	});
});

describe('differences', () => {
	it('would see a name that takes a cell more than it should', async () => {
		const seen = await show({label: 'Bobby', caller: '0612345678'});
		expect(differences(seen, await show({label: 'ЖЖЖЖ', caller: '0612345678'}))).not.toEqual([]);
		expect(differences(seen, await show({label: 'ЖЖЖЖЖ', caller: '0612345678'}))).toEqual([]);
	});
});

describe('listen', () => {
	it('would hear a title, the clipboard and a bell', async () => {
		const board = await show({label: 'Bob', caller: '0612345678'});
		const told = {...board, output: {...board.output, frames: ['\u001B]0;x\u0007\u001B]52;c;eA==\u0007\u0007']}};
		expect(await listen(told)).toEqual(['command 0: x', 'command 52: c;eA==', 'bell']);
	});
});
