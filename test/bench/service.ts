// The event service as the program's counterpart, in a process of its own so that its work is not counted: `service.js LINES MODE`.

import {createServer, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {ServiceOrder, ServiceReport} from './service-process.js';
import {createTraffic} from './traffic.js';

const [lines = '0', mode = 'calm'] = process.argv.slice(2);
const traffic = createTraffic(Number(lines));

/** Between two publications; the events of one travel together. */
const periods: Readonly<Record<string, number>> = {load: 20, beat: 100};

let queued: readonly string[] = traffic.initial();
let held: ServerResponse | undefined;
let polls = 0;
let sent = queued.length;

const answer = (response: ServerResponse): void => {
	const body = `{"Session":"bench","Message":"","Events":[${queued.join(',')}]}`;
	queued = [];
	response.writeHead(200, {'content-type': 'application/json'});
	response.end(body);
};

const publish = (texts: readonly string[]): void => {
	sent += texts.length;
	queued = [...queued, ...texts];
	if (!held || queued.length === 0) return;
	answer(held);
	held = undefined;
};

const server = createServer((_request, response) => {
	polls += 1;
	if (queued.length > 0) return answer(response);
	held = response;
	response.once('close', () => {
		if (held === response) held = undefined;
	});
});

/** Late timers are caught up with, so that the rate is what was promised. */
const startedAt = Date.now();
let published = 0;
const period = periods[mode];
const pump = period
	? setInterval(() => {
			const due = Math.floor((Date.now() - startedAt) / period);
			for (; published < due; published++) publish(mode === 'load' ? traffic.load() : traffic.beat());
		}, period)
	: undefined;

process.on('message', (order: ServiceOrder) => {
	if (order === 'finish') {
		clearInterval(pump);
		publish(traffic.finish());
	}
	if (order === 'beat') publish(traffic.beat());
	process.send?.({polls, sent, ...traffic.state()} satisfies ServiceReport);
});
process.on('disconnect', () => process.exit());
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.send?.({port: (server.address() as AddressInfo).port}));
