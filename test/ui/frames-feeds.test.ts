import {describe, it} from 'vitest';
import {reduceBoard} from '../../source/domain/reduce.js';
import {boardAfter} from '../helpers/builders.js';
import {type RenderOptions, renderBoard} from '../helpers/render-board.js';
import {sampleBoard, sampleEvents} from '../helpers/sample-board.js';
import {connecting, down, gap, live, nice, paris, refused, replaying, twoSites} from '../helpers/sites.js';
import {expectPicture} from './picture.js';

const sizes = {tiny: [40, 12], usual: [80, 24], wide: [110, 32]} as const;

/** The feed was away for 37 minutes, half an hour ago. */
const withHole = boardAfter(...[...sampleEvents, gap(-1789)].sort((one, other) => one.at - other.at));

const cases = {
	down: {board: reduceBoard(sampleBoard(), [down(-240)])},
	refused: {board: reduceBoard(sampleBoard(), [refused(-60)])},
	quiet: {board: sampleBoard(), startAt: 178},
	reconnecting: {board: reduceBoard(sampleBoard(), [connecting(-1)])},
	replay: {board: reduceBoard(sampleBoard(), [replaying(-1), live(-1)])},
	missed: {board: withHole},
	'two-sites': {board: twoSites()},
	'two-sites-one-down': {board: twoSites(down(-240, paris))},
	'three-sites-two-fail': {board: twoSites(connecting(-9, nice), down(-240, paris), refused(-60, nice))},
} as const satisfies Record<string, RenderOptions>;

const pictures = Object.entries(cases).flatMap(([name, options]) =>
	Object.values(sizes).flatMap(([columns, rows]) =>
		(['en', 'fr'] as const)
			.filter(language => language === 'en' || columns === 80)
			.map(language => ({
				name: `feed-${name}-${columns}x${rows}-${language}`,
				options: {...options, columns, rows, language},
			})),
	),
);

describe('how the feeds are', () => {
	it.each(pictures)('$name', async ({name, options}) => {
		expectPicture(name, await renderBoard(options));
	});
});
