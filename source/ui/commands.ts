import type {PopSubject, ShownPops} from '../presentation/pop/pops.js';
import type {Exported} from '../presentation/table/table.js';
import type {ViewName} from '../presentation/views.js';
import type {PopForm, PopValues} from './pop-form.js';
import type {Overlay, PaletteProblem, TokenProblem} from './ui-state.js';

export type ExportForm = 'csv' | 'json';

/** Everything that keys and names can ask for. Each kind is taken by the screen's state, by an effect outside, or by both. */
export type Command =
	| {readonly type: 'view.show'; readonly view: ViewName}
	| {readonly type: 'view.next'; readonly by: 1 | -1}
	| {readonly type: 'overlay.open'; readonly overlay: Overlay}
	| {readonly type: 'overlay.close'}
	/** Into what is typed into: filter, palette, token or a field of a form. */
	| {readonly type: 'prompt.type'; readonly text: string}
	| {readonly type: 'prompt.erase'}
	| {readonly type: 'prompt.wipe'}
	| {readonly type: 'filter.set'; readonly text: string}
	| {readonly type: 'filter.clear'}
	| {readonly type: 'palette.choose'; readonly by: 1 | -1}
	| {readonly type: 'palette.complete'}
	| {readonly type: 'palette.run'}
	| {readonly type: 'palette.refuse'; readonly problem: PaletteProblem}
	| {readonly type: 'token.submit'}
	/** How long the token is by now. */
	| {readonly type: 'token.typed'; readonly length: number}
	| {readonly type: 'token.refuse'; readonly problem: TokenProblem}
	/** A token of the right form is to be tried, and used from now on if it is good. */
	| {readonly type: 'token.change'; readonly text: string}
	/** In the form of the screen pop: to another field, along a text or to another choice, away with it. */
	| {readonly type: 'pop.move'; readonly by: 1 | -1}
	| {readonly type: 'pop.turn'; readonly by: number}
	| {readonly type: 'pop.submit'; readonly to: 'try' | 'save'}
	| {readonly type: 'pop.set'; readonly form: PopForm}
	/** A made-up call is to fire by these values; they are to hold from now on. */
	| {readonly type: 'pop.try'; readonly values: PopValues}
	| {readonly type: 'pop.save'; readonly values: PopValues}
	| {readonly type: 'feed.retry'}
	| {readonly type: 'active.toggle'}
	| {readonly type: 'cursor.move'; readonly by: number; readonly unit: 'item' | 'row' | 'page'}
	| {readonly type: 'sort.choose'; readonly by: 1 | -1}
	| {readonly type: 'sort.invert'}
	| {readonly type: 'window.choose'; readonly by: 1 | -1}
	| {readonly type: 'log.kind'; readonly by: 1 | -1}
	| {readonly type: 'log.registered'}
	/** Of what is selected; without a selection, of what stands first. */
	| {readonly type: 'details.open'}
	| {readonly type: 'details.move'; readonly by: number; readonly unit: 'item' | 'row' | 'page'}
	| {readonly type: 'details.raw'}
	/** The lost caller selected is dealt with, or after all is not. */
	| {readonly type: 'loss.tick'}
	| {readonly type: 'loss.set'; readonly key: string; readonly isDone: boolean}
	/** Writes the table that is shown to a file. */
	| {readonly type: 'table.export'; readonly form: ExportForm}
	| {readonly type: 'table.save'; readonly table: Exported; readonly form: ExportForm}
	/** The screen pop fires for the call selected; null: none is. */
	| {readonly type: 'call.open'}
	| {readonly type: 'call.fire'; readonly subject: PopSubject | null}
	/** The address that is shown or offered, or the number selected, goes to the terminal's clipboard. */
	| {readonly type: 'number.copy'}
	| {readonly type: 'text.copy'; readonly text: string | null; readonly isAddress: boolean}
	/** The screen pop has something else to show. */
	| {readonly type: 'pops.follow'; readonly pops: ShownPops}
	| {readonly type: 'pops.dismiss'; readonly what: 'page' | 'offer'}
	| {readonly type: 'page.move'; readonly by: number; readonly unit: 'item' | 'row' | 'page'}
	/** What came of something asked for; null: it has been read. */
	| {readonly type: 'notice.show'; readonly text: string | null}
	| {readonly type: 'pause.toggle'}
	| {readonly type: 'board.reset'}
	| {readonly type: 'screen.redraw'}
	| {readonly type: 'board.quit'}
	| {readonly type: 'board.interrupt'};
