import {createClients} from './clients.js';
import type {Company, Queue} from './company.js';
import {createDialling} from './dialling.js';
import {createLineTeller} from './line-events.js';
import {createQueueCalls} from './queue-calls.js';
import {startRegistrations} from './registrations.js';
import {intensityAt, isOpen, rushAt, rushFactor} from './rhythm.js';
import type {Stage} from './stage.js';

/** Sets the day going: telephones register, people call, and it never stays quiet for long. */
export const startTraffic = (stage: Stage, company: Company): void => {
	const tellLine = createLineTeller(stage);
	const clients = createClients(stage);
	const dial = createDialling({stage, company, tellLine, clients});
	const queueCalls = createQueueCalls({stage, tellLine, gaveUp: clients.remember, overflow: firstOther(company)});
	const size = company.lines.length;
	startRegistrations(stage, company.lines, tellLine);
	for (const queue of company.queues) {
		startArrivals(stage, arrivalsIn(queue, stage.seed), () => queueCalls.join(queue, clients.caller()));
	}
	startArrivals(stage, {perSecond: size * 0.0009, share: intensityAt}, dial.incoming);
	startArrivals(stage, {perSecond: size * 0.0008, share: intensityAt}, dial.outgoing);
	startArrivals(stage, {perSecond: size * 0.0003, share: intensityAt}, dial.internal);
	keepAwake(stage, dial.brief);
};

/** The first queue takes over from the others; nobody does from it. */
const firstOther =
	({queues}: Company) =>
	(queue: Queue): Queue | undefined =>
		queues[0] === queue ? undefined : queues[0];

/** How often something happens at the very most, and in which share of that at a time. */
type Arrivals = {readonly perSecond: number; readonly share: (at: number) => number};

/** Independent arrivals at a rate that changes with the hour (a Poisson process, thinned). */
const startArrivals = ({random, after, now}: Stage, {perSecond, share}: Arrivals, arrive: () => void) => {
	const next = () => {
		if (random.chance(share(now()))) arrive();
		wait();
	};
	const wait = () => after(random.exponential(1000 / perSecond), next);
	wait();
};

/** As many callers as keep the queue's agents busy for 54 % of their time at the busiest hour, and more in a rush. */
const arrivalsIn = (queue: Queue, seed: number): Arrivals => ({
	perSecond: (queue.agents.length * 0.54 * rushFactor) / secondsPerCall,
	share: at => (intensityAt(at) * rushAt(at, seed) * (isOpen(queue, at, seed) ? 1 : 0.3)) / rushFactor,
});

/** Of an agent's time: ringing, talking, and the pause after. */
const secondsPerCall = 125;

/** Starts a call whenever nobody would have seen anything for a while, at night above all. */
const keepAwake = ({after, since, lastNews}: Stage, start: () => void) => {
	const look = () => {
		const isQuiet = since(lastNews()) > 5000;
		if (isQuiet) start();
		// A call takes a moment until it is heard of.
		after(isQuiet ? 2000 : 500, look);
	};
	after(5000, look);
};
