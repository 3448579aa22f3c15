import {gridFor} from '../../presentation/grid.js';
import {insideOf, type Layout, type PanelName, type Rectangle} from '../../presentation/layout.js';
import type {LineList} from '../../presentation/line-list.js';
import {useBoard, useScene, useUi} from '../environment.js';
import type {LogListing} from '../log-listing.js';
import {Panel} from './panel.js';

export type PanelsProps = {readonly layout: Layout; readonly list: LineList; readonly log: LogListing};

type Props = {readonly rectangle: Rectangle; readonly list: LineList; readonly log: LogListing};

const LinesPanel = ({rectangle, list}: Props) => {
	const {messages, symbols} = useScene();
	const {filter, onlyActive} = useUi();
	const count = useBoard(board => list(board, {filter, onlyActive}).length);
	const grid = gridFor(count, insideOf(rectangle));
	const room = grid.columns * grid.tileRows;
	const order = messages[onlyActive ? 'lines.onlyActive' : 'lines.order'];
	const note = count > room ? `${order} ${symbols.dot} ${messages['lines.shown'](room)}` : order;
	return <Panel rectangle={rectangle} title={`${messages['lines.title']} ${count}`} note={note} />;
};

const QueuesPanel = ({rectangle}: Props) => {
	const {messages} = useScene();
	const count = useBoard(board => board.queues.size);
	return <Panel rectangle={rectangle} title={`${messages['queues.title']} ${count}`} note="" />;
};

const LogPanel = ({rectangle, log}: Props) => {
	const {messages} = useScene();
	const {logAnchor} = useUi();
	const newer = useBoard(board =>
		logAnchor === null ? 0 : log.matching(board).filter(({sequence}) => sequence > logAnchor).length,
	);
	const note = logAnchor === null ? messages['log.following'] : messages['log.scrolled'](newer);
	return <Panel rectangle={rectangle} title={messages['log.title']} note={note} />;
};

const panels = {lines: LinesPanel, queues: QueuesPanel, log: LogPanel} as const satisfies Record<PanelName, unknown>;

/** The panels that the layout has room for. */
export const Panels = ({layout, list, log}: PanelsProps) =>
	(Object.keys(panels) as readonly PanelName[]).map(name => {
		const rectangle = layout.panels[name];
		const Named = panels[name];
		return rectangle ? <Named key={name} rectangle={rectangle} list={list} log={log} /> : null;
	});
