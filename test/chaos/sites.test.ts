import {campaignTest} from './campaign-test.js';
import {type Cast, createPlan} from './plan.js';
import type {Way} from './troubles.js';

const casts: readonly Cast[] = ['shared', 'apart', 'elsewhere'];
const ways: readonly Way[] = ['v1', 'v2', 'websocket'];

/** Every ninth seed has the same way and cast. */
const turnOf = <One>(all: readonly One[], turn: number, first: One): One => all[turn % all.length] ?? first;

campaignTest('two sites', {
	share: 200,
	planOf: seed => createPlan(turnOf(ways, seed, 'v1'), turnOf(casts, Math.floor(seed / 3), 'shared'), seed),
});
