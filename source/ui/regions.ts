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

export type Regions = {
	/** Puts each where the layout wants it. */
	place(layout: Layout): void;
	/** Takes all of them from the screen. */
	clear(): void;
};

/** The painted regions. */
export const createRegions = ({scene, screen, list, log}: RegionsOptions): Regions => {
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
	return {
		place(layout) {
			for (const [name, {painter, place}] of Object.entries(regions)) {
				const rectangle = place(layout);
				screen.setRegion(name, rectangle && {rectangle, painter});
			}
		},
		clear() {
			for (const name of Object.keys(regions)) screen.setRegion(name, undefined);
		},
	};
};

const inPanel =
	(name: keyof Layout['panels']) =>
	({panels}: Layout): Rectangle | undefined => {
		const rectangle = panels[name];
		return rectangle && insideOf(rectangle);
	};
