import type {Options} from '../options.js';
import type {SiteToken} from '../token-text.js';
import type {Output} from './output.js';

/** What a command is given. */
export type CommandContext = {
	readonly options: Options;
	/** Finds the tokens, or asks for them. */
	readonly tokens: () => Promise<readonly SiteToken[]>;
	readonly output: Output;
	/** Standard output is a terminal that can be drawn on. */
	readonly hasScreen: boolean;
};

/** Runs to its end, and resolves with the exit status. */
export type Command = (context: CommandContext) => Promise<number>;

/** Where to listen, and in whose time. */
export type Source = {
	/** Undefined: OVHcloud's own. */
	readonly endpoint: URL | undefined;
	readonly tokens: readonly SiteToken[];
	/** This machine's time, or that of a play; epoch milliseconds. */
	readonly now: () => number;
	/** The service is this program itself, so that no proxy stands between. */
	readonly isOurs: boolean;
};
