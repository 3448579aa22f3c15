import {describe, expect, it} from 'vitest';
import {createQueueFinder} from '../../../source/domain/queue-of-call.js';
import {messagesFor} from '../../../source/i18n/languages.js';
import {createCallList} from '../../../source/presentation/calls/call-list.js';
import {createCallTable} from '../../../source/presentation/calls/call-table.js';
import {createFilter} from '../../../source/presentation/filter.js';
import {fitColumns, titleWidth} from '../../../source/presentation/table/columns.js';
import {exportRows, headingRow, tableRow} from '../../../source/presentation/table/rows.js';
import {sortRows} from '../../../source/presentation/table/sort.js';
import {widthOf} from '../../../source/presentation/width.js';
import {callsBoard, callsInDoubt, callsLines, callsOfTwoSites} from '../../helpers/calls-board.js';
import {inZone} from '../../helpers/in-zone.js';
import {someStyle} from '../../helpers/some-style.js';
import {misplaced, rowText, toneOf} from '../row-text.js';

const table = createCallTable(createQueueFinder());

const shownOn = (board = callsBoard()) => {
	const {active, ended} = createCallList()(board);
	return {rows: [...active, ...ended], style: someStyle({board})};
};

const linesAt = (width: number, board = callsBoard()): readonly string[] =>
	inZone('Europe/Paris', () => {
		const {rows, style} = shownOn(board);
		const columns = fitColumns(table.columns, width, style);
		const cells = rows.map(row => tableRow(row, {columns, style, isSelected: false}));
		expect(cells.flatMap(row => misplaced(row, width))).toEqual([]);
		return [headingRow(columns, {...style, sorting: null}), ...cells].map(row => rowText(row));
	});

describe('the table of calls', () => {
	it('at 76 cells says from whom to whom, how it stands, how long, and for which queue', () => {
		expect(linesAt(76)).toEqual([
			'START        FROM              TO              STATE          TIME  QUEUE',
			'10:14:48  ←  +44 20 7946 0958  Chloé           ◐ ringing     00:12  —',
			'10:08:30  ←  06 39 98 00 01    Alice           ● in call     06:22  Support',
			'10:01:40  ←  04 78 00 00 00    Accueil et st…  ‖ on hold     13:10  —',
			'10:13:30  →  Bruno             06 55 66 77 88    no reply    00:30',
			'10:12:50  ←  withheld number   Accueil et st…    missed      00:20  —',
			'10:10:00  ·  06 22 22 22 22    06 11 11 11 11    answered    00:45',
			'10:08:30  ←  06 39 98 00 01    Chloé             missed      00:07  Support',
			'10:03:20  →  Bruno             Chloé             answered    01:35',
			'10:03:20  ←  Bruno             Chloé             answered    01:35  —',
			'09:08:31  ←  06 45 45 45 45    Bruno             answered  1:06:00  Ventes',
		]);
	});

	it('at 156 cells adds the number dialled where it is another, the wait, and the line', () => {
		const lines = linesAt(156);
		expect(lines[0]).toMatch(/^START +FROM +TO +DIALLED +STATE +TIME +WAIT +QUEUE +LINE$/);
		expect(lines[2]).toMatch(/06:22 +00:18 {2}Support +Alice$/);
		expect(lines[3]).toMatch(/0 ?800 00 00 00 +‖ on hold/);
		// Seen from the queue the caller waited longer than the line rang.
		expect(lines[10]).toMatch(/1:06:00 +00:30 {2}Ventes +Bruno$/);
	});

	it.each([56, 44, 30, 12, 1])('at %i cells keeps what matters most', width => {
		const [heading = ''] = linesAt(width);
		expect(heading.startsWith(width >= 50 ? 'FROM' : 'F') || width === 1).toBe(true);
		if (width >= 44) expect(heading).toMatch(/FROM +TO +STATE/);
	});

	it('names the site only where there are several', () => {
		expect(linesAt(200)[0]).not.toContain('SITE');
		expect(linesAt(200, callsOfTwoSites())[0]).toMatch(/SITE$/);
	});

	it('shows no running time of what nobody knows to go on', () => {
		const lines = linesAt(100, callsInDoubt());
		expect(lines.slice(1, 4).every(line => /· unknown +— /.test(line))).toBe(true);
	});

	it('has a title and the mark of a sorting within each column, in both languages', () => {
		for (const language of ['en', 'fr'] as const) {
			const messages = messagesFor(language);
			const tight = table.columns.filter(({title, least}) => titleWidth(messages[title]) > least);
			expect(tight.map(({key}) => key)).toEqual(['direction']);
			const states = shownOn().rows.map(row =>
				table.columns.find(({key}) => key === 'state')?.cell(row, someStyle({messages}), 10),
			);
			expect(states.filter(cell => cell?.kind === 'text' && widthOf(cell.text) > 10)).toEqual([]);
		}
	});

	it('warns of a missed call, but not of one that the queue let ring elsewhere too', () => {
		const {rows, style} = shownOn();
		const columns = fitColumns(table.columns, 76, style);
		const missed = rows.filter(({state}) => state === 'missed');
		const tones = missed.map(row => toneOf(tableRow(row, {columns, style, isSelected: false}), 'missed'));
		expect(tones).toEqual(['warning', 'plain']);
	});

	it('is exported raw', () => {
		const {rows, style} = shownOn();
		const {header, rows: written} = exportRows(rows, table, style);
		expect(header.join()).toBe('started,direction,from,to,dialled,state,talk,wait,queue,line,site,ended');
		const record = (index: number) => Object.fromEntries(header.map((key, column) => [key, written[index]?.[column]]));
		expect(record(0)).toMatchObject({state: 'ringing', talk: null, wait: 12, ended: null, queue: null});
		expect(record(1)).toEqual({
			started: '2026-03-05T09:08:30.500Z',
			direction: 'incoming',
			from: '0033639980001',
			to: callsLines.alice,
			dialled: callsLines.alice,
			state: 'in-call',
			talk: 382,
			wait: 18,
			queue: callsLines.support,
			line: callsLines.alice,
			site: 'default',
			ended: null,
		});
		expect(record(4)).toMatchObject({
			from: '',
			state: 'missed',
			talk: null,
			wait: 20,
			ended: '2026-03-05T09:13:10.000Z',
		});
	});

	it.each([
		['alice', 1],
		['0639980001', 2],
		['06 39', 2],
		['missed', 2],
		['ringing', 1],
		['outgoing', 2],
		['ventes', 1],
		['withheld', 1],
		['0800', 1],
		['!incoming', 3],
		['nobody', 0],
	])('finds by %s', (typed, count) => {
		const {rows, style} = shownOn();
		expect(rows.filter(row => createFilter(typed)(table.texts(row, style)))).toHaveLength(count);
	});

	it('is sorted by every column, what is not known last', () => {
		const {rows, style} = shownOn();
		const by = (column: string, isFalling = false) => sortRows(rows, {table, sorting: {column, isFalling}, style});
		for (const {key} of table.columns) expect(new Set(by(key))).toEqual(new Set(rows));
		expect(by('talk', true)[0]?.id).toBe('b');
		expect(by('wait', true)[0]).toMatchObject({id: 'f', state: 'no-reply'});
		expect(by('wait', true)[1]?.id).toBe('b');
		expect(
			by('queue')
				.slice(0, 3)
				.map(({id}) => id),
		).toEqual(['a-alice', 'a-chloe', 'b']);
		expect(by('started')[0]?.id).toBe('b');
		expect(
			by('state')
				.map(({state}) => state)
				.slice(0, 3),
		).toEqual(['ringing', 'in-call', 'on-hold']);
	});
});
