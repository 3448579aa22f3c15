// The board itself on a terminal, showing one moment for ever: `still-board.js LINES`.

import {emptyBoard} from '../../source/domain/board.js';
import {reduceBoard} from '../../source/domain/reduce.js';
import {epochMs} from '../../source/domain/units.js';
import {showBoard} from '../../source/ui/show-board.js';
import {createWorkload, startAt} from './workload.js';

const board = reduceBoard(emptyBoard, createWorkload(Number(process.argv[2])).initial);

process.exitCode = await showBoard({
	reader: {getSnapshot: () => board, subscribe: () => () => {}},
	clock: {now: () => epochMs(startAt), onTick: () => () => {}, onWake: () => () => {}},
	language: 'en',
	theme: 'dark',
	ascii: false,
	initial: {view: 'overview', filter: '', onlyActive: false},
	effects: {},
}).left;
