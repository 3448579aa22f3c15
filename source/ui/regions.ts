import {insideOf, type Layout, type PanelName, type Rectangle} from '../presentation/layout.js';
import type {Painter} from '../terminal/canvas.js';
import type {Screen} from '../terminal/screen.js';
import {createFiguresPainter, createTitlePainter} from './painters/header-painter.js';
import {createOfferPainter} from './painters/offer-painter.js';
import type {Scene} from './scene.js';
import type {Panel} from './views/view.js';

type RegionsOptions = {
	readonly scene: Scene;
	readonly screen: Pick<Screen, 'setRegion'>;
	readonly panels: Readonly<Record<PanelName, Panel>>;
};

type Region = {readonly painter: Painter; readonly place: (layout: Layout) => Rectangle | undefined};

export type Regions = {
	/** Puts each where the layout wants it. */
	place(layout: Layout): void;
	/** Takes all of them from the screen. */
	clear(): void;
};

/** The painted regions: the header, and the inside of every panel. */
export const createRegions = ({scene, screen, panels}: RegionsOptions): Regions => {
	const regions: readonly (readonly [string, Region])[] = [
		['title', {painter: createTitlePainter(scene), place: ({header}) => ({...header, rows: 1})}],
		['figures', {painter: createFiguresPainter(scene), place: placeOfFigures}],
		...Object.entries(panels).map(([name, {painter}]) => {
			const region: Region = {painter, place: inPanel(name as PanelName)};
			return [name, region] as const;
		}),
		// Over the panels.
		['offer', {painter: createOfferPainter(scene), place: ({offer}) => offer}],
	];
	return {
		place(layout) {
			for (const [name, {painter, place}] of regions) {
				const rectangle = place(layout);
				screen.setRegion(name, rectangle && {rectangle, painter});
			}
		},
		clear() {
			for (const [name] of regions) screen.setRegion(name, undefined);
		},
	};
};

const placeOfFigures = ({header, figures}: Layout): Rectangle => figures ?? {...header, row: 1, rows: 1};

const inPanel =
	(name: PanelName) =>
	({panels}: Layout): Rectangle | undefined => {
		const rectangle = panels[name];
		return rectangle && insideOf(rectangle);
	};
