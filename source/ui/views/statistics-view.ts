import {formatSpan} from '../../presentation/format.js';
import {nameOf} from '../../presentation/names.js';
import type {Day} from '../../presentation/statistics/day.js';
import {trendPlaces} from '../../presentation/statistics/trend-rows.js';
import type {Style} from '../../presentation/style.js';
import {exportRows} from '../../presentation/table/rows.js';
import {createHoursPainter, fittingHours} from '../painters/hours-painter.js';
import {createTrendPainter, trendParts} from '../painters/trend-painter.js';
import {headingOf} from './heading-note.js';
import {createStatisticsParts, type StatisticsParts} from './statistics-parts.js';
import {type Heading, plainListing, type View, type ViewOptions} from './view.js';

/** The day by the hour: moves choose all queues or one in the panel above, the table below follows. */
export const createStatisticsView = (options: ViewOptions): View => {
	const {scene, inside} = options;
	const parts = createStatisticsParts(scene);
	return {
		listing: {
			...plainListing,
			keys: parts.keys,
			pageRows: () => Math.max(1, trendParts(inside('trend').rows, parts.keys().length).list),
			columns: () => parts.hours().table.columns.map(({key}) => key),
			// Without the row of the day: who adds up a column would count everything twice.
			exported() {
				const {rows, table, style} = parts.hours();
				return exportRows(rows, table, style);
			},
		},
		panels: {
			trend: {painter: createTrendPainter({scene, parts}), heading: () => trendHeading(options, parts)},
			hours: {painter: createHoursPainter({scene, hours: parts.hours}), heading: () => hoursHeading(options, parts)},
		},
	};
};

const trendHeading = ({scene, inside}: ViewOptions, parts: StatisticsParts): Heading => {
	const {messages, symbols} = scene;
	const {columns} = inside('trend');
	const axis = parts.axis(trendPlaces(columns).curve);
	const step = axis === null ? [] : [messages['statistics.step'](formatSpan(axis.sizeMs, messages))];
	return headingOf(messages['statistics.trend'], [...step, messages['statistics.ownMax']], {columns, symbols});
};

const hoursHeading = ({scene, inside}: ViewOptions, parts: StatisticsParts): Heading => {
	const {messages, symbols} = scene;
	const {rows, columns} = inside('hours');
	const day = parts.selected();
	const shown = parts.hours();
	const fitting = fittingHours(shown, rows).length;
	const remarks = [
		fitting < shown.rows.length && messages['statistics.shown'](fitting, shown.rows.length),
		messages['statistics.counting'],
		capacityWords(day, shown.style),
	].filter(remark => remark !== false);
	return headingOf(messages['statistics.hours'](dayName(day, scene.style())), remarks, {columns, symbols});
};

const dayName = ({queue}: Day, style: Style): string =>
	queue === null ? style.messages['statistics.allQueues'] : nameOf(queue.number, style);

/** What simultaneous calls are held against. */
const capacityWords = ({load}: Day, {messages}: Style): string | false => {
	if (load === null || load.capacity.calls === null) return false;
	const {calls, known, lines} = load.capacity;
	return known === lines
		? messages['statistics.capacity'](calls)
		: messages['statistics.capacityOf'](calls, known, lines);
};
