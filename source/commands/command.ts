import type {Arguments} from '../arguments.js';
import type {Environment} from '../environment.js';
import type {OptionsError} from '../errors.js';
import type {Options} from '../options.js';
import type {Settings} from '../settings.js';
import type {TokenSources} from '../token.js';
import type {PromptTerminal} from '../token-prompt.js';
import type {SiteToken} from '../token-text.js';
import type {Output} from './output.js';

/** What a command is given. */
export type CommandContext = {
	readonly options: Options;
	/** What the options were made of, for commands that explain them or read them again. */
	readonly arguments: Arguments;
	readonly environment: Environment;
	readonly platform: NodeJS.Platform;
	readonly settings: Settings;
	/** Why the settings file could not be read; undefined: it could, or there is none. */
	readonly settingsProblem: OptionsError | undefined;
	readonly stdin: TokenSources['stdin'];
	/** The terminal a person sits at, for questions; undefined where there is none. */
	readonly openTerminal: () => PromptTerminal | undefined;
	/** Finds the tokens, or asks for them: in a few words, unless the command has a question of its own. */
	readonly tokens: (ask?: TokenQuestion) => Promise<readonly SiteToken[]>;
	readonly output: Output;
	/** Standard output is a terminal that can be drawn on. */
	readonly hasScreen: boolean;
};

/** Asks the person at the terminal for tokens. */
export type TokenQuestion = (terminal: PromptTerminal) => Promise<readonly SiteToken[]>;

/** Runs to its end, and resolves with the exit status. */
export type Command = (context: CommandContext) => Promise<number>;

/** Where to listen, and in whose time. */
export type Source = {
	/** Undefined: OVHcloud's own. */
	readonly endpoint: URL | undefined;
	readonly tokens: readonly SiteToken[];
	readonly transport: Options['transport'];
	/** This machine's time, or that of a play; epoch milliseconds. */
	readonly now: () => number;
	/** The service is this program itself, so that no proxy stands between. */
	readonly isOurs: boolean;
};

/** The service that the user names, in this machine's time. `ask`: the question when no place has a token. */
export const serviceSource = async ({options, tokens}: CommandContext, ask?: TokenQuestion): Promise<Source> => ({
	endpoint: options.endpoint,
	tokens: await tokens(ask),
	transport: options.transport,
	now: Date.now,
	isOurs: false,
});
