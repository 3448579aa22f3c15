/** What `history` says, and other commands of the history. English is the table and the type of the others. */
export const historyEn = {
	'show.file': 'File',
	'show.size': 'On disk',
	'show.calls': 'Calls',
	'show.stays': 'Stays in queues',
	'show.from': 'From',
	'show.to': 'To',
	'show.kept': 'Kept for',
	'show.nothing': '—',
	'show.off': (days: string) => `${days}; nothing new is kept: the setting history is off`,
	'purge.what': (calls: number, stays: number) => `${callsText(calls)} and ${staysText(stays)}`,
	'purge.done': (what: string, before: string) => `deleted ${what} that ended before ${before}`,
	'note.none': (path: string) => `there is no history yet: the board writes it to ${path}`,
	'refused.damaged': (path: string) =>
		`the history ${path} is damaged: the next board puts it aside and begins a new one`,
	'refused.unreadable': (path: string, reason: string) => `cannot read the history ${path}: ${reason}`,
	'refused.unpurged': (path: string, reason: string, what: string) =>
		`cannot purge the history ${path}: ${reason}; deleted until then: ${what}`,
} as const satisfies Record<string, string | ((...args: never[]) => string)>;

const callsText = (count: number): string => (count === 1 ? '1 call' : `${count} calls`);

const staysText = (count: number): string => (count === 1 ? '1 stay in a queue' : `${count} stays in queues`);
