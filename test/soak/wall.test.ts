import {expect, it, onTestFinished, vi} from 'vitest';
import {createStore} from '../../source/runtime/store.js';
import {at, onCall} from '../helpers/builders.js';
import {createSimulatedTime} from './simulated-time.js';
import {createWall} from './wall.js';

vi.hoisted(() => {
	// As the commands do, before Ink is loaded.
	process.env.FORCE_COLOR = '1';
});

const start = async () => {
	const store = createStore(() => {});
	const time = createSimulatedTime(at(0));
	const wall = createWall({store, time, size: {columns: 160, rows: 45}});
	onTestFinished(wall.close);
	for (let turn = 0; turn < 10; turn++) await wall.draw();
	return {store, time, wall};
};

it('draws what changed, and nothing when nothing did', async () => {
	const {store, wall} = await start();
	const first = wall.written();
	expect(first.bytes).toBeGreaterThan(1000);
	await wall.draw();
	expect(wall.written()).toEqual(first);
	store.dispatch([onCall('ringing-started', 1)]);
	store.flush();
	await wall.draw();
	expect(wall.written().frames).toBeGreaterThan(first.frames);
});

it('draws everything again in another look or size, or for a key', async () => {
	const {wall} = await start();
	for (const change of [wall.restyle, () => wall.resize({columns: 100, rows: 30}), () => wall.type('?')]) {
		const {bytes} = wall.written();
		await change();
		for (let turn = 0; turn < 10; turn++) await wall.draw();
		expect(wall.written().bytes).toBeGreaterThan(bytes + 1000);
	}
});
