import {type Company, createCompany} from './company.js';
import {createStage, type TimedEvent} from './stage.js';
import {startTraffic} from './traffic.js';

/** Wire events of an invented call centre, in order of time, day after day. The same options give the same events. */
export type Scenario = {
	readonly company: Company;
	/** When the next event is due, epoch milliseconds with fraction. */
	nextAt(): number;
	/** The events up to and including `at` that were not taken yet. */
	takeUntil(at: number): readonly TimedEvent[];
};

export type ScenarioOptions = {
	readonly seed: number;
	/** Epoch milliseconds; the hour of the day in France decides how lively it is. */
	readonly startAt: number;
	/** Default 24, half of them agents'. */
	readonly lines?: number | undefined;
	/** Default 3. */
	readonly queues?: number | undefined;
	/** How many times faster than life everyone rings, talks and waits; default 1. For load: the clock stays true. */
	readonly pace?: number | undefined;
};

/** Begins with telephones registering and nobody on the line. Throws `RangeError` for numbers that make no company. */
export const createScenario = ({seed, startAt, lines = 24, queues = 3, pace = 1}: ScenarioOptions): Scenario => {
	const company = createCompany({seed, lines, queues});
	const stage = createStage({seed, startAt, pace});
	startTraffic(stage, company);
	let ahead = stage.next();
	return {
		company,
		nextAt: () => ahead.at,
		takeUntil: at => {
			const due: TimedEvent[] = [];
			while (ahead.at <= at) {
				due.push(ahead);
				ahead = stage.next();
			}
			return due;
		},
	};
};
