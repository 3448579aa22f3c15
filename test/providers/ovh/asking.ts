import {inspect} from 'node:util';
import {Agent, type Dispatcher} from 'undici';
import {expect, onTestFinished} from 'vitest';
import type {HttpTools} from '../../../source/providers/ovh/http.js';
import {systemTimers} from '../../../source/providers/ovh/timers.js';
import type {Batch, Provider} from '../../../source/providers/provider.js';
import {at} from '../../helpers/builders.js';

/** What a provider sends through, until the test ends. */
export const until = <Sender extends Dispatcher>(dispatcher: Sender): Sender => {
	onTestFinished(() => dispatcher.destroy());
	return dispatcher;
};

/** An hour after the flows began, on a dispatcher of its own. */
export const newTools = (tools: Partial<HttpTools> = {}): HttpTools => ({
	dispatcher: until(new Agent({connections: 1})),
	timers: systemTimers,
	now: () => at(3600),
	...tools,
});

export type Outcome = {readonly batches: readonly Batch[]; readonly errors: readonly unknown[]};

/** Asks as a feed does: after each failure anew, until so many batches and failures have come. */
export const askFeed = async (provider: Provider, count: number): Promise<Outcome> => {
	const batches: Batch[] = [];
	const errors: unknown[] = [];
	const aborter = new AbortController();
	while (batches.length + errors.length < count) {
		try {
			for await (const batch of provider.events(aborter.signal)) {
				batches.push(batch);
				if (batches.length + errors.length === count) break;
			}
		} catch (error) {
			errors.push(error);
		}
	}
	aborter.abort();
	return {batches, errors};
};

export const failureOf = async (work: Promise<unknown>): Promise<Error> => {
	const outcome = await work.then(
		value => `answered ${inspect(value)}`,
		(error: unknown) => error,
	);
	if (outcome instanceof Error) return outcome;
	throw new Error(`expected a failure, got ${String(outcome)}`);
};

/** Looks everywhere in it, hidden places too. What is recorded may hold secrets, and is left out. */
export const expectSecretFree = (value: unknown, ...secrets: readonly string[]): void => {
	const shown = inspect(value, {depth: 20, showHidden: true, maxStringLength: null, maxArrayLength: null});
	for (const secret of secrets) expect(shown).not.toContain(secret);
};

/** The batches without the texts as they came. */
export const withoutRaw = (batches: readonly Batch[]): readonly object[] => batches.map(({raw: _, ...batch}) => batch);

export const typesOf = ({batches}: Outcome): readonly (readonly string[])[] =>
	batches.map(({events}) => events.map(({type}) => type));
