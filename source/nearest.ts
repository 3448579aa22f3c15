/** What somebody may have meant. */

/** The known name nearest to a mistyped one; undefined when none is near. Case, dashes and underscores do not count. */
export const nearest = (text: string, known: readonly string[]): string | undefined => {
	const typed = plain(text);
	if (typed === '' || typed.length > longestName) return undefined;
	const [best] = known
		.map(name => ({name, distance: distance(typed, plain(name))}))
		.filter(({name, distance}) => distance <= Math.max(1, Math.floor(Math.min(typed.length, name.length) / 3)))
		.sort((one, other) => one.distance - other.distance);
	return best?.name;
};

/** No name is as long, and the work grows with the length. */
const longestName = 40;

const plain = (text: string): string => text.toLowerCase().replace(/[-_]/g, '');

/** How many letters have to be put in, taken out, replaced, or swapped with the next one (Damerau, 1964). */
const distance = (from: string, to: string): number => {
	const column = [...to];
	let beforeLast: readonly number[] = [];
	let last: readonly number[] = [0, ...column.map((_letter, index) => index + 1)];
	for (const [row, letter] of [...from].entries()) {
		const current = [row + 1];
		for (const [index, other] of column.entries()) {
			const replaced = at(last, index) + (letter === other ? 0 : 1);
			const isSwapped = letter === column[index - 1] && other === from[row - 1];
			const swapped = isSwapped ? at(beforeLast, index - 1) + 1 : replaced;
			current.push(Math.min(at(last, index + 1) + 1, at(current, index) + 1, replaced, swapped));
		}
		beforeLast = last;
		last = current;
	}
	return at(last, column.length);
};

const at = (distances: readonly number[], index: number): number => distances[index] ?? Number.POSITIVE_INFINITY;
