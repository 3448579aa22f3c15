import {lineNumber} from '../../domain/units.js';
import {gridFor} from '../../presentation/grid.js';
import type {LineList} from '../../presentation/line-list.js';
import {createLinesPainter} from '../painters/lines-painter.js';
import {createQueuesPainter} from '../painters/queues-painter.js';
import {plainListing, type View, type ViewOptions} from './view.js';

/** Lines, queues and log side by side; moves go through the lines. */
export const createOverviewView = ({scene, inside}: ViewOptions, list: LineList): View => {
	const lines = () => list(scene.moment().board, scene.ui());
	const grid = () => gridFor(lines().length, inside('lines'));
	return {
		listing: {
			...plainListing,
			keys: () => lines().map(({number}) => number),
			perRow: () => grid().columns,
			pageRows: () => grid().tileRows,
			subjectOf: key => ({kind: 'line', number: lineNumber(key)}),
		},
		panels: {
			lines: {
				painter: createLinesPainter({scene, list}),
				heading: () => {
					const {messages, symbols} = scene;
					const count = lines().length;
					const {columns, tileRows} = grid();
					const room = columns * tileRows;
					const order = messages[scene.ui().onlyActive ? 'lines.onlyActive' : 'lines.order'];
					const note = count > room ? `${order} ${symbols.dot} ${messages['lines.shown'](room)}` : order;
					return {title: `${messages['lines.title']} ${count}`, note};
				},
			},
			queues: {
				painter: createQueuesPainter(scene),
				heading: () => ({title: `${scene.messages['queues.title']} ${scene.moment().board.queues.size}`, note: ''}),
			},
		},
	};
};
