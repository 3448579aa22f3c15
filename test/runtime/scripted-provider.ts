import type {BoardEvent} from '../../source/domain/event.js';
import {type EpochMs, epochMs, type SiteName} from '../../source/domain/units.js';
import type {Batch, Provider} from '../../source/providers/provider.js';
import {site, start} from '../helpers/builders.js';

/** An answer that is received when it is yielded, unless it says when. */
export type Answer = Omit<Batch, 'receivedAt'> & Partial<Pick<Batch, 'receivedAt'>>;

/** What the service does next: gives an answer, fails, ends the connection, or does what it is told and goes on. */
export type Step = Answer | Error | 'end' | (() => void);

export const batch = (events: readonly BoardEvent[] = [], sentAt: EpochMs | null = null): Answer => ({
	events,
	sentAt,
	raw: '',
});

/** The same as a provider gives it, received at the start. */
export const received = (answer: Answer = batch()): Batch => ({receivedAt: epochMs(start), ...answer});

export type ScriptedProvider = Provider & {
	readonly connections: () => number;
	/** Resolves with the so-many-th connection. */
	connects(count: number): Promise<void>;
	/** From the next connection on it listens so. */
	listenBy(transport: string): void;
};

type Script = {readonly steps: readonly Step[]; readonly sites?: readonly SiteName[]; readonly now: () => EpochMs};

/** A provider that goes through the steps once, over as many connections as it takes, and then holds until the abort. */
export const createScriptedProvider = ({steps: script, sites = [site], now}: Script): ScriptedProvider => {
	const steps = [...script];
	const waiting: (() => void)[] = [];
	let connections = 0;
	let transport = 'scripted';
	return {
		sites,
		transport: () => transport,
		connections: () => connections,
		connects: count =>
			new Promise(resolve => {
				const check = (): void => {
					if (connections >= count) resolve();
				};
				waiting.push(check);
				check();
			}),
		listenBy: name => {
			transport = name;
		},
		async *events(signal) {
			connections += 1;
			for (const check of waiting) check();
			for (let step = steps.shift(); step !== undefined && !signal.aborted; step = steps.shift()) {
				if (step === 'end') return;
				if (step instanceof Error) throw step;
				if (typeof step === 'function') step();
				else yield {receivedAt: now(), ...step};
			}
			await new Promise((_, reject) => {
				if (signal.aborted) reject(signal.reason);
				signal.addEventListener('abort', () => reject(signal.reason), {once: true});
			});
		},
	};
};
