// Builds the parts, connects them, runs the command, and turns errors into one line and an exit status.

import {type Arguments, parseArguments, version} from './arguments.js';
import type {Command} from './commands/command.js';
import {createOutput} from './commands/output.js';
import {cleanText} from './domain/text.js';
import {BoardError, exitStatus} from './errors.js';
import type {CommandName} from './flags.js';
import {helpPage, helpTexts} from './help.js';
import type {Language} from './i18n/languages.js';
import {type Options, resolveLanguage, resolveOptions} from './options.js';
import {hideSecrets} from './quoting.js';
import {readSettings, type Settings} from './settings.js';
import {findTokens} from './token.js';
import {askForTokens, openPromptTerminal} from './token-prompt.js';
import type {SiteToken} from './token-text.js';

/** Each is loaded when it is wanted: together they take several times as long as the help. */
const commands: Readonly<Record<CommandName, () => Promise<Command>>> = {
	board: async () => (await import('./commands/board.js')).board,
	demo: async () => (await import('./commands/demo.js')).demo,
	simulate: async () => (await import('./commands/simulate.js')).simulate,
	tail: async () => (await import('./commands/tail.js')).tail,
	snapshot: async () => (await import('./commands/snapshot.js')).snapshot,
};

const {argv, env: environment, platform, stdin, stdout, stderr} = process;
const output = createOutput(stdout);

/** Resolves with the exit status. Throws BoardError for what stops the program on purpose. */
const run = async (): Promise<number> => {
	const parsed = await parseArguments(argv.slice(2));
	if (parsed.wants === 'version') return print(version);
	if (parsed.wants === 'help') return print(helpPage(parsed.command, await helpLanguage(parsed)));
	const settings = await readSettings(environment, platform);
	const options = resolveOptions({arguments: parsed, environment, settings, platform});
	const command = await commands[parsed.command]();
	return command({
		options,
		output,
		hasScreen: stdout.isTTY === true && environment.TERM !== 'dumb',
		tokens: () => findTokens({tokenFile: options.tokenFile, environment, settings, stdin, ask: promptFor(options)}),
	});
};

/** Help is given even where the settings are broken. */
const helpLanguage = async (parsed: Arguments): Promise<Language> => {
	const settings = await readSettings(environment, platform).catch((): Settings => ({path: '', values: new Map()}));
	return resolveLanguage({arguments: parsed, environment, settings, platform});
};

const print = (text: string): number => {
	output.line(text);
	return 0;
};

const promptFor = ({language}: Options): (() => Promise<readonly SiteToken[]>) | undefined => {
	const terminal = openPromptTerminal();
	return terminal && (() => askForTokens(terminal, helpTexts(language)));
};

/** One line on standard error, without anything that may be a token. */
const report = (error: unknown): number => {
	const status = error instanceof BoardError ? error.exitStatus : exitStatus.failure;
	const message = error instanceof Error ? error.message : String(error);
	if (status !== exitStatus.interrupted)
		stderr.write(`ovh-cti-board: ${cleanText(hideSecrets(message), longestMessage)}\n`);
	return status;
};

const longestMessage = 1000;

const exitAtOnce = (error: unknown): void => {
	process.exit(report(error));
};

process.on('uncaughtException', exitAtOnce);
process.on('unhandledRejection', exitAtOnce);
stderr.on('error', () => undefined);

process.exitCode = await run().catch(report);
await output.drained();
// Nothing is left to do; whatever still holds the program, a stalled terminal for one, holds it no longer than this.
setTimeout(() => process.exit(), 500).unref();
