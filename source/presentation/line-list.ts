import type {Board} from '../domain/board.js';
import {type Line, shownCall} from '../domain/line.js';
import {createFilter, everything} from './filter.js';
import {lineName} from './lines.js';
import {compareNames} from './name-order.js';

/** Which lines are wanted; `filter` as typed. */
export type LineQuery = {readonly filter: string; readonly onlyActive: boolean};

export type LineList = (board: Pick<Board, 'lines'>, query: LineQuery) => readonly Line[];

type Kept = LineQuery & {readonly lines: Board['lines']; readonly list: readonly Line[]};

/**
Lists lines, busy ones first, each part by name. Sorting a thousand names costs more than a frame may, so the order by
name is kept until a line or a name is added; the whole list is, while nobody asks for another.
*/
export const createLineList = (): LineList => {
	let byName: readonly Line[] = [];
	let kept: Kept | undefined;
	return ({lines}, {filter, onlyActive}) => {
		if (kept?.lines === lines && kept.filter === filter && kept.onlyActive === onlyActive) return kept.list;
		byName = stillInOrder(byName, lines) ?? sortByName(lines);
		kept = {lines, filter, onlyActive, list: select(byName, {filter, onlyActive})};
		return kept.list;
	};
};

const select = (byName: readonly Line[], {filter, onlyActive}: LineQuery): readonly Line[] => {
	const passes = createFilter(filter);
	const shown = passes === everything ? byName : byName.filter(line => passes(searchTexts(line)));
	const busy: Line[] = [];
	const others: Line[] = [];
	for (const line of shown) (shownCall(line) ? busy : others).push(line);
	return onlyActive ? busy : busy.concat(others);
};

const sortByName = (lines: Board['lines']): readonly Line[] =>
	[...lines.values()].sort((one, other) => compareNames(lineName(one), lineName(other)));

/** The same lines as they are now, if none was added and none renamed. */
const stillInOrder = (byName: readonly Line[], lines: Board['lines']): readonly Line[] | undefined => {
	if (byName.length !== lines.size) return undefined;
	const current: Line[] = [];
	for (const line of byName) {
		const now = lines.get(line.number);
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
