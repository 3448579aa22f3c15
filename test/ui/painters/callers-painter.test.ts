import {describe, expect, it} from 'vitest';
import type {Board} from '../../../source/domain/board.js';
import {defaultServiceLevel} from '../../../source/domain/figures.js';
import {callerId, queueNumber} from '../../../source/domain/units.js';
import {messagesFor} from '../../../source/i18n/languages.js';
import {unicode} from '../../../source/presentation/symbols.js';
import {createStore} from '../../../source/runtime/store.js';
import {createCanvas} from '../../../source/terminal/canvas.js';
import {createCells, glyphOf} from '../../../source/terminal/cells.js';
import {createGlyphs} from '../../../source/terminal/glyphs.js';
import {createCallersPainter} from '../../../source/ui/painters/callers-painter.js';
import {createScene} from '../../../source/ui/scene.js';
import {themes} from '../../../source/ui/theme.js';
import {firstUi} from '../../../source/ui/ui-state.js';
import {createCallers} from '../../../source/ui/views/callers.js';
import {at, left} from '../../helpers/builders.js';
import {createManualClock} from '../../helpers/manual-clock.js';
import {manyQueues} from '../../helpers/queues-board.js';

/** Tells how often somebody's own name was looked up: once for each row that is made. */
class CountedNames extends Map<string, string> {
	lookedUp = 0;

	override get(number: string): string | undefined {
		this.lookedUp += 1;
		return super.get(number);
	}
}

const painted = (board: Board, [columns, rows]: readonly [number, number]) => {
	const store = createStore(() => {}, board);
	const clock = createManualClock(at(0));
	const contacts = new CountedNames();
	const scene = createScene({
		reader: store,
		clock,
		messages: messagesFor('en'),
		symbols: unicode,
		theme: themes.dark,
		ui: {...firstUi, view: 'queues'},
		contacts,
		rule: defaultServiceLevel,
		rawOf: () => undefined,
	});
	const shown = createCallers({scene, kind: 'waiting', selected: () => null});
	const painter = createCallersPainter({scene, kind: 'waiting', shown});
	const cells = createCells(columns, rows);
	const canvas = createCanvas(cells, createGlyphs());
	canvas.declareBlank({blank: true});
	/** Draws, and tells how many names were looked up for it. */
	const paint = (): number => {
		const before = contacts.lookedUp;
		painter(canvas);
		canvas.declareBlank({blank: false});
		return contacts.lookedUp - before;
	};
	const lines = (): readonly string[] =>
		Array.from({length: rows}, (_, row) =>
			[...cells.values.subarray(row * columns, (row + 1) * columns)]
				.map(cell => String.fromCharCode(glyphOf(cell)))
				.join('')
				.trimEnd(),
		);
	const pass = (milliseconds: number): void => {
		clock.advance(milliseconds);
		scene.tick();
	};
	return {paint, lines, store, pass};
};

/** A caller, their queue: no row looks up more names than these a few times. */
const perRow = 4;

describe('the painter of callers', () => {
	it.each([
		[1, ['  06 10 00 00 00']],
		[2, ['  06 10 00 00 00', '… and 499 more']],
		[3, ['  06 10 00 00 00', '  06 10 00 00 01', '… and 498 more']],
		[4, ['CALLER', '  06 10 00 00 00', '  06 10 00 00 01', '… and 498 more']],
	])('in %i rows shows what matters most', (rows, wanted) => {
		const {paint, lines} = painted(manyQueues(60, 500), [60, rows]);
		paint();
		expect(lines().map(line => /^( *\S.*?)( {2,}|$)/.exec(line)?.[1])).toEqual(wanted);
	});

	it('shows all of them where they just fit', () => {
		const {paint, lines} = painted(manyQueues(2, 4), [60, 5]);
		paint();
		expect(lines().at(-1)).toMatch(/^ {2}06 10 00 00 03/);
	});

	it('makes the rows in sight, not those of five hundred', () => {
		const {paint} = painted(manyQueues(60, 500), [60, 10]);
		const made = paint();
		expect(made).toBeGreaterThanOrEqual(8);
		expect(made).toBeLessThanOrEqual(8 * perRow);
	});

	it('makes none when only time went on, and one when one comes into sight', () => {
		const {paint, lines, store, pass} = painted(manyQueues(60, 500), [60, 10]);
		paint();
		pass(1000);
		expect(paint()).toBe(0);
		expect(lines()[1]).toMatch(/08:21/);
		store.dispatch([left(1, {callerId: callerId('waits 0'), number: queueNumber('0033199020000')})]);
		store.flush();
		const made = paint();
		expect(made).toBeGreaterThanOrEqual(1);
		expect(made).toBeLessThanOrEqual(perRow);
		expect(lines()[1]).toMatch(/^ {2}06 10 00 00 01/);
	});
});
