// Builds the parts, connects them, runs the command, and turns errors into one line and an exit status.

import {type Arguments, parseArguments, version} from './arguments.js';
import type {CommandName} from './command-names.js';
import type {Command, CommandContext, TokenQuestion} from './commands/command.js';
import {createOutput} from './commands/output.js';
import {cleanText} from './domain/text.js';
import {BoardError, exitStatus, OptionsError} from './errors.js';
import {helpPage} from './help.js';
import type {Language} from './i18n/languages.js';
import {loginTexts} from './i18n/login.js';
import {type Options, resolveLanguage, resolveOptions} from './options.js';
import {hideSecrets} from './quoting.js';
import {readSettings, type Settings, settingsPath} from './settings.js';
import {findTokens, tokenWarnings} from './token.js';
import type {PlaceSources} from './token-place.js';
import {askForTokens, openPromptTerminal} from './token-prompt.js';
import type {SiteToken} from './token-text.js';

/** Each is loaded when it is wanted: together they take several times as long as the help. */
const commands: Readonly<Record<CommandName, () => Promise<Command>>> = {
	board: async () => (await import('./commands/board.js')).board,
	demo: async () => (await import('./commands/demo.js')).demo,
	tail: async () => (await import('./commands/tail.js')).tail,
	snapshot: async () => (await import('./commands/snapshot.js')).snapshot,
	record: async () => (await import('./commands/record.js')).record,
	replay: async () => (await import('./commands/replay.js')).replay,
	report: async () => (await import('./commands/report.js')).report,
	history: async () => (await import('./commands/history.js')).history,
	login: async () => (await import('./commands/login.js')).login,
	logout: async () => (await import('./commands/logout.js')).logout,
	config: async () => (await import('./commands/config.js')).config,
	doctor: async () => (await import('./commands/doctor.js')).doctor,
	simulate: async () => (await import('./commands/simulate.js')).simulate,
};

const {argv, env: environment, platform, stdin, stdout, stderr} = process;
const output = createOutput(stdout);

/** Resolves with the exit status. Throws BoardError for what stops the program on purpose. */
const run = async (): Promise<number> => {
	const parsed = await parseArguments(argv.slice(2));
	if (parsed.wants === 'version') return print(version);
	if (parsed.wants === 'help') return print(helpPage(parsed.command, await helpLanguage(parsed)));
	const {settings, settingsProblem} = await settingsFor(parsed.command);
	const options = resolveOptions({arguments: parsed, environment, settings, platform});
	if (options.tz !== undefined) process.env.TZ = options.tz;
	const command = await commands[parsed.command]();
	return command({
		options,
		arguments: parsed,
		environment,
		platform,
		settings,
		settingsProblem,
		output,
		hasScreen: stdout.isTTY === true && environment.TERM !== 'dumb',
		stdin,
		openTerminal: openPromptTerminal,
		tokens: ask => tokensFrom({tokenFile: options.tokenFile, environment, settings}, ask ?? plainQuestion(options)),
	});
};

/** These are there to find out what is wrong, and to put it right. */
const worksWithBrokenSettings: ReadonlySet<CommandName> = new Set(['config', 'doctor', 'login', 'logout']);

type FoundSettings = Pick<CommandContext, 'settings' | 'settingsProblem'>;

const settingsFor = async (command: CommandName): Promise<FoundSettings> => {
	try {
		const settings = await readSettings(environment, platform);
		for (const warning of settings.warnings) warn(warning);
		return {settings, settingsProblem: undefined};
	} catch (error) {
		if (!(error instanceof OptionsError) || !worksWithBrokenSettings.has(command)) throw error;
		return {settings: noSettings, settingsProblem: error};
	}
};

const noSettings: Settings = {path: settingsPath(environment, platform), values: new Map(), warnings: []};

/** Help is given even where the settings are broken. */
const helpLanguage = async (parsed: Arguments): Promise<Language> => {
	const settings = await readSettings(environment, platform).catch(() => noSettings);
	return resolveLanguage({arguments: parsed, environment, settings, platform});
};

const print = (text: string): number => {
	output.line(text);
	return 0;
};

const tokensFrom = async (sources: PlaceSources, question: TokenQuestion): Promise<readonly SiteToken[]> => {
	const terminal = openPromptTerminal();
	const ask = terminal && (() => question(terminal));
	const tokens = await findTokens({...sources, stdin, ask});
	for (const warning of await tokenWarnings(sources, platform)) warn(warning);
	return tokens;
};

const plainQuestion =
	({language}: Options): TokenQuestion =>
	terminal =>
		askForTokens(terminal, loginTexts(language));

/** One line on standard error, without anything that may be a token. */
const report = (error: unknown): number => {
	const status = error instanceof BoardError ? error.exitStatus : exitStatus.failure;
	const message = error instanceof Error ? error.message : String(error);
	if (status !== exitStatus.interrupted) warn(message);
	return status;
};

const warn = (message: string): void => {
	stderr.write(`ovh-cti-board: ${cleanText(hideSecrets(message), longestMessage)}\n`);
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
