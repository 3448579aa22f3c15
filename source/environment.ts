import {type Language, languageOf} from './i18n/languages.js';

/** The variables a program is started with. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable that is set and not empty. */
export const variable = (environment: Environment, name: string): string | undefined => environment[name] || undefined;

/** The language of the first variable of the locale that names one we have. Source: the order of POSIX's setlocale. */
export const localeLanguage = (environment: Environment): Language | undefined =>
	languageOf(localeOf(environment, 'LC_MESSAGES'));

/** Whether the terminal is to show colours, as far as nobody asked for anything else. `FORCE_COLOR` wins, as in Node. */
export const wantsColour = (environment: Environment): boolean => {
	const forced = environment.FORCE_COLOR;
	if (forced !== undefined) return forced !== '0' && forced !== 'false';
	return variable(environment, 'NO_COLOR') === undefined && environment.TERM !== 'dumb';
};

/**
Whether the terminal may lack all but ASCII: the kernel's console has few glyphs, and a locale other than UTF-8 says
that bytes are read differently. Windows has no such locale, its terminals take Unicode.
*/
export const wantsAscii = (environment: Environment, platform: NodeJS.Platform): boolean => {
	if (environment.TERM === 'linux') return true;
	return platform !== 'win32' && !/utf-?8/i.test(localeOf(environment, 'LC_CTYPE') ?? '');
};

const localeOf = (environment: Environment, category: 'LC_MESSAGES' | 'LC_CTYPE'): string | undefined =>
	variable(environment, 'LC_ALL') ?? variable(environment, category) ?? variable(environment, 'LANG');
