import {insideOf, layoutOf, type PanelName, type Rectangle, type Size} from '../presentation/layout.js';
import type {Scene} from './scene.js';

const nowhere: Rectangle = {row: 0, column: 0, rows: 0, columns: 0};

/** The inside of a panel as the screen is divided now. */
export const createInside =
	(scene: Scene, screen: Size): ((panel: PanelName) => Rectangle) =>
	panel => {
		const {lines, queues} = scene.moment().board;
		const {view, overlay} = scene.ui();
		const wanted = {view, lines: lines.size, queues: queues.size, hasDetails: overlay === 'details'};
		return insideOf(layoutOf(screen, wanted).panels[panel] ?? nowhere);
	};
