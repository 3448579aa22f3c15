import {isoTime} from '../../domain/iso-time.js';
import {lossOutcomes} from '../../domain/loss.js';
import {findable} from '../filter.js';
import {nameOf} from '../names.js';
import type {Style} from '../style.js';
import {titleWidth} from '../table/columns.js';
import type {Column, Table} from '../table/table.js';
import {widthOf} from '../width.js';
import type {LostCaller} from './lost-callers.js';
import {atCell, callerCell, isShort, queueCell, stateCell, triesCell, waitedCell, whyCell} from './lost-cells.js';

type LostColumn = Column<LostCaller>;
type Content = Pick<LostColumn, 'cell' | 'value'> & Partial<Pick<LostColumn, 'order'>>;

const at: Content = {cell: atCell, value: ({loss}) => isoTime(loss.at)};

const caller: Content = {
	cell: callerCell,
	value: ({from}) => from,
	order: ({from}, {contacts}) => (from === '' ? null : (contacts.get(from) ?? from)),
};

const tries: Content = {cell: triesCell, value: known => known.tries};

/** Sorted by it, those to call back come first. */
const state: Content = {
	cell: stateCell,
	value: ({isOpen, loss}) => (isOpen || loss.settled === null ? 'open' : loss.settled.by),
	order: ({isOpen, loss}) => (isOpen ? 0 : (loss.settled?.at ?? 0)),
};

const queue: Content = {
	cell: queueCell,
	value: ({loss}) => loss.queue,
	order: ({loss}, style) => nameOf(loss.queue, style),
};

const waited: Content = {
	cell: waitedCell,
	value: ({loss}) => (loss.waited === null ? null : Math.round(loss.waited / 1000)),
};

const why: Content = {
	cell: whyCell,
	value: ({loss}, {rule}) => (isShort(loss, rule) ? 'short' : loss.outcome),
};

const columnsOf = ({messages, contacts}: Pick<Style, 'messages' | 'contacts'>): readonly LostColumn[] => {
	const reasons = (['short', ...lossOutcomes] as const).map(reason => widthOf(messages[`lost.why.${reason}`]));
	const reason = Math.max(...reasons);
	// A number from abroad; only who gave numbers names needs more.
	const most = contacts.size > 0 ? 36 : 18;
	const clock = titleWidth(messages['lost.column.at']);
	const times = titleWidth(messages['lost.column.tries']);
	return [
		{...at, key: 'at', title: 'lost.column.at', align: 'left', least: clock, most: clock, rank: 1},
		{...caller, key: 'caller', title: 'lost.column.caller', align: 'left', least: 16, most, rank: 0},
		{...tries, key: 'tries', title: 'lost.column.tries', align: 'right', least: times, most: times, rank: 4},
		{...state, key: 'state', title: 'column.state', align: 'left', least: 23, most: 32, rank: 0},
		{...queue, key: 'queue', title: 'column.queue', align: 'left', least: 8, most: 24, rank: 3},
		{...waited, key: 'waitedSeconds', title: 'lost.column.waited', align: 'right', least: 6, most: 8, rank: 5},
		{...why, key: 'outcome', title: 'lost.column.why', align: 'left', least: reason, most: reason, rank: 6},
	];
};

const textsOf = ({from, loss}: LostCaller, style: Style): readonly string[] => [
	...findable(from, style.contacts),
	...(from === '' ? [style.messages['number.withheld']] : []),
	nameOf(loss.queue, style),
	...(loss.settled?.who ? [nameOf(loss.settled.who, style)] : []),
];

/** The callers who were lost, in the order they are given: those to call back first. */
export const lostTable = (style: Pick<Style, 'messages' | 'contacts'>): Table<LostCaller> => ({
	name: 'lost',
	columns: columnsOf(style),
	key: ({key}) => key,
	about: ({loss}) => loss.site,
	texts: textsOf,
	sorting: null,
	none: 'lost.none',
	exportedToo: [
		{key: 'settledAt', value: ({loss: {settled}}) => (settled === null ? null : isoTime(settled.at))},
		{key: 'settledBy', value: ({loss: {settled}}) => settled?.who ?? null},
		{key: 'name', value: ({from}, {contacts}) => contacts.get(from) ?? null},
	],
});
