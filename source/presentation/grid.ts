/** How the tiles of the lines fill a rectangle. */
export type Grid = {
	readonly columns: number;
	/** Rows of tiles that can be seen at once. */
	readonly tileRows: number;
	/** Width of a tile without the gap to the next. */
	readonly tileWidth: number;
	/** Terminal rows from one tile to the next below it: 2, or 3 when there is room to breathe. */
	readonly pitch: number;
};

/** A tile narrower than this cannot show a number, one wider tears name and time apart. */
const narrowest = 20;
const widest = 40;
/** Between two tiles: blank, line, blank. */
export const gap = 3;

/** The airiest grid that shows all tiles; when none does, the one that shows most. */
export const gridFor = (total: number, {columns, rows}: {readonly columns: number; readonly rows: number}): Grid => {
	const fewest = Math.max(1, Math.ceil((columns + gap) / (widest + gap)));
	const most = Math.max(fewest, Math.floor((columns + gap) / (narrowest + gap)));
	for (const pitch of [3, 2]) {
		for (let count = fewest; count <= most; count++) {
			const grid = gridOf(count, {pitch, columns, rows});
			if (grid.columns * grid.tileRows >= total) return grid;
		}
	}
	return gridOf(most, {pitch: 2, columns, rows});
};

type Space = {readonly pitch: number; readonly columns: number; readonly rows: number};

const gridOf = (count: number, {pitch, columns, rows}: Space): Grid => ({
	columns: count,
	tileRows: Math.max(1, Math.floor((rows + pitch - 2) / pitch)),
	tileWidth: Math.floor((columns - gap * (count - 1)) / count),
	pitch,
});

/** Terminal rows that show all tiles at this width: in the airiest grid that fits into `most`, else in the closest. */
export const rowsWanted = (
	total: number,
	{columns, most}: {readonly columns: number; readonly most: number},
): number => {
	const grid = gridFor(total, {columns, rows: most});
	return Math.min(most, Math.ceil(total / grid.columns) * grid.pitch - (grid.pitch - 2));
};
