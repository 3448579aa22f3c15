import type {BoardEvent} from '../../source/domain/event.js';
import type {EpochMs} from '../../source/domain/units.js';
import type {Batch, Provider} from '../../source/providers/provider.js';

/** What the service does next: gives a batch, fails, or does what it is told and goes on. */
export type Step = Batch | Error | (() => void);

export const batch = (events: readonly BoardEvent[] = [], sentAt: EpochMs | null = null): Batch => ({events, sentAt});

/** A provider that goes through the steps once, over as many connections as it takes, and then holds until the abort. */
export const createScriptedProvider = (...script: readonly Step[]): Provider & {readonly connections: () => number} => {
	const steps = [...script];
	let connections = 0;
	return {
		transport: 'scripted',
		connections: () => connections,
		async *events(signal) {
			connections += 1;
			for (let step = steps.shift(); step !== undefined; step = steps.shift()) {
				if (step instanceof Error) throw step;
				if (typeof step === 'function') step();
				else yield step;
			}
			await new Promise((_, reject) => {
				if (signal.aborted) reject(signal.reason);
				signal.addEventListener('abort', () => reject(signal.reason), {once: true});
			});
		},
	};
};
