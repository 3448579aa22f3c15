import {describe, expect, it} from 'vitest';
import {agentNumber, callerId, callId, lineNumber} from '../../source/domain/units.js';
import {agentsBoard, agentsInDoubt} from '../helpers/agents-board.js';
import {boardAfter, offered, onCall} from '../helpers/builders.js';
import {looksOf} from '../helpers/looks.js';
import {type RenderOptions, renderBoard} from '../helpers/render-board.js';
import {expectAsciiPicture, expectPicture} from './picture.js';

const looks = looksOf([40, 12], [80, 24], [160, 45]);

const show = (options: RenderOptions = {}) =>
	renderBoard({view: 'agents', board: agentsBoard(), columns: 80, rows: 24, ...options});

/** Who stands in the rows of the table, and their state. */
const listed = (lines: readonly string[]): readonly string[] =>
	lines
		.map(line => /^│ (.*?) +([●◐○·] [a-z]+( call)?)/.exec(line))
		.filter(found => found !== null)
		.map(([, name, state]) => `${name}: ${state}`);

const inOrder = [
	'01 99 00 11 99: ○ free',
	'01 99 00 13 00: · unknown',
	'Alice: ● in call',
	'Amélie Vandenbr…: ○ free',
	'Bob: ● in call',
	'Chloé: ◐ ringing',
	'David: ◐ ringing',
];

describe('agents', () => {
	it.each(looks)('are drawn at $columns×$rows in $language', async look => {
		expectPicture(`agents-${look.columns}x${look.rows}-${look.language}`, await show(look));
	});

	it('are drawn in ASCII', async () => {
		expectAsciiPicture('agents-80x24-en-ascii', await show({ascii: true}));
	});

	it('are nobody on an empty board, and no number is made of that', async () => {
		expectPicture('agents-empty-80x24-en', await show({board: boardAfter()}));
	});

	it('are unknown when what goes on is in doubt, never free', async () => {
		const shown = await show({board: agentsInDoubt()});
		expectPicture('agents-in-doubt-80x24-en', shown);
		expect(listed(shown.lines()).every(words => words.endsWith(': · unknown'))).toBe(true);
	});

	it('stand by name, and stay where they are when their state changes', async () => {
		const shown = await show();
		expect(listed(shown.lines())).toEqual(inOrder);
		await shown.happen(onCall('talk-ended', 0, {number: lineNumber('0033199001106'), callId: callId('own')}));
		expect(listed(shown.lines())).toEqual(inOrder.with(4, 'Bob: ○ free'));
	});

	it('tell the time as it runs', async () => {
		const shown = await show();
		const rowOf = (name: string) => shown.lines().find(line => line.includes(name)) ?? '';
		expect(rowOf('Alice')).toContain('  03:12  ');
		await shown.advance(1000);
		expect(rowOf('Alice')).toContain('  03:13  ');
		expect(rowOf('Amélie')).toContain('  —  ');
	});

	it('are sorted by state, who is at work first', async () => {
		const shown = await show();
		await shown.press('>');
		expect(listed(shown.lines()).map(words => words.split(': ')[1])).toEqual([
			'● in call',
			'● in call',
			'◐ ringing',
			'◐ ringing',
			'○ free',
			'○ free',
			'· unknown',
		]);
	});

	it('are filtered', async () => {
		const shown = await show({filter: 'ringing'});
		expect(listed(shown.lines())).toEqual(['Chloé: ◐ ringing', 'David: ◐ ringing']);
		expect(shown.lines()[2]).toContain('2 of 7');
	});

	it('make room for the one who is new', async () => {
		const shown = await show();
		const newcomer = agentNumber('0033199001777');
		await shown.happen(offered(0, {callerId: callerId('waiting'), from: '0033645454545', agent: newcomer}));
		expect(listed(shown.lines())[2]).toBe('01 99 00 17 77: ◐ ringing');
		expect(shown.lines()[2]).toContain('Agents 8');
	});
});
