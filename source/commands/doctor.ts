import type {Finding} from '../doctor/check.js';
import {type CheckName, checkNames, examine} from '../doctor/examine.js';
import {exitStatus} from '../errors.js';
import {doctorTexts} from '../i18n/doctor.js';
import type {DoctorTexts} from '../i18n/doctor-en.js';
import {loginTexts} from '../i18n/login.js';
import {widthOf} from '../presentation/width.js';
import {defaultEndpoint} from '../providers/ovh/endpoint.js';
import {askForTokens} from '../token-prompt.js';
import type {Command, CommandContext} from './command.js';
import {signalled} from './signals.js';

/** `doctor`: looks at everything between this machine and the first event, a line for each finding. */
export const doctor: Command = async context => {
	const aborter = new AbortController();
	const {options, output} = context;
	const texts = doctorTexts(options.language);
	const lines = reportLines(texts, options.ascii);
	const tell = (name: CheckName, finding: Finding): void => lines(name, finding).forEach(output.line);
	const examined = examine({...caseOf(context), texts, signal: aborter.signal}, tell);
	// After Ctrl-C nobody waits for what is still under way.
	examined.catch(() => undefined);
	try {
		return await Promise.race([signalled({SIGINT: exitStatus.interrupted}), examined]);
	} finally {
		aborter.abort();
	}
};

const caseOf = ({options, environment, platform, settings, settingsProblem, stdin, openTerminal}: CommandContext) => ({
	language: options.language,
	environment,
	platform,
	settings,
	settingsProblem,
	tokenFile: options.tokenFile,
	stdin,
	ask: () => {
		const terminal = openTerminal();
		return terminal ? askForTokens(terminal, loginTexts(options.language)) : Promise.resolve([]);
	},
	endpoint: options.endpoint ?? new URL(defaultEndpoint),
	isOwnEndpoint: options.endpoint === undefined,
	transport: options.transport,
	listenMs: options.listenSeconds * 1000,
	now: Date.now,
});

const marks = {good: '✓', bad: '✗', note: '–'} as const;
const asciiMarks = {good: '[ok]', bad: '[!!]', note: '[--]'} as const;

/** A finding as lines: mark, name, text, and below what to do. */
const reportLines = (texts: DoctorTexts, ascii: boolean) => {
	const width = Math.max(...checkNames.map(name => widthOf(texts[`check.${name}`])));
	return (name: CheckName, {mark, text, advice}: Finding): readonly string[] => {
		const label = texts[`check.${name}`];
		const sign = (ascii ? asciiMarks : marks)[mark];
		const begin = `${sign} ${label}${' '.repeat(width - widthOf(label))}  `;
		if (advice === undefined) return [`${begin}${text}`];
		return [`${begin}${text}`, `${' '.repeat(widthOf(begin))}${ascii ? '->' : '→'} ${advice}`];
	};
};
