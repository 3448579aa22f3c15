import {minuteMs} from '../../domain/times.js';
import {type About, type Block, left, type Row, text} from '../../presentation/cells.js';
import {type Drawn, detailsRows} from '../../presentation/details/details-rows.js';
import type {Page} from '../../presentation/details/page.js';
import {createPages} from '../../presentation/details/page-of.js';
import {type DrawnRaw, rawRows} from '../../presentation/details/raw-rows.js';
import {cutTo, widthOf} from '../../presentation/width.js';
import type {DetailsListing} from '../details-listing.js';
import {createBlockPainter} from '../painters/block-painter.js';
import type {Scene} from '../scene.js';
import type {Details} from '../ui-state.js';
import type {Heading, Panel, ViewOptions} from '../views/view.js';

export type DetailsPanel = {readonly panel: Panel; readonly listing: () => DetailsListing};

const nothing: Required<DetailsListing> = {steps: 0, first: 0, pageRows: 1, raw: {most: 0, pageRows: 1}};

/** Everything known of what was selected, and its course step by step. */
export const createDetailsPanel = ({scene, inside}: ViewOptions): DetailsPanel => {
	const pageNow = createPageNow(scene);
	const draw = createDrawing(scene, pageNow);
	return {
		panel: {
			painter: createBlockPainter(({columns, rows}) => ({
				blocks: draw({columns, rows}).blocks,
				now: scene.moment().now,
				look: scene.look(),
			})),
			heading: () => {
				const size = inside('details');
				return headingOf(scene, {page: pageNow(), drawing: draw(size), width: size.columns});
			},
		},
		listing: () => {
			const page = pageNow();
			if (page === null) return nothing;
			const {steps, pageRows, raw} = draw(inside('details'));
			const last = page.ladder === null ? 0 : steps - 1;
			return {steps, first: Math.max(0, page.first ?? last), pageRows, raw};
		},
	};
};

/** The page, made anew when the parts of the board that pages are made of changed, the names, or the minute. */
const createPageNow = (scene: Scene): (() => Page | null) => {
	const makePage = createPages();
	let known: {readonly basis: readonly unknown[]; readonly page: Page} | undefined;
	return () => {
		const {details} = scene.ui();
		if (details === null) return null;
		const style = scene.style();
		const {lines, queues, agents, ended, losses, calls, log, since} = style.board;
		const entries = details.subject.kind === 'event' ? log : null;
		const minute = Math.floor(style.now / minuteMs);
		const parts = [lines, queues, agents, ended, losses, calls, entries, since];
		const basis = [details.subject, scene.names(), minute, ...parts];
		if (known && basis.every((part, index) => part === known?.basis[index])) return known.page;
		known = {basis, page: makePage(details.subject, style)};
		return known.page;
	};
};

type Size = {readonly columns: number; readonly rows: number};

type Drawing = Pick<Required<DetailsListing>, 'steps' | 'pageRows' | 'raw'> & {readonly blocks: readonly Block[]};

/** The page in its room; the same object as before while page, room and choice are the same. */
const createDrawing = (scene: Scene, pageNow: () => Page | null): ((size: Size) => Drawing) => {
	let known:
		| {readonly page: Page; readonly details: Details; readonly size: string; readonly drawing: Drawing}
		| undefined;
	return ({columns, rows}) => {
		const {details} = scene.ui();
		const page = pageNow();
		if (details === null || page === null) return {...nothing, blocks: []};
		const size = `${columns}x${rows}`;
		if (known?.page === page && known.details === details && known.size === size) return known.drawing;
		known = {page, details, size, drawing: drawingOf(page, {details, scene, columns, rows})};
		return known.drawing;
	};
};

type Making = Size & {readonly details: Details; readonly scene: Scene};

/** From this width on an event as it was received stands beside the course. */
const besideFrom = 120;

const drawingOf = (page: Page, {details, scene, columns, rows}: Making): Drawing => {
	const style = scene.style();
	const isBeside = details.isRaw && columns >= besideFrom && page.ladder !== null;
	const width = isBeside ? Math.floor((columns - gap) / 2) : columns;
	const drawn: Drawn = detailsRows(page, {width, height: rows, step: details.step, style});
	const course = drawn.rows.map((row, index) => blockOf(row, {index, column: 0, width, about: page.about}));
	const {steps, pageRows} = drawn;
	if (!details.isRaw) return {blocks: course, steps, pageRows, raw: nothing.raw};
	const column = isBeside ? width + gap : 0;
	const raw = rawOf(page, {details, scene, columns: columns - column, rows});
	const text = raw.rows.map((row, index) => blockOf(row, {index, column, width: columns - column, about: null}));
	return {blocks: isBeside ? [...course, ...text] : text, steps, pageRows, raw};
};

/** Blanks between the course and what was received. */
const gap = 3;

const rawOf = (page: Page, {details, scene, columns, rows}: Making): DrawnRaw => {
	const style = scene.style();
	const step = page.ladder?.steps[chosenStep(page, details)];
	if (step) {
		const raw = scene.rawOf(step.event);
		return rawRows({raw, step, top: details.scroll ?? 0, width: columns, height: rows, style});
	}
	const words = cutTo(style.messages['raw.none'], columns, style.symbols.cut);
	return {rows: [[left(0, columns, text(words, 'muted'))]], most: 0, pageRows: 1};
};

type Place = {readonly index: number; readonly column: number; readonly width: number; readonly about: About};

const blockOf = (row: Row, {index, column, width, about}: Place): Block => ({
	about,
	row: index,
	column,
	width,
	rows: [row],
});

type Headed = {readonly page: Page | null; readonly drawing: Drawing; readonly width: number};

const headingOf = (scene: Scene, {page, drawing, width}: Headed): Heading => {
	const {messages, symbols} = scene;
	const {details} = scene.ui();
	if (details === null || page === null) return {title: '', note: ''};
	const {up, down} = symbols.keys;
	const steps = page.ladder?.steps.length ?? 0;
	const isRaw = details.isRaw && steps > 0;
	const title = isRaw ? messages['details.title.raw'](chosenStep(page, details) + 1, steps) : page.title;
	const hasMore = drawing.steps > 1 || drawing.raw.most > 0;
	const kind = isRaw ? 'raw' : (page.ladder?.lanes.length ?? 0) > 0 ? 'steps' : 'rows';
	const note = hasMore ? messages[`details.hint.${kind}`](up, down) : '';
	// Where both have no room, the title is worth more.
	return {title: cutTo(title, Math.max(0, width - 2), symbols.cut), note: fits(title, note, width) ? note : ''};
};

const fits = (title: string, note: string, width: number): boolean => widthOf(title) + widthOf(note) + 5 <= width;

const chosenStep = ({ladder, first}: Page, {step}: Details): number => {
	const last = (ladder?.steps.length ?? 0) - 1;
	return Math.max(0, Math.min(step ?? first ?? last, last));
};
