import {setImmediate} from 'node:timers/promises';
import {getHeapSpaceStatistics} from 'node:v8';

/** What this process takes, in bytes, after garbage collection. */
export type Footprint = {
	readonly heap: number;
	/** Of the heap: what V8 compiled, and what it learnt for that. It still grows when a function becomes hot after days. */
	readonly code: number;
	readonly resident: number;
	readonly external: number;
	/** Open handles and requests, and timers, that would keep the process from ending. */
	readonly handles: number;
	readonly timers: number;
};

const codeSpaces = /code|trusted/;

const codeBytes = (): number =>
	getHeapSpaceStatistics()
		.filter(({space_name}) => codeSpaces.test(space_name))
		.reduce((sum, {space_used_size}) => sum + space_used_size, 0);

const timerKinds: readonly string[] = ['Timeout', 'Immediate'];

/**
Collects garbage as V8 does before it gives up: else it keeps the pages that garbage lay on, as many as there ever were at a
time, and what is resident tells how late it collected. Finalisers run a turn later, and leave garbage of their own.
*/
const collectGarbage = async (): Promise<void> => {
	for (let round = 0; round < 3; round++) {
		globalThis.gc?.({type: 'major', execution: 'sync', flavor: 'last-resort'});
		await setImmediate();
	}
};

/** Needs Node's flag `--expose-gc` to mean much. */
export const footprint = async (): Promise<Footprint> => {
	await collectGarbage();
	const resources = process.getActiveResourcesInfo();
	const timers = resources.filter(kind => timerKinds.includes(kind)).length;
	const {heapUsed: heap, rss: resident, external} = process.memoryUsage();
	return {heap, code: codeBytes(), resident, external, handles: resources.length - timers, timers};
};
