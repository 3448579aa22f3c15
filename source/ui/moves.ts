import {moveIn} from '../presentation/viewport.js';
import type {Command} from './commands.js';
import type {Listing} from './listing.js';
import type {Ui} from './ui-state.js';

type Move = Pick<Extract<Command, {type: 'cursor.move'}>, 'by' | 'unit'>;

/** Moves the selection of the view. */
export const moveSelection = (ui: Ui, {by, unit}: Move, listing: Listing): Ui => {
	const {keys, perRow, pageRows} = listing.view(ui.view);
	const size = {item: 1, row: perRow(), page: perRow() * pageRows()}[unit];
	const selected = moveIn(keys(), {from: ui.cursors[ui.view] ?? null, by: by * size});
	return selected === null ? ui : {...ui, cursors: {...ui.cursors, [ui.view]: selected}};
};

/** In the log a move scrolls; at its newest entry the log follows again. */
export const moveLog = (ui: Ui, {by, unit}: Move, listing: Listing): Ui => {
	const entries = listing.log();
	const pageRows = listing.view('log').pageRows();
	const newest = entries.at(-1) ?? null;
	const size = unit === 'page' ? pageRows : 1;
	const oldest = entries[Math.min(entries.length, pageRows) - 1] ?? null;
	const moved = moveIn(entries, {from: ui.logAnchor ?? newest, by: by * size});
	const held = moved !== null && oldest !== null && moved < oldest ? oldest : moved;
	return {...ui, logAnchor: held === newest ? null : held};
};

/** Details of what is selected; without a selection, of what stands first. */
export const openDetails = (ui: Ui, listing: Listing): Ui => {
	const {keys, subjectOf} = listing.view(ui.view);
	const key = ui.cursors[ui.view] ?? keys()[0];
	const subject = key === undefined ? null : subjectOf(key);
	if (subject === null || key === undefined) return ui;
	const cursors = ui.view === 'log' ? ui.cursors : {...ui.cursors, [ui.view]: key};
	return {...ui, cursors, overlay: 'details', details: {subject, step: null, isRaw: false}};
};

/** Moves in the ladder, never past an end. In an event as it was received, pages and ends are those of its text. */
export const moveDetails = (ui: Ui, {by, unit}: Move, listing: Listing): Ui => {
	if (ui.details === null) return ui;
	const {steps, first, pageRows, raw = {most: 0, pageRows: 1}} = listing.details();
	const {scroll = 0, ...details} = ui.details;
	if (details.isRaw && unit !== 'row') {
		const size = unit === 'page' ? raw.pageRows : 1;
		return {...ui, details: {...details, scroll: Math.max(0, Math.min(raw.most, scroll + by * size))}};
	}
	const from = Math.min(details.step ?? first, steps - 1);
	const size = unit === 'page' ? pageRows : 1;
	const step = Math.max(0, Math.min(steps - 1, from + by * size));
	// At the newest step they follow again.
	return {...ui, details: {...details, step: steps === 0 || (step === steps - 1 && first === step) ? null : step}};
};
