import type {TextKey} from '../../i18n/en.js';
import type {Column} from '../table/table.js';
import {
	agentCell,
	callerCell,
	queueCell,
	ringsCell,
	ringsForCell,
	talkCell,
	triesCell,
	waitCell,
	waitedCell,
} from './caller-cells.js';
import type {CallerKind} from './caller-list.js';
import type {Present} from './people.js';

type CallerColumn = Column<Present>;

/** Callers are only shown: nothing of them is exported here. */
const words = {align: 'left', value: () => null} as const;
const figures = {align: 'right', value: () => null} as const;

const numbered: CallerColumn = {
	...words,
	key: 'caller',
	title: 'column.caller',
	least: 18,
	most: 20,
	rank: 0,
	isWanted: ({contacts}) => contacts.size === 0,
	cell: callerCell,
};

/** The same where the user has own names of numbers: they take room. */
const named: CallerColumn = {...numbered, least: 26, most: 36, isWanted: ({contacts}) => contacts.size > 0};

const queue: CallerColumn = {
	...words,
	key: 'queue',
	title: 'column.queue',
	least: 12,
	most: 22,
	rank: 2,
	cell: queueCell,
};

const columns: Readonly<Record<CallerKind, readonly CallerColumn[]>> = {
	waiting: [
		numbered,
		named,
		{...figures, key: 'wait', title: 'column.wait', least: 9, most: 9, rank: 0, cell: waitCell},
		{...words, key: 'rings', title: 'column.rings', least: 14, most: 30, rank: 1, cell: ringsCell},
		{...figures, key: 'ringsFor', title: 'column.ringsFor', least: 7, most: 7, rank: 3, cell: ringsForCell},
		queue,
		{...figures, key: 'tries', title: 'column.tries', least: 6, most: 6, rank: 4, cell: triesCell},
	],
	talking: [
		numbered,
		named,
		{...figures, key: 'talk', title: 'column.talk', least: 8, most: 8, rank: 0, cell: talkCell},
		{...words, key: 'agent', title: 'column.agent', least: 12, most: 30, rank: 1, cell: agentCell},
		queue,
		{...figures, key: 'waited', title: 'column.waited', least: 7, most: 7, rank: 3, cell: waitedCell},
	],
};

const ofOneQueue: typeof columns = {
	waiting: columns.waiting.filter(column => column !== queue),
	talking: columns.talking.filter(column => column !== queue),
};

/** The columns of those who wait or talk; of one queue only, its name stands in the heading. */
export const callerColumns = (kind: CallerKind, isOneQueue: boolean): readonly CallerColumn[] =>
	(isOneQueue ? ofOneQueue : columns)[kind];

/** What stands where there is nobody. */
export const nobody: Readonly<Record<CallerKind, TextKey>> = {
	waiting: 'queues.nobodyWaits',
	talking: 'queues.nobodyTalks',
};
