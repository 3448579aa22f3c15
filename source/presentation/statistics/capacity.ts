import type {Board} from '../../domain/board.js';

/** How many calls all lines can hold at once, as far as the service told. */
export type Capacity = {
	/** Calls; null when it is known of no line. */
	readonly calls: number | null;
	/** Of how many lines it is known, and how many there are. */
	readonly known: number;
	readonly lines: number;
};

/** Reckoned anew for another table only: lines change with every call. */
const reckoned = new WeakMap<Board['lines'], Capacity>();

export const capacityOf = (lines: Board['lines']): Capacity => {
	const before = reckoned.get(lines);
	if (before) return before;
	let [calls, known] = [0, 0];
	for (const {simultaneousLines} of lines.values()) {
		if (simultaneousLines === null) continue;
		calls += simultaneousLines;
		known += 1;
	}
	const capacity = {calls: known === 0 ? null : calls, known, lines: lines.size};
	reckoned.set(lines, capacity);
	return capacity;
};
