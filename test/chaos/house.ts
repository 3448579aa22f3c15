/** A service that can be struck down and set up again on the same port. */
import {type Service, startService} from '../../source/simulator/server.js';
import type {ServiceOptions} from '../../source/simulator/service-options.js';
import {turn} from './virtual-time.js';

export type House = {
	readonly url: URL;
	/** The one that runs at present. */
	service(): Service;
	/** Requests that came in all, whoever served them. */
	requests(): number;
	/** It goes away with all that it knew, and comes back when `meanwhile` resolves. */
	restart(meanwhile: () => Promise<void>): Promise<void>;
	close(): Promise<void>;
};

/** Sooner than this somebody else who happens to have the port has left it, in milliseconds. */
const patienceMs = 5000;

/** The port may be lent to an outgoing connection for a moment. */
const startAgain = async (options: ServiceOptions): Promise<Service> => {
	const until = performance.now() + patienceMs;
	while (true) {
		try {
			return await startService(options);
		} catch (error) {
			if (performance.now() > until) throw error;
			await turn();
		}
	}
};

export const openHouse = async (options: ServiceOptions): Promise<House> => {
	let service = await startService(options);
	let before = 0;
	const url = new URL(service.url);
	return {
		url,
		service: () => service,
		requests: () => before + service.requests(),
		restart: async meanwhile => {
			const former = service;
			await former.close();
			await meanwhile();
			service = await startAgain({...options, port: Number(url.port)});
			before += former.requests();
		},
		close: () => service.close(),
	};
};
