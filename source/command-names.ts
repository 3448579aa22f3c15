/** The board is what runs without a command. */
export const commandNames = [
	'board',
	'demo',
	'tail',
	'snapshot',
	'record',
	'replay',
	'report',
	'history',
	'login',
	'logout',
	'config',
	'doctor',
	'simulate',
] as const;

export type CommandName = (typeof commandNames)[number];

/** What stands after a command without dashes, in order; in brackets what may be left out. */
export const operands: Readonly<Partial<Record<CommandName, readonly string[]>>> = {
	record: ['FILE'],
	replay: ['FILE'],
	history: ['ACTION'],
	config: ['ACTION', '[KEY]', '[VALUE]'],
};
