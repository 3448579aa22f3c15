import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {BoardEvent} from '../../../source/domain/event.js';
import {callerId, callId} from '../../../source/domain/units.js';
import {messagesFor} from '../../../source/i18n/languages.js';
import {detailsRows} from '../../../source/presentation/details/details-rows.js';
import {createPages} from '../../../source/presentation/details/page-of.js';
import {rawRows} from '../../../source/presentation/details/raw-rows.js';
import type {Subject} from '../../../source/presentation/details/subject.js';
import {ascii, unicode} from '../../../source/presentation/symbols.js';
import {anyEvents} from '../../domain/arbitrary-events.js';
import {accueil, alice, at, boardAfter, bridged, bruno, joined, offered, support} from '../../helpers/builders.js';
import {detailsBoard, detailsEvents, lostStay, talkingStay, waitingStay} from '../../helpers/details-board.js';
import {sampleEvents} from '../../helpers/sample-board.js';
import {someStyle} from '../../helpers/some-style.js';
import {eventsOf, flowNames, readFlow} from '../../providers/ovh/wire-events.js';
import {misplaced, rowText} from '../row-text.js';

const everything = [...detailsEvents, ...sampleEvents, ...flowNames.flatMap(name => eventsOf(readFlow(name)))];

/** Some of all that can happen, in any order. */
const happened = fc.oneof(fc.shuffledSubarray(everything, {maxLength: 60}), anyEvents);

const subjectsOf = (events: readonly BoardEvent[]): readonly Subject[] => [
	...events.flatMap((event): readonly Subject[] => {
		if ('callId' in event) return [{kind: 'call', line: event.number, id: event.callId}];
		if ('callerId' in event) return [{kind: 'stay', queue: event.number, id: event.callerId, stay: 1}];
		return [];
	}),
	...events.map((_, index): Subject => ({kind: 'event', sequence: index})),
	{kind: 'line', number: accueil},
	{kind: 'agent', number: alice},
	{kind: 'queue', number: support},
];

describe('details of anything', () => {
	it('fit into their room, whatever happened', () => {
		const pages = createPages();
		fc.assert(
			fc.property(
				happened,
				fc.nat(),
				fc.record({width: fc.integer({min: 12, max: 200}), height: fc.integer({min: 1, max: 50})}),
				fc.record({language: fc.constantFrom('en', 'fr'), symbols: fc.constantFrom(unicode, ascii)}),
				fc.option(fc.nat({max: 130})),
				(events, pick, {width, height}, {language, symbols}, step) => {
					const style = someStyle({messages: messagesFor(language), symbols, board: boardAfter(...events)});
					const subjects = subjectsOf(events);
					const subject = subjects[pick % subjects.length] ?? lostStay;
					const page = pages(subject, style);
					const {rows, steps, pageRows} = detailsRows(page, {width, height, step, style});
					expect(rows.length).toBeLessThanOrEqual(height);
					expect(rows.flatMap(row => misplaced(row, width))).toEqual([]);
					expect(steps).toBeGreaterThanOrEqual(0);
					expect(pageRows).toBeGreaterThan(0);
					expect(JSON.stringify(page)).not.toMatch(/NaN|undefined/);
				},
			),
			{numRuns: 300},
		);
	});
});

const drawn = (subject: Subject, {width, height, step = null, board = detailsBoard()}: Drawing) => {
	const style = someStyle({board});
	const {rows, ...rest} = detailsRows(createPages()(subject, style), {width, height, step, style});
	return {...rest, text: rows.map(row => rowText(row))};
};

type Drawing = {
	readonly width: number;
	readonly height: number;
	readonly step?: number | null;
	readonly board?: ReturnType<typeof boardAfter>;
};

describe('a course', () => {
	it('follows its newest step while none is chosen', () => {
		const more = Array.from({length: 30}, (_, index) => offered(index, {callerId: callerId('waits'), agent: bruno}));
		const board = boardAfter(...detailsEvents, ...more);
		expect(drawn(waitingStay, {width: 76, height: 19, board}).text.at(-1)).toContain('10:15:29.0');
		const chosen = drawn(waitingStay, {width: 76, height: 19, board, step: 0}).text;
		expect(chosen.some(line => line.includes('joins the queue'))).toBe(true);
	});

	it('is a drawing where there is room, and a list where there is none', () => {
		const wide = drawn(lostStay, {width: 156, height: 40}).text;
		expect(wide.find(line => line.includes('joins the queue'))).toMatch(/│─+→│/);
		const narrow = drawn(lostStay, {width: 76, height: 40}).text;
		expect(narrow.find(line => line.includes('joins the queue'))).toBe(
			'10:13:30.0             Support  joins the queue',
		);
	});

	it('puts those into one lane who find no room', () => {
		const agents = Array.from({length: 9}, (_, index) => `00331990002${String(10 + index)}`);
		const rings = agents.map((agent, index) => offered(1 + index, {agent: agent as typeof alice}));
		const board = boardAfter(joined(0), ...rings);
		const {text} = drawn(
			{kind: 'stay', queue: support, id: callerId('caller-1'), stay: 1},
			{width: 116, height: 40, board},
		);
		expect(text.find(line => line.includes('+'))).toBeDefined();
		expect(text.find(line => line.includes('01 99 00 02 18') && line.includes('rings'))).toMatch(/→│ +rings/);
	});

	it('says so where what was before is not known', () => {
		const board = boardAfter(bridged(5, {joinedAt: at(0)}));
		const {text} = drawn(
			{kind: 'stay', queue: support, id: callerId('caller-1'), stay: 1},
			{width: 76, height: 19, board},
		);
		expect(text).toContain('What was before is not known any more.');
	});
});

describe('other pages', () => {
	it('are moved through by rows where they are too long', () => {
		const top = drawn({kind: 'queue', number: support}, {width: 36, height: 8});
		const below = drawn({kind: 'queue', number: support}, {width: 36, height: 8, step: 3});
		expect(top.steps).toBeGreaterThan(8);
		expect(below.text[0]).toBe(top.text[3]);
		expect(drawn({kind: 'queue', number: support}, {width: 36, height: 8, step: 999}).text).toHaveLength(8);
	});

	it('say that nothing is known of what is gone', () => {
		const gone = drawn({kind: 'call', line: accueil, id: callId('never')}, {width: 76, height: 19});
		expect(gone.text).toEqual(['Nothing is known of this any more.']);
	});
});

describe('an event as it was received', () => {
	const style = someStyle({board: detailsBoard()});
	const step = createPages()(talkingStay, style).ladder?.steps[0];

	it('is scrolled no further than to its end', () => {
		if (!step) throw new Error('no step');
		const raw = JSON.stringify(Array.from({length: 50}, (_, index) => index));
		const far = rawRows({raw, step, top: 999, width: 40, height: 10, style});
		expect(far.rows).toHaveLength(10);
		expect(rowText(far.rows.at(-1) ?? [])).toBe(']');
		expect(far.most).toBe(52 - 9);
	});

	it('is not there any more, or never was', () => {
		if (!step) throw new Error('no step');
		const gone = rawRows({raw: undefined, step, top: 0, width: 76, height: 10, style});
		expect(gone.rows.map(row => rowText(row))[1]).toBe('How this event was received is not kept any more.');
		const event = {type: 'board-reset', at: at(0)} as const;
		const own = rawRows({raw: undefined, step: {...step, event}, top: 0, width: 76, height: 10, style});
		expect(own.rows.map(row => rowText(row))[1]).toBe('The board itself says this: it was not received.');
	});
});
