import {type Caller, outsideCaller, outsideNumber} from './phone-numbers.js';
import type {Stage} from './stage.js';

/** The people outside. Some who gave up waiting try again, and some are called back. */
export type Clients = {
	/** Someone who calls. */
	caller(): Caller;
	/** The number of someone to call. */
	numberToCall(): string;
	/** This one gave up waiting. */
	remember(caller: Caller): void;
};

export const createClients = ({random}: Stage): Clients => {
	const gaveUp: Caller[] = [];
	return {
		caller: () => (gaveUp.length > 0 && random.chance(0.1) ? random.pick(gaveUp) : outsideCaller(random)),
		numberToCall: () => {
			const waiting = random.chance(0.5) ? gaveUp.shift() : undefined;
			return waiting?.calling ?? outsideNumber(random);
		},
		remember: caller => {
			if (caller.calling === 'anonymous') return;
			gaveUp.push(caller);
			if (gaveUp.length > maxRemembered) gaveUp.shift();
		},
	};
};

const maxRemembered = 12;
