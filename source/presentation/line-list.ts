import type {Board} from '../domain/board.js';
import type {Line} from '../domain/line.js';
import type {Filter} from './filter.js';
import {lineName} from './lines.js';

export type LineQuery = {readonly filter: Filter; readonly onlyActive: boolean};

export type LineList = (board: Board, query: LineQuery) => readonly Line[];

const collator = new Intl.Collator(undefined, {numeric: true, sensitivity: 'base'});

/**
Lists lines, busy ones first, each part by name. Sorting a thousand names costs more than a frame may, so the order by
name is kept until a line or a name is added.
*/
export const createLineList = (): LineList => {
	let byName: readonly Line[] = [];
	return (board, {filter, onlyActive}) => {
		byName = stillInOrder(byName, board) ?? sortByName(board);
		const shown = byName.filter(line => filter(searchTexts(line)));
		const busy = shown.filter(line => line.calls.size > 0);
		return onlyActive ? busy : [...busy, ...shown.filter(line => line.calls.size === 0)];
	};
};

const sortByName = (board: Board): readonly Line[] =>
	[...board.lines.values()].sort((one, other) => collator.compare(lineName(one), lineName(other)));

/** The same lines as they are now, if none was added and none renamed. */
const stillInOrder = (byName: readonly Line[], board: Board): readonly Line[] | undefined => {
	if (byName.length !== board.lines.size) return undefined;
	const current: Line[] = [];
	for (const line of byName) {
		const now = board.lines.get(line.number);
		if (!now || now.label !== line.label) return undefined;
		current.push(now);
	}
	return current;
};

const searchTexts = (line: Line): readonly string[] => [
	line.label ?? '',
	line.number,
	...[...line.calls.values()].flatMap(({from, to}) => [from, to]),
];
