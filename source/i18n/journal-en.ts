/** Words of the log, beside its sentences. */
export const journalEn = {
	'log.kind.all': 'all',
	'log.kind.lines': 'lines',
	'log.kind.queues': 'queues',
	'log.kind.agents': 'agents',
	'log.kind.lost': 'lost callers',
	'log.kind.feeds': 'feeds and board',
	'log.kind.registered': 'registrations',
	'log.withRegistered': 'all and registrations',
	'log.latency': (milliseconds: number) => `${milliseconds} ms`,
	'event.left.abandoned': (caller: string) => `${caller} gave up`,
	'event.left.timed-out': (caller: string) => `${caller} waited too long`,
	'event.left.no-agent': (caller: string) => `${caller} found no agent`,
	'event.left.opted-out': (caller: string) => `${caller} left by a key`,
	'event.loss-ticked.of': (caller: string) => `${caller} was marked as dealt with`,
	'event.loss-unticked.of': (caller: string) => `${caller} was marked as still open`,
} as const satisfies Record<string, string | ((...args: never[]) => string)>;
