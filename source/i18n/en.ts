/** Words. English is the table and the type of all others: a key that another language lacks does not compile. */
import {agentsEn} from './agents-en.js';
import {callsEn} from './calls-en.js';
import {detailsEn} from './details-en.js';
import {joined} from './joined.js';
import {journalEn} from './journal-en.js';
import {keysEn} from './keys-en.js';
import {lostEn} from './lost-en.js';
import {popDialogEn} from './pop-dialog-en.js';
import {popEn} from './pop-en.js';
import {queuesEn} from './queues-en.js';
import {statisticsEn} from './statistics-en.js';
import {tablesEn} from './tables-en.js';
import type {Translation} from './translation.js';

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

export const boardEn = {
	'app.name': 'OVH CTI',

	'view.overview': 'Overview',
	'view.queues': 'Queues',
	'view.calls': 'Calls',
	'view.agents': 'Agents',
	'view.log': 'Log',
	'view.statistics': 'Statistics',
	'view.lost': 'Lost callers',

	'figure.waiting': 'WAITING',
	'figure.longest': 'LONGEST',
	'figure.serviceLevel': (target: number, seconds: number) => `SL ${target}/${seconds}`,
	'figure.lost': 'LOST',
	'figure.inCall': 'IN CALL',
	'figure.free': 'FREE',
	'figure.since': (time: string) => `since ${time}`,
	'figure.missed': (span: string) => `${span} missed`,
	'figure.none': '—',

	'feed.connecting': 'connecting',
	'feed.reconnecting': 'connecting, old figures',
	'feed.live': (age: string) => `live ${age}`,
	'feed.quiet': (age: string) => `quiet ${age}`,
	'feed.replay': (time: string) => `replay ${time}`,
	'feed.count.live': (count: number) => `${count} live`,
	'feed.count.quiet': (count: number) => `${count} quiet`,
	'feed.count.connecting': (count: number) => `${count} connecting`,
	'feed.site': (site: string, state: string) => `${site}: ${state}`,
	'feed.sites': (count: number, total: number) => `${count} of ${total} sites`,
	'feed.down': (time: string, retry: string) => `feed down since ${time}, next try in ${retry}`,
	'feed.down.several': (time: string, retry: string) => `feeds down since ${time}, next try in ${retry}`,
	'feed.down.short': (time: string, retry: string) => `down ${time}, retry in ${retry}`,
	'feed.down.bare': (time: string) => `down ${time}`,
	'feed.retrying': (time: string) => `feed down since ${time}, trying`,
	'feed.retrying.several': (time: string) => `feeds down since ${time}, trying`,
	'feed.retrying.short': (time: string) => `down ${time}, trying`,
	'feed.refused': (time: string) => `token refused since ${time}: check the token, :token changes it`,
	'feed.refused.several': (time: string) => `tokens refused since ${time}: check them, :token changes them`,
	'feed.refused.medium': (time: string) => `token refused since ${time}, see :token`,
	'feed.refused.short': (time: string) => `refused ${time}, see :token`,
	'feed.refused.bare': 'refused, see :token',
	'feed.none': 'no feed',
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
	'queue.waiting': (count: string) => `${count} waiting`,
	'queue.talking': (count: string) => `${count} talking`,
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
	'event.feed-gap': 'the service began anew: events may be missing, calls are unknown until heard of',
	'event.board-reset': 'counters reset',
	'event.feed-closed': 'not listened to any more',
	'event.board-unkept': (reason: string) => `not kept on disk: ${reason}`,
	'event.history-unkept': (reason: string) => `calls not kept in the history: ${reason}`,
	'event.loss-ticked': 'a lost caller was marked as dealt with',
	'event.loss-unticked': 'a lost caller was marked as still open',
	'event.board-restored': (time: string) => `figures taken over as they were at ${time}`,
	'event.settings-changed': 'settings taken over',
	'event.settings-refused': (problem: string) => `settings not taken over: ${problem}`,

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

	'pause.banner': (hidden: number) => `PAUSED · ${plural(hidden, 'event', 'events')} hidden · p goes on`,
} as const satisfies Record<string, string | ((...args: never[]) => string)>;

export const en = joined(
	boardEn,
	keysEn,
	tablesEn,
	callsEn,
	agentsEn,
	lostEn,
	statisticsEn,
	detailsEn,
	journalEn,
	queuesEn,
	popEn,
	popDialogEn,
);

/** The shape every language fills: same keys, same arguments. */
export type Messages = Translation<typeof en>;

/** Keys whose message takes no argument: what cells and key bindings may name. */
export type TextKey = {
	[Key in keyof Messages]: Messages[Key] extends string ? Key : never;
}[keyof Messages];
