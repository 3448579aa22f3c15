import {describe, expect, it} from 'vitest';
import {defaultServiceLevel} from '../../source/domain/figures.js';
import {reduceBoard} from '../../source/domain/reduce.js';
import {messagesFor} from '../../source/i18n/languages.js';
import {noContacts} from '../../source/presentation/contacts.js';
import {unicode} from '../../source/presentation/symbols.js';
import {createStore} from '../../source/runtime/store.js';
import {createLogListing} from '../../source/ui/log-listing.js';
import {createScene} from '../../source/ui/scene.js';
import {themes} from '../../source/ui/theme.js';
import {firstUi as inOverview} from '../../source/ui/ui-state.js';
import {at, boardAfter, counted, joined, onCall} from '../helpers/builders.js';
import {createManualClock} from '../helpers/manual-clock.js';

const stage = () => {
	const scene = createScene({
		reader: createStore(() => {}),
		clock: createManualClock(at(0)),
		messages: messagesFor('en'),
		symbols: unicode,
		theme: themes.dark,
		contacts: noContacts,
		rule: defaultServiceLevel,
		rawOf: () => undefined,
		ui: inOverview,
	});
	return {scene, listing: createLogListing(scene)};
};

const board = boardAfter(
	joined(-9, {label: 'Support'}),
	counted(-9, 1),
	onCall('ringing-started', -5, {label: 'Accueil'}),
);

describe('matching', () => {
	it('leaves details out in the overview and has all in the view of the log', () => {
		const {scene, listing} = stage();
		expect(listing.matching(board).map(({sequence}) => sequence)).toEqual([1, 3]);
		scene.follow({...inOverview, view: 'log'});
		expect(listing.matching(board).map(({sequence}) => sequence)).toEqual([1, 2, 3]);
	});

	it('follows the filter and the log', () => {
		const {scene, listing} = stage();
		scene.follow({...inOverview, filter: 'accueil'});
		expect(listing.matching(board).map(({sequence}) => sequence)).toEqual([3]);
		const after = reduceBoard(board, [onCall('talk-started', 0)]);
		expect(listing.matching(after).map(({sequence}) => sequence)).toEqual([3, 4]);
	});

	it('is the same list while nothing of that changed, so that nobody looks through the log for nothing', () => {
		const {scene, listing} = stage();
		const before = listing.matching(board);
		scene.follow({...inOverview, isPaused: false, logAnchor: 1});
		expect(listing.matching({...board, lines: new Map(board.lines)})).toBe(before);
	});
});

describe('with a kind', () => {
	it('has entries of that kind in the view of the log, and all in the overview', () => {
		const {scene, listing} = stage();
		scene.follow({...inOverview, view: 'log', logKind: 'lines'});
		expect(listing.matching(board).map(({sequence}) => sequence)).toEqual([3]);
		scene.follow({...inOverview, logKind: 'lines', hasRegistered: true});
		expect(listing.matching(board).map(({sequence}) => sequence)).toEqual([1, 3]);
	});
});

describe('newest', () => {
	it('is the end of what matches', () => {
		const {scene, listing} = stage();
		scene.follow({...inOverview, view: 'log'});
		expect(listing.newest(board, 2).map(({sequence}) => sequence)).toEqual([2, 3]);
	});
});

describe('newer', () => {
	it.each([
		[0, 3],
		[1, 2],
		[3, 0],
		[9, 0],
	])('than entry %i are %i', (sequence, count) => {
		const {scene, listing} = stage();
		scene.follow({...inOverview, view: 'log'});
		expect(listing.newer(board, sequence)).toBe(count);
	});
});
