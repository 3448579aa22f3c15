import type {PanelName} from '../../presentation/layout.js';
import type {LineList} from '../../presentation/line-list.js';
import type {ViewName} from '../../presentation/views.js';
import {createDetailsPanel, type DetailsPanel} from '../details/details-panel.js';
import type {LogListing} from '../log-listing.js';
import {createAgentsView} from './agents-view.js';
import {createCallsView} from './calls-view.js';
import {createLogView} from './log-view.js';
import {createLostView} from './lost-view.js';
import {createOverviewView} from './overview-view.js';
import {createQueuesView} from './queues-view.js';
import {createStatisticsView} from './statistics-view.js';
import type {Panel, View, ViewOptions} from './view.js';

export type Views = {
	readonly byName: Readonly<Record<ViewName, View>>;
	readonly details: DetailsPanel;
	/** The panels of all views, each once. */
	readonly panels: Readonly<Record<PanelName, Panel>>;
};

/** The one list of the views' parts. */
export const createViews = (
	options: ViewOptions,
	{list, log}: {readonly list: LineList; readonly log: LogListing},
): Views => {
	const byName: Readonly<Record<ViewName, View>> = {
		overview: createOverviewView(options, list),
		queues: createQueuesView(options),
		calls: createCallsView(options),
		agents: createAgentsView(options),
		log: createLogView(options, log),
		statistics: createStatisticsView(options),
		lost: createLostView(options),
	};
	const details = createDetailsPanel(options);
	const panels = Object.assign({details: details.panel}, ...Object.values(byName).map(view => view.panels));
	return {byName, details, panels};
};
