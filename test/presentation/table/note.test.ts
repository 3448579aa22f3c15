import {expect, it} from 'vitest';
import {tableNotes} from '../../../source/presentation/table/note.js';
import {someStyle} from '../../helpers/some-style.js';
import {someTable} from './some-table.js';

const shown = {sorting: null, style: someStyle(), rows: [1, 2], total: 2};

it.each([
	[{}, ''],
	[{total: 5}, '2 of 5'],
	[{sorting: {column: 'count', isFalling: true}}, 'by LOST ▼'],
	[{sorting: {column: 'gone', isFalling: true}}, ''],
	[{total: 5, sorting: {column: 'name', isFalling: false}}, '2 of 5, by QUEUE ▲'],
])('notes of a table: %j', (parts, notes) => {
	expect(tableNotes({...shown, ...parts}, someTable).join(', ')).toBe(notes);
});
