// Writes a history as fast as it can, and says how much of it is written, until it is killed. Started by `kill.test.ts`.
import {writeSync} from 'node:fs';
import type {BoardEvent} from '../../source/domain/event.js';
import {callId, epochMs, lineNumber, siteName} from '../../source/domain/units.js';
import {keepHistory} from '../../source/history/history-keeper.js';
import {createStore} from '../../source/runtime/store.js';

const [path = '', name = ''] = process.argv.slice(2);
const store = createStore(() => undefined);
let tick = (): void => undefined;
keepHistory({
	path,
	store,
	account: {key: name, endpoint: 'https://events.voip.ovh.net/'},
	days: 400,
	at: () => epochMs(Date.now()),
	now: Date.now,
	limits: {writeTicks: 1, retryTicks: 1},
	onTick(listener) {
		tick = listener;
		return () => undefined;
	},
});

const ring = (type: 'ringing-started' | 'ringing-ended', number: number): BoardEvent => ({
	type,
	at: epochMs(Date.now()),
	site: siteName('default'),
	service: 'line',
	number: lineNumber('0033199000101'),
	callId: callId(`${name} ${number}`),
	direction: 'incoming',
	from: '0033639980001',
	to: '0033199000101',
	dialled: '0033199000101',
});

for (let made = 0; ; made += 10) {
	store.dispatch(
		Array.from({length: 10}, (_, index) => [
			ring('ringing-started', made + index),
			ring('ringing-ended', made + index),
		]).flat(),
	);
	store.flush();
	tick();
	const isTold = store.getSnapshot().log.entries.some(({event}) => event.type === 'history-unkept');
	if (made % 50 === 0) writeSync(1, `${isTold ? 'unkept' : 'made'} ${made + 10}\n`);
}
