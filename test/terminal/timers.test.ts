import {describe, expect, it} from 'vitest';
import {systemTimers} from '../../source/terminal/timers.js';

describe('systemTimers', () => {
	it('runs soon, but after the promises that are ready', async () => {
		const order: string[] = [];
		await new Promise<void>(resolve => {
			systemTimers.soon(() => {
				order.push('soon');
				resolve();
			});
			void Promise.resolve()
				.then(() => undefined)
				.then(() => order.push('promise'));
		});
		expect(order).toEqual(['promise', 'soon']);
	});

	it('runs once after a delay, and not when cancelled', async () => {
		let cancelled = 0;
		systemTimers.after(0, () => {
			cancelled += 1;
		})();
		await new Promise<void>(resolve => {
			systemTimers.after(1, resolve);
		});
		expect(cancelled).toBe(0);
	});

	it('runs periodically until cancelled', async () => {
		let count = 0;
		await new Promise<void>(resolve => {
			const cancel = systemTimers.every(1, () => {
				count += 1;
				if (count === 3) {
					cancel();
					resolve();
				}
			});
		});
		await new Promise<void>(resolve => {
			systemTimers.after(5, resolve);
		});
		expect(count).toBe(3);
	});
});
