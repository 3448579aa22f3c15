import {describe, expect, it} from 'vitest';
import {accueil, alice, support} from '../helpers/builders.js';
import {agentLeg, detailsBoard, lostStay, talkingStay, waitingStay} from '../helpers/details-board.js';
import {flow} from '../helpers/flows.js';
import {looksOf} from '../helpers/looks.js';
import {type RenderOptions, renderBoard} from '../helpers/render-board.js';
import {expectPicture} from './picture.js';

const subjects = {
	line: {kind: 'line', number: accueil},
	call: agentLeg,
	lost: lostStay,
	talking: talkingStay,
	waiting: waitingStay,
	agent: {kind: 'agent', number: alice},
	queue: {kind: 'queue', number: support},
	rejected: {kind: 'event', sequence: detailsBoard().log.last},
} as const;

const looks = looksOf([40, 12], [80, 24], [160, 45]);

const detailsOf = (name: keyof typeof subjects): Partial<RenderOptions> => ({
	board: detailsBoard(),
	overlay: 'details',
	details: {subject: subjects[name], step: null, isRaw: false},
});

describe.each(Object.keys(subjects) as (keyof typeof subjects)[])('details of %s', name => {
	it.each(looks)('at $columns × $rows in $language', async ({columns, rows, language}) => {
		const board = await renderBoard({...detailsOf(name), columns, rows, language});
		expectPicture(`details-${name}-${columns}x${rows}-${language}`, board);
		expect(board.lines()[rows - 1]).toContain('J ');
	});
});

describe('an event as it was received', () => {
	const raw = flow('q7')[3]?.replace(/"Token":"[^"]*"/, '"Token":"XXXXXXXX-XXXX-XXXX-XXXX-000000000001"');

	it.each(looks)('at $columns × $rows in $language', async ({columns, rows, language}) => {
		const details = {subject: lostStay, step: 7, isRaw: true};
		const board = await renderBoard({...detailsOf('lost'), details, rawOf: () => raw, columns, rows, language});
		expectPicture(`details-raw-${columns}x${rows}-${language}`, board);
		expect(board.lines()[rows - 1]).toContain('J ');
	});

	it('is nothing but ASCII where nothing else can be shown', async () => {
		const board = await renderBoard({...detailsOf('lost'), columns: 160, rows: 45, ascii: true});
		expectPicture('details-lost-160x45-en-ascii', board);
		expect(board.lines().join('')).toMatch(/^[\x20-\x7e]*$/);
	});
});
