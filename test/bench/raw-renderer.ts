import type {Board} from '../../source/domain/board.js';
import type {EpochMs} from '../../source/domain/units.js';
import {insideOf, type Layout, layoutOf} from '../../source/presentation/layout.js';
import {createRawCells} from './raw-cells.js';
import {drawFigures, drawFrames, drawTitle} from './raw-frames.js';
import {drawLog} from './raw-log.js';
import {rawStyles} from './raw-look.js';
import {drawQueues} from './raw-queues.js';
import {createRawTiles} from './raw-tiles.js';
import {type CreateRenderer, drawWhenNeeded} from './renderer.js';

/**
The floor: the same screen written by hand for this one view, straight from the board into cells and from cells to bytes.
No Ink, no rows, no layers; a line whose state is the same as before costs its timer.
*/
export const createRawRenderer: CreateRenderer = async stage => {
	const {scale, reader, clock, write} = stage;
	const cells = createRawCells({...scale, styles: rawStyles});
	const tiles = createRawTiles(cells);
	let layout: Layout | undefined;
	let counts = '';
	let drawn: Board | undefined;
	let drawnAt = -1;
	const placeFor = (board: Board): Layout => {
		const next = layoutOf(scale, {view: 'overview', lines: board.lines.size, queues: board.queues.size});
		drawFrames(cells, {layout: next, board});
		return next;
	};
	const paint = (board: Board, now: EpochMs): void => {
		const wanted = `${board.lines.size} ${board.queues.size}`;
		if (wanted !== counts || !layout) layout = placeFor(board);
		counts = wanted;
		const {lines, queues, log} = layout.panels;
		const seconds = Math.floor(now / 1000);
		drawTitle(cells, {board, now, columns: scale.columns});
		drawFigures(cells, {board, now, columns: scale.columns});
		if (lines) tiles(board, {now, area: insideOf(lines)});
		if (queues && (drawn?.queues !== board.queues || drawnAt !== seconds))
			drawQueues(cells, {board, now, area: insideOf(queues)});
		if (log && drawn?.log !== board.log) drawLog(cells, {board, area: insideOf(log)});
		drawn = board;
		drawnAt = seconds;
	};
	const draw = (): void => {
		paint(reader.getSnapshot(), clock.now());
		write(cells.flush());
	};
	if (stage.isLive) drawWhenNeeded(stage, draw);
	draw();
	return {draw};
};
