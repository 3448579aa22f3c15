import type {Block, Row} from '../../presentation/cells.js';
import {chartsOf} from '../../presentation/statistics/charts.js';
import {dayOf} from '../../presentation/statistics/day.js';
import {type Axis, slotsOf} from '../../presentation/statistics/slots.js';
import {type TrendPlaces, trendHeading, trendPlaces, trendRow} from '../../presentation/statistics/trend-rows.js';
import {viewportAround} from '../../presentation/viewport.js';
import type {Canvas, Painter} from '../../terminal/canvas.js';
import {createMemory} from '../remember.js';
import type {Scene} from '../scene.js';
import {basisOf, dayBasis, type StatisticsParts} from '../views/statistics-parts.js';
import {createBlockPainter} from './block-painter.js';

/** With this many rows left below the list a chart is drawn, with a blank row above it. */
const chartRows = 8;
/** Where charts are drawn the list gets this many rows at least. */
const listRows = 3;

/** How the inside is divided between the list of queues and the charts. */
export const trendParts = (rows: number, queues: number): {readonly list: number; readonly charts: number} => {
	const list = Math.min(queues, Math.max(listRows, rows - 2 - chartRows));
	const charts = rows - 2 - list;
	return charts >= chartRows ? {list, charts} : {list: Math.max(0, rows - 1), charts: 0};
};

type Options = {readonly scene: Scene; readonly parts: StatisticsParts};

/** The course of the day: a line for all queues and for each, and where there is room the selected one in bars. */
export const createTrendPainter = (options: Options): Painter => {
	const {scene, parts} = options;
	const lineOf = createLines(options);
	const drawCharts = createCharts(options);
	const headings = createMemory<readonly Row[]>();
	return createBlockPainter(canvas => {
		const width = canvas.columns;
		const places = trendPlaces(width);
		const axis = parts.axis(places.curve);
		const keys = parts.keys();
		const {list, charts} = trendParts(canvas.rows, keys.length);
		const at = Math.max(0, keys.indexOf(parts.selected().key));
		const {first, count} = viewportAround(at, {total: keys.length, page: list});
		const heading = headings([axis, width], () => [
			trendHeading(axis === null ? [] : slotsOf(parts.selected(), axis, parts.cover()), {...scene, places}),
		]);
		const lines = keys
			.slice(first, first + count)
			.map((key, index): Block => ({...lineOf(key, axis, places), row: 1 + index, column: 0, width}));
		const bars = charts === 0 ? [] : drawCharts(canvas, canvas.rows - charts);
		const blocks = [{about: null, row: 0, column: 0, width, rows: heading}, ...lines, ...bars];
		return {blocks, now: scene.moment().now, look: scene.look()};
	});
};

type Line = Pick<Block, 'about' | 'rows'>;

/** One line of the list; made anew when its day changed. */
const createLines = ({scene, parts}: Options) => {
	const known = new Map<string, ReturnType<typeof createMemory<Line>>>();
	return (key: string, axis: Axis | null, places: TrendPlaces): Line => {
		const day = dayOf(scene.moment().board, key);
		const isSelected = scene.ui().cursors.statistics === key;
		const memory = known.get(key) ?? createMemory<Line>();
		known.set(key, memory);
		const basis = [...basisOf(scene), ...dayBasis(day), axis, scene.names(), isSelected, places.width];
		return memory(basis, () => {
			const slots = axis === null ? [] : slotsOf(day, axis, parts.cover());
			return {about: day.about, rows: [trendRow(day, slots, {style: scene.style(), places, isSelected})]};
		});
	};
};

/** The day of the selected one in bars. */
const createCharts = ({scene, parts}: Options) => {
	const remember = createMemory<readonly Block[]>();
	return (canvas: Canvas, row: number): readonly Block[] => {
		const {columns: width, rows} = canvas;
		const day = parts.selected();
		return remember([...basisOf(scene), ...dayBasis(day), width, rows, row], () => {
			const place = {width, rows: rows - row};
			const drawn = chartsOf(day, {style: scene.style(), place, cover: parts.cover(), axis: parts.axis});
			return [{about: day.about, row, column: 0, width, rows: drawn}];
		});
	};
};
