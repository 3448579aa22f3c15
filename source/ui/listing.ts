import {gridFor} from '../presentation/grid.js';
import {insideOf, layoutOf, type Rectangle, type Size} from '../presentation/layout.js';
import type {LineList} from '../presentation/line-list.js';
import type {LogListing} from './log-listing.js';
import type {NamedCommand} from './palette.js';
import type {Listing} from './reduce-ui.js';
import type {Scene} from './scene.js';

export type ListingOptions = {
	readonly scene: Scene;
	readonly screen: Size;
	readonly list: LineList;
	readonly log: LogListing;
	readonly commands: readonly NamedCommand[];
};

/** What moves need to know of what is listed, looked up when a key moves something. */
export const createListing = ({scene, screen, list, log, commands}: ListingOptions): Listing => {
	const lines = () => {
		const {filter, onlyActive} = scene.ui();
		return list(scene.moment().board, {filter, onlyActive});
	};
	const inside = (panel: 'lines' | 'log'): Rectangle => {
		const {lines: known, queues} = scene.moment().board;
		const {panels} = layoutOf(screen, {view: scene.ui().view, lines: known.size, queues: queues.size});
		return insideOf(panels[panel] ?? {row: 0, column: 0, rows: 0, columns: 0});
	};
	const grid = () => gridFor(lines().length, inside('lines'));
	return {
		lines: () => lines().map(({number}) => number),
		log: () => log.matching(scene.moment().board).map(({sequence}) => sequence),
		perRow: () => grid().columns,
		pageRows: () => (scene.ui().view === 'log' ? inside('log').rows : grid().tileRows),
		commands: () => commands,
	};
};
