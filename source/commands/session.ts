import type {Options} from '../options.js';
import type {Source} from './command.js';
import type {Day} from './day.js';
import type {Listening} from './listen.js';

/** A board that runs, and what it runs with: both may be changed under it. */
export type Session = {
	source(): Source;
	options(): Options;
	/**
	Takes over other options or another source. Connections are made anew only where that is needed. Rejects when a listener
	cannot take the options over; the next change is tried all the same.
	*/
	change(next: Change): Promise<void>;
	/** The listener hears of all options taken over from now on, after the connections. */
	onOptions(listener: (options: Options) => void | Promise<void>): void;
};

export type Change = {readonly source?: Source; readonly options?: Options};

type Parts = {readonly source: Source; readonly options: Options};

export const createSession = (
	begin: Parts,
	{listening, day}: {readonly listening: Pick<Listening, 'change'>; readonly day: Pick<Day, 'move'>},
): Session => {
	const listeners: ((options: Options) => void | Promise<void>)[] = [];
	let current = begin;
	let changing: Promise<void> = Promise.resolve();
	const take = async (next: Parts): Promise<void> => {
		const before = current;
		current = next;
		if (next.options.tz !== undefined) process.env.TZ = next.options.tz;
		if (bearing(before) !== bearing(next)) await listening.change({source: next.source, policy: next.options});
		if (next.source !== before.source) await day.move(next.source);
		for (const listener of listeners) await listener(next.options);
	};
	return {
		source: () => current.source,
		options: () => current.options,
		change: ({source = current.source, options = current.options}) => {
			// One after the other: each begins where the one before it ended.
			const change = changing.then(() => take({source: {...source, ...whereFrom(options)}, options}));
			changing = change.catch(() => undefined);
			return change;
		},
		onOptions: listener => listeners.push(listener),
	};
};

const whereFrom = ({endpoint, transport}: Options): Pick<Source, 'endpoint' | 'transport'> => ({endpoint, transport});

/** All that connections and timekeeping depend on, as one text to compare. */
const bearing = ({source: {endpoint, tokens, transport}, options: {resetAt, patience, quietAfterMs}}: Parts): string =>
	JSON.stringify({endpoint, tokens, transport, resetAt, patience, quietAfterMs});
