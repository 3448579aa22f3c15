/** Words. English is the table and the type of all others: a key that another language lacks does not compile. */

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

export const en = {
	'app.name': 'OVH CTI',

	'view.overview': 'Overview',
	'view.log': 'Log',

	'figure.waiting': 'WAITING',
	'figure.longest': 'LONGEST',
	'figure.serviceLevel': (target: number, seconds: number) => `SL ${target}/${seconds}`,
	'figure.lost': 'LOST',
	'figure.inCall': 'IN CALL',
	'figure.free': 'FREE',
	'figure.since': (time: string) => `since ${time}`,
	'figure.none': '—',

	'feed.connecting': 'connecting',
	'feed.live': (age: string) => `live ${age}`,
	'feed.quiet': (age: string) => `quiet ${age}`,
	'feed.down': (time: string, retry: string) => `feed down since ${time}, next try in ${retry}`,
	'feed.retrying': (time: string) => `feed down since ${time}, trying`,
	'feed.refused': (time: string) => `token refused since ${time}: check the token`,
	'feed.waiting': 'waiting for the first event…',

	'status.in-call': 'in call',
	'status.on-hold': 'on hold',
	'status.ringing': 'ringing',
	'status.free': 'free',
	'status.unknown': 'unknown',
	'status.expired': 'expired',

	'lines.title': 'Lines',
	'lines.order': 'active first',
	'lines.onlyActive': 'only active',
	'lines.shown': (shown: number) => `${shown} shown`,
	'lines.none': 'No line matches.',
	'lines.allFree': 'No line is busy.',

	'queues.title': 'Queues',
	'queues.none': 'No queue heard of yet.',
	'queue.waiting': (count: number) => `${count} waiting`,
	'queue.talking': (count: number) => `${count} talking`,
	'queue.reported': (count: number) => `service: ${count}`,
	'queue.answered': (count: number) => `answered ${count}`,
	'queue.lost': (count: number) => `lost ${count}`,
	'queue.average': (time: string) => `avg ${time}`,
	'queue.more': (count: number) => `${count} more`,

	'log.title': 'Log',
	'log.following': 'following',
	'log.scrolled': (count: number) => `${count} newer below`,
	'log.none': 'Nothing happened yet.',
	'log.noMatch': 'No entry matches.',

	'number.withheld': 'withheld number',

	'event.ringing-started': (from: string) => `ringing, call from ${from}`,
	'event.ringing-started.outgoing': (to: string) => `calls ${to}`,
	'event.talk-started': (peer: string) => `in call with ${peer}`,
	'event.ringing-ended': (peer: string) => `stopped ringing, ${peer}`,
	'event.talk-ended': (peer: string) => `hung up, ${peer}`,
	'event.hold-started': (peer: string) => `put ${peer} on hold`,
	'event.hold-ended': (peer: string) => `took ${peer} off hold`,
	'event.line-registered': 'registered',
	'event.caller-joined': (caller: string) => `${caller} joined the queue`,
	'event.agent-offered': (agent: string, caller: string) => `rings ${agent} for ${caller}`,
	'event.agent-failed': (agent: string, cause: string) => `${agent} did not take the call: ${cause}`,
	'event.bridge-started': (agent: string, caller: string) => `${agent} talks with ${caller}`,
	'event.bridge-ended': (agent: string, caller: string) => `${agent} finished with ${caller}`,
	'event.bridge-broken': (agent: string, caller: string) => `${agent} was not connected with ${caller}`,
	'event.caller-left.served': (caller: string) => `${caller} left, served`,
	'event.caller-left.abandoned': (caller: string, wait: string) => `${caller} gave up after ${wait}`,
	'event.caller-left.timed-out': (caller: string, wait: string) => `${caller} waited too long, ${wait}`,
	'event.caller-left.no-agent': (caller: string, wait: string) => `${caller} found no agent, ${wait}`,
	'event.caller-left.opted-out': (caller: string, wait: string) => `${caller} left by a key after ${wait}`,
	'event.queue-counted': (count: number) => `the service counts ${count} waiting`,
	'event.event-unrecognised': (name: string) => `event ${name}, not known to this board`,
	'event.event-rejected': (reason: string) => `event rejected: ${reason}`,
	'event.feed-connecting': 'connecting to the service',
	'event.feed-live': 'connected',
	'event.feed-failed': (failure: string, detail: string) => `connection lost: ${failure} (${detail})`,
	'event.feed-refused': (reason: string) => `token refused: ${reason}`,
	'event.board-reset': 'counters reset',

	'failure.unreachable': 'service not reached',
	'failure.timeout': 'no answer in time',
	'failure.status': 'the service reports a fault',
	'failure.format': 'answer not understood',
	'failure.too-large': 'answer too large',

	'cause.NO_ANSWER': 'no answer',
	'cause.USER_BUSY': 'busy',
	'cause.CALL_REJECTED': 'rejected',
	'cause.LOSE_RACE': 'a colleague was faster',
	'cause.ORIGINATOR_CANCEL': 'the caller hung up',
	'cause.USER_NOT_REGISTERED': 'telephone not registered',

	'time.seconds': (count: number) => `${count} s`,
	'time.minutes': (count: number) => `${count} min`,
	'time.hours': (count: number) => `${count} h`,
	'time.days': (count: number) => plural(count, 'day', 'days'),

	'key.view.overview': 'overview',
	'key.view.log': 'log',
	'key.view.next': 'next view',
	'key.view.previous': 'previous view',
	'key.filter': 'filter',
	'key.active': 'only active',
	'key.move.up': 'up',
	'key.move.down': 'down',
	'key.move.left': 'left',
	'key.move.right': 'right',
	'key.page.up': 'page up',
	'key.page.down': 'page down',
	'key.move.first': 'first',
	'key.move.last': 'last',
	'key.pause': 'pause',
	'key.reset': 'reset',
	'key.redraw': 'draw anew',
	'key.help': 'help',
	'key.quit': 'quit',
	'key.interrupt': 'quit at once',
	'key.cancel': 'clear filter, back to live',
	'key.close': 'close',
	'key.confirm': 'yes',
	'key.refuse': 'no',
	'key.erase': 'rub out',
	'key.accept': 'keep filter',

	'filter.prompt': 'Filter',
	'filter.hint': 'text or number, ! in front: all others · Enter keeps · Esc clears',
	'pause.banner': (hidden: number) => `PAUSED · ${plural(hidden, 'event', 'events')} hidden · p goes on`,
	'reset.title': 'Reset the board?',
	'reset.body': (time: string) => `Counters since ${time}, known numbers and the log are cleared.`,
	'reset.keep': 'Calls and callers there now stay. Settings stay.',
	'reset.choice': 'y reset    n or Esc keep (default)',
	'help.title': 'Keys',
	'help.symbols': 'Symbols',
	'help.close': '? or Esc closes',
	'help.figures': 'Figures',
	'help.serviceLevel': (seconds: number, short: number, target: number) =>
		`SL (F6): answered within ${seconds} s ÷ (answered + lost − gave up within ${short} s), aim ${target} %`,
	'help.lost': 'LOST: gave up + waited too long + no agent. IN CALL, FREE: lines.',
	'help.unknown': 'Unknown is never shown as free: what the service does not say is —.',
} as const satisfies Record<string, string | ((...args: never[]) => string)>;

/** The shape every language fills: same keys, same arguments. */
export type Messages = {
	readonly [Key in keyof typeof en]: (typeof en)[Key] extends (...args: infer Args) => string
		? (...args: Args) => string
		: string;
};

/** Keys whose message takes no argument: what cells and key bindings may name. */
export type TextKey = {
	[Key in keyof Messages]: Messages[Key] extends string ? Key : never;
}[keyof Messages];
