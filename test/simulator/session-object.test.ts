import {describe, expect, it} from 'vitest';
import {sessionObject} from '../../source/simulator/session-object.js';

describe('sessionObject', () => {
	it('tells the times in the order of the public sample', () => {
		const at = BigInt(Date.UTC(2019, 5, 7, 9, 40, 16)) * 1_000_000n + 36_197_406n;
		expect(JSON.parse(sessionObject('BkfFH11M1cf7', at))).toEqual({
			id: 'BkfFH11M1cf7',
			creation: '2019-06-07T11:40:16.036197406+02:00',
			lastUpdate: '2019-06-07T11:40:16.036509659+02:00',
			lastConnection: '2019-06-07T11:40:16.036199871+02:00',
		});
	});
});
