import {insideOf, type Layout, type Rectangle} from '../presentation/layout.js';
import type {LineList} from '../presentation/line-list.js';
import type {Painter} from '../terminal/canvas.js';
import type {Screen} from '../terminal/screen.js';
import type {LogListing} from './log-listing.js';
import {createFiguresPainter, createTitlePainter} from './painters/header-painter.js';
import {createLinesPainter} from './painters/lines-painter.js';
import {createLogPainter} from './painters/log-painter.js';
import {createQueuesPainter} from './painters/queues-painter.js';
import type {Scene} from './scene.js';

type RegionsOptions = {
	readonly scene: Scene;
	readonly screen: Pick<Screen, 'setRegion'>;
	readonly list: LineList;
	readonly log: LogListing;
};

type Region = {readonly painter: Painter; readonly place: (layout: Layout) => Rectangle | undefined};

/** The painted regions and where each of them goes in a layout. */
export const createRegions = ({scene, screen, list, log}: RegionsOptions): ((layout: Layout) => void) => {
	const regions: Readonly<Record<string, Region>> = {
		title: {painter: createTitlePainter(scene), place: ({header}) => ({...header, rows: 1})},
		figures: {
			painter: createFiguresPainter(scene),
			place: ({header, figures}) => figures ?? {...header, row: 1, rows: 1},
		},
		lines: {painter: createLinesPainter({scene, list}), place: inPanel('lines')},
		queues: {painter: createQueuesPainter(scene), place: inPanel('queues')},
		log: {painter: createLogPainter({scene, log}), place: inPanel('log')},
	};
	return layout => {
		for (const [name, {painter, place}] of Object.entries(regions)) {
			const rectangle = place(layout);
			screen.setRegion(name, rectangle && {rectangle, painter});
		}
	};
};

const inPanel =
	(name: keyof Layout['panels']) =>
	({panels}: Layout): Rectangle | undefined => {
		const rectangle = panels[name];
		return rectangle && insideOf(rectangle);
	};
