/** The words around a token: the question for it, trying it, keeping it. English is the table and the type of the others. */
export const loginEn = {
	'prompt.explanation': `The board needs an event token of your OVHcloud telephony, which is a UUID.
To get one, log in to https://eu.api.ovh.com/console and call one of these,
with expiration "unlimited"; the answer is the token:
  POST /telephony/{billingAccount}/eventToken
    for all lines and queues of a billing account
  POST /telephony/{billingAccount}/service/{serviceName}/eventToken
    for one line or queue
Several: commas between them, and names, as in Lyon=TOKEN,Paris=TOKEN.
It is not shown while you type. Without an account: ovh-cti-board demo`,
	'prompt.question': 'Token: ',
	'prompt.giveUp': 'Ctrl-C gives up.',

	'token.none': 'No token was given.',
	'token.form': 'That is no token: expected 8-4-4-4-12 letters and digits.',
	'token.token-for-site': 'Expected the name of a site before =, got a token.',
	'token.token-twice': 'The same token is given twice.',
	'token.site-twice': 'The name of a site is given twice.',
	'token.which': (number: number, count: number) => `Token ${number} of ${count}:`,

	'trial.trying': (host: string) => `Trying it at ${host}.`,
	'trial.accepted': 'The service answered: the token is accepted.',
	'trial.not-refused': 'Not refused so far: the service holds the request until something happens.',
	'trial.refused': 'The service refuses this token. Check it, or make a new one.',
	'trial.refusedFor': (sites: string) => `The service refuses the token of ${sites}. Check it, or make a new one.`,
	'trial.unreachable': (reason: string) => `Could not be tried: ${reason}.`,
	'trial.goesOn': 'The board starts all the same, and tries again by itself.',

	'change.whichSite': 'There are several sites: name the one it is for, as in Lyon=TOKEN.',

	'keep.question': (path: string) => `Keep it for next time in ${path}, readable by you only? [y/N] `,
	/** Answers that mean yes. */
	'keep.yes': 'y yes',
	'keep.done': (path: string) => `Kept in ${path}, readable by you only.`,
	'keep.untried': 'It was not tried: ovh-cti-board doctor says what is wrong.',
	'keep.failed': (reason: string) => `Not kept: ${reason}.`,
	'keep.setAside': (path: string) =>
		`The settings file was broken, and is now ${path}: settings and perhaps a token are in it.`,
	'keep.remaining': (problem: string) => `But something in it is still wrong: ${problem}`,
	'keep.outranked': (place: string) => `But ${place} comes before the settings, and is used as long as it is there.`,

	'logout.done': (path: string) => `No token is kept in ${path} any more.`,
	'logout.none': (path: string) => `No token was kept in ${path}.`,
	'logout.fileStays': (path: string) => `The file ${path}, which the settings named, is still there.`,
	'logout.still': (place: string) => `A token still comes from ${place}.`,

	'place.standard-input': 'standard input',
	'place.flag': (path: string) => `--token-file ${path}`,
	'place.variable': 'the variable OVH_CTI_TOKEN',
	'place.variable-file': (path: string) => `the variable OVH_CTI_TOKEN_FILE, ${path}`,
	'place.credential': (path: string) => `the credential ${path}`,
	'place.settings': (path: string) => `the settings, ${path}`,
	'place.settings-file': (path: string) => `the file ${path} that the settings name`,
} as const satisfies Record<string, string | ((...args: never[]) => string)>;

/** The shape every language fills: same keys, same arguments. */
export type LoginTexts = {
	readonly [Key in keyof typeof loginEn]: (typeof loginEn)[Key] extends (...args: infer Args) => string
		? (...args: Args) => string
		: string;
};
