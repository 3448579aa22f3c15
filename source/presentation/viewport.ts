/** Which part of a list is shown: from `first`, `count` of `total`. */
export type Viewport = {readonly first: number; readonly count: number; readonly total: number};

/** The part that keeps the selected item in sight, moved no further than needed from the top. */
export const viewportAround = (
	selected: number,
	{total, page}: {readonly total: number; readonly page: number},
): Viewport => {
	const count = Math.min(page, total);
	const first = Math.max(0, Math.min(selected - page + 1, total - count));
	return {first, count, total};
};

/** Moves in a list of known order: from the current item by so many, never past an end. Without one, from the start. */
export const moveIn = <Item>(
	items: readonly Item[],
	{from, by}: {readonly from: Item | null; readonly by: number},
): Item | null => {
	if (items.length === 0) return null;
	const index = from === null ? -1 : items.indexOf(from);
	if (index === -1)
		return items.at(by === Number.POSITIVE_INFINITY || (Number.isFinite(by) && by < 0) ? -1 : 0) ?? null;
	return items[Math.max(0, Math.min(items.length - 1, index + by))] ?? null;
};
