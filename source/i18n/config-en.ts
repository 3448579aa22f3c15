/** What the command `config` says. English is the table and the type of the others. */
export const configEn = {
	'config.set': (key: string, value: string, path: string) => `${key} is now ${value}, in ${path}`,
	'config.unset': (key: string, path: string) => `${key} is no longer set in ${path}`,
	'config.wasNotSet': (key: string, path: string) => `${key} was not set in ${path}`,
	'config.setAside': (path: string) => `the file that was there is no JSON object; it is kept as ${path}`,
	'config.remaining': (problem: string) => `still to be put right: ${problem}`,
	'config.overridden': (variable: string) => `${variable} is set in the environment, and comes first`,
	'config.valid': (path: string) => `OK: ${path}`,
	'config.noFile': (path: string) => `OK: there is no ${path}, the defaults hold`,
	'config.hidden': 'set (hidden)',
	'config.notSet': 'not set',
	'config.builtIn': 'built in',
	'config.fromEnvironment': (variable: string) => `environment, ${variable}`,
	'config.fromFile': 'file',
	'config.fromDefault': 'default',
};

/** The shape every language fills: same keys, same arguments. */
export type ConfigTexts = {
	readonly [Key in keyof typeof configEn]: (typeof configEn)[Key] extends (...facts: infer Facts) => string
		? (...facts: Facts) => string
		: string;
};
