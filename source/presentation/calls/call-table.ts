import type {QueueFinder} from '../../domain/queue-of-call.js';
import type {StayRef} from '../../domain/stay-offers.js';
import {lineNumber, queueNumber} from '../../domain/units.js';
import {type Tone, text} from '../cells.js';
import {findable} from '../filter.js';
import {nameOf} from '../names.js';
import type {Style} from '../style.js';
import type {Table} from '../table/table.js';
import {type CallColumn, dialled, direction, ended, from, line, site, started, time, to} from './call-columns.js';
import {type CallRow, callStates} from './call-list.js';
import {stateCell, stateWord} from './call-states.js';
import {lengthOf, secondsOf, spanCell, waitOf} from './call-times.js';

type StayOf = (row: CallRow, style: Style) => StayRef | null;

const state = (stayOf: StayOf): CallColumn => ({
	key: 'state',
	title: 'column.state',
	align: 'left',
	least: 10,
	most: 10,
	rank: 0,
	cell: (row, style) => stateCell(row, stayOf(row, style), style),
	value: row => row.state,
	order: row => callStates.indexOf(row.state),
});

const wait = (stayOf: StayOf): CallColumn => ({
	key: 'wait',
	title: 'column.wait',
	align: 'right',
	least: 9,
	most: 9,
	rank: 5,
	cell: (row, style) => spanCell(waitOf(row, stayOf(row, style)), {tone: waitTone(row), symbols: style.symbols}),
	value: (row, style) => secondsOf(waitOf(row, stayOf(row, style)), style.now),
	order: (row, style) => lengthOf(waitOf(row, stayOf(row, style)), style.now),
});

const waitTone = (row: CallRow): Tone => (row.state === 'ringing' ? 'ringing' : 'muted');

/** A call that came in may have come from a queue; of others there is none to name. */
const queue = (stayOf: StayOf): CallColumn => ({
	key: 'queue',
	title: 'column.queue',
	align: 'left',
	least: 8,
	most: 20,
	rank: 4,
	cell(row, style) {
		const stay = stayOf(row, style);
		if (stay) return text(nameOf(stay.queue, style), 'accent');
		return text(row.direction === 'incoming' ? style.symbols.dash : '', 'muted');
	},
	value: (row, style) => stayOf(row, style)?.queue ?? null,
	order(row, style) {
		const stay = stayOf(row, style);
		return stay && nameOf(stay.queue, style);
	},
});

/** The table of calls, each with the queue that brought it where that can be told. */
export const createCallTable = (findQueue: QueueFinder): Table<CallRow> => {
	const stayOf: StayOf = (row, {board}) => findQueue(board)({number: row.line}, row);
	return {
		name: 'calls',
		columns: [
			started,
			direction,
			from,
			to,
			dialled,
			state(stayOf),
			time,
			wait(stayOf),
			queue(stayOf),
			line,
			site,
			ended,
		],
		key: ({key}) => key,
		about: row => row.site,
		texts: (row, style) => textsOf(row, stayOf(row, style), style),
		sorting: null,
		none: 'calls.none',
	};
};

/** Also by state and direction: `missed` finds the missed ones. */
const textsOf = (row: CallRow, stay: StayRef | null, style: Style): readonly string[] => {
	const {messages} = style;
	const numbers = new Set([row.from, row.to, row.dialled, row.line, stay?.queue ?? row.line]);
	const texts = [stateWord(row, style), messages[`calls.${row.direction}`]];
	for (const number of numbers) texts.push(...textsOfNumber(number, style));
	return texts;
};

/** A number, and what it is called here: filters know the forms of numbers themselves. */
const textsOfNumber = (number: string, {board, contacts, messages}: Style): readonly string[] => {
	if (number === '') return [messages['number.withheld']];
	const known = board.lines.get(lineNumber(number)) ?? board.queues.get(queueNumber(number));
	const label = known?.label ?? null;
	return label === null ? findable(number, contacts) : [...findable(number, contacts), label];
};
