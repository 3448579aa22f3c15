/** Words of agents. */
export const agentsEn = {
	'agents.none': 'No agent seen as far as is known.',
	'agents.note': 'free = line free; the service does not say who is logged in',
	'agents.column.since': 'SINCE',
	'agents.column.with': 'WITH',
	'agents.column.answered': 'ANS',
	'agents.column.missed': 'MISS',
	'agents.column.queues': 'WORKS FOR',
} as const satisfies Record<string, string | ((...args: never[]) => string)>;
