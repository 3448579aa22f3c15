import {describe, expect, it} from 'vitest';
import type {BoardEvent} from '../../../source/domain/event.js';
import {callerId} from '../../../source/domain/units.js';
import {alice, bridged, bruno, onCall} from '../../helpers/builders.js';
import {detailsBoard, lostStay, waitingStay} from '../../helpers/details-board.js';
import {type RenderOptions, renderBoard} from '../../helpers/render-board.js';

const down = '\u001B[B';
const up = '\u001B[A';
const pageDown = '\u001B[6~';
const home = '\u001B[H';
const end = '\u001B[F';

/** A text of forty lines with the event's name in it. */
const rawOf = ({type, at}: BoardEvent): string => JSON.stringify([type, at, ...Array.from({length: 40}, (_, n) => n)]);

const opened = (options: Partial<RenderOptions> = {}) =>
	renderBoard({
		columns: 80,
		rows: 24,
		board: detailsBoard(),
		overlay: 'details',
		details: {subject: lostStay, step: null, isRaw: false},
		rawOf,
		...options,
	});

type Shown = Awaited<ReturnType<typeof opened>>;

const textOf = (board: Shown): string => board.lines().join('\n');

describe('details', () => {
	it('open by Enter on an entry of the log, with its step chosen, and close by Escape, Enter and q', async () => {
		const board = await opened({view: 'log', overlay: null, details: null});
		for (const leave of ['\r', 'q']) {
			await board.press('\r');
			expect(board.lines()[2]).toContain('Log entry 10:14:55.0');
			await board.press(leave);
			expect(board.lines()[2]).toContain('Log');
			expect(board.effects).toEqual([]);
		}
		await board.press('\r');
		await board.escape();
		expect(board.lines()[2]).toContain('─ Log ─');
	});

	it('open on a screen too small for panels, too', async () => {
		const board = await opened({view: 'overview', columns: 40, rows: 12, overlay: null, details: null});
		await board.press('\r');
		expect(board.lines()[1]).toMatch(/^╭─ Line /);
		await board.press('q');
		expect(textOf(board)).not.toContain('╭');
	});

	it('show the chosen step as it was received, and the next one by a key', async () => {
		const board = await opened();
		await board.press('J');
		expect(textOf(board)).toContain('as received, step 12 of 12');
		expect(textOf(board)).toContain('"ringing-ended"');
		await board.press(up);
		expect(textOf(board)).toContain('as received, step 11 of 12');
		expect(textOf(board)).toContain('"caller-left"');
		await board.press('J');
		expect(textOf(board)).toContain('LOST: gives up after 42 s');
	});

	it('scroll in what was received, from its beginning to its end', async () => {
		const board = await opened();
		await board.press(`J${end}`);
		expect(board.lines()[21]).toBe(`│ ]${' '.repeat(76)}│`);
		await board.press(home);
		expect(board.lines()[4]).toContain('[');
		await board.press(pageDown);
		expect(board.lines()[4]).not.toContain('[');
		await board.press(up);
		expect(board.lines()[4]).toContain('[');
	});

	it('say that what was received is not kept', async () => {
		const board = await opened({rawOf: () => undefined});
		await board.press('J');
		expect(textOf(board)).toContain('How this event was received is not kept any more.');
	});

	it('grow with a running call, and stay where somebody chose a step', async () => {
		const board = await opened({details: {subject: waitingStay, step: null, isRaw: false}});
		expect(textOf(board)).toContain('Course · 2 steps');
		const answer = {callerId: callerId('waits'), from: '', agent: alice};
		await board.happen(bridged(1, answer));
		expect(textOf(board)).toContain('Course · 3 steps');
		expect(textOf(board)).toContain('Talks with Alice');
		await board.press(`J${up}${up}`);
		expect(textOf(board)).toContain('step 1 of 3');
		await board.happen(onCall('hold-started', 5), bridged(6, {...answer, agent: bruno}));
		expect(textOf(board)).toContain('step 1 of');
		await board.press(`${down}${down}${down}`);
		expect(textOf(board)).toMatch(/step (\d) of \1/);
	});

	it('let the running times run', async () => {
		const board = await opened({details: {subject: waitingStay, step: null, isRaw: false}});
		expect(textOf(board)).toContain('00:12');
		await board.advance(5000);
		expect(textOf(board)).toContain('00:17');
	});

	it('go on in another language where they stood', async () => {
		const board = await opened();
		await board.press(`J${up}`);
		await board.restart({language: 'fr'});
		expect(textOf(board)).toContain('tel que reçu, étape 11 sur 12');
	});
});
