import {frenchInstant} from './french-time.js';

/**
The answer to `POST /v2/session`. In the one sample that is known, the three times are as close together as here, in this
order. `at` in epoch nanoseconds.
*/
export const sessionObject = (id: string, at: bigint): string =>
	JSON.stringify({
		id,
		creation: frenchInstant(at),
		lastUpdate: frenchInstant(at + 312_253n),
		lastConnection: frenchInstant(at + 2465n),
	});
