import {agentsFr} from './agents-fr.js';
import {callsFr} from './calls-fr.js';
import {detailsFr} from './details-fr.js';
import type {boardEn, Messages} from './en.js';
import {joined} from './joined.js';
import {journalFr} from './journal-fr.js';
import {keysFr} from './keys-fr.js';
import {lostFr} from './lost-fr.js';
import {popDialogFr} from './pop-dialog-fr.js';
import {popFr} from './pop-fr.js';
import {queuesFr} from './queues-fr.js';
import {statisticsFr} from './statistics-fr.js';
import {tablesFr} from './tables-fr.js';
import type {Translation} from './translation.js';

const plural = (count: number, one: string, many: string): string => `${count} ${count < 2 ? one : many}`;

const boardFr: Translation<typeof boardEn> = {
	'app.name': 'OVH CTI',

	'view.overview': "Vue d'ensemble",
	'view.queues': 'Files',
	'view.calls': 'Appels',
	'view.agents': 'Agents',
	'view.log': 'Journal',
	'view.statistics': 'Statistiques',
	'view.lost': 'Appelants perdus',

	'figure.waiting': 'ATTENTE',
	'figure.longest': 'MAX',
	'figure.serviceLevel': (target, seconds) => `NS ${target}/${seconds}`,
	'figure.lost': 'PERDUS',
	'figure.inCall': 'EN APPEL',
	'figure.free': 'LIBRES',
	'figure.since': time => `depuis ${time}`,
	'figure.missed': span => `${span} sans flux`,
	'figure.none': '—',

	'feed.connecting': 'connexion',
	'feed.reconnecting': 'connexion, chiffres figés',
	'feed.live': age => `en direct ${age}`,
	'feed.quiet': age => `calme ${age}`,
	'feed.replay': time => `rejeu ${time}`,
	'feed.count.live': count => `${count} en direct`,
	'feed.count.quiet': count => plural(count, 'calme', 'calmes'),
	'feed.count.connecting': count => `${count} en connexion`,
	'feed.site': (site, state) => `${site} : ${state}`,
	'feed.sites': (count, total) => `${count} sur ${total}`,
	'feed.down': (time, retry) => `flux coupé depuis ${time}, nouvel essai dans ${retry}`,
	'feed.down.several': (time, retry) => `flux coupés depuis ${time}, nouvel essai dans ${retry}`,
	'feed.down.short': (time, retry) => `coupé ${time}, essai dans ${retry}`,
	'feed.down.bare': time => `coupé ${time}`,
	'feed.retrying': time => `flux coupé depuis ${time}, nouvel essai`,
	'feed.retrying.several': time => `flux coupés depuis ${time}, nouvel essai`,
	'feed.retrying.short': time => `coupé ${time}, essai`,
	'feed.refused': time => `jeton refusé depuis ${time} : vérifiez le jeton, :token le change`,
	'feed.refused.several': time => `jetons refusés depuis ${time} : vérifiez-les, :token les change`,
	'feed.refused.medium': time => `jeton refusé depuis ${time}, voir :token`,
	'feed.refused.short': time => `refusé ${time}, voir :token`,
	'feed.refused.bare': 'refusé, voir :token',
	'feed.none': 'sans flux',
	'feed.waiting': 'en attente du premier événement…',

	'status.in-call': 'en appel',
	'status.on-hold': 'en garde',
	'status.ringing': 'sonne',
	'status.free': 'libre',
	'status.unknown': 'inconnu',
	'status.expired': 'expiré',

	'lines.title': 'Lignes',
	'lines.order': "actives d'abord",
	'lines.onlyActive': 'actives seules',
	'lines.shown': shown => plural(shown, 'affichée', 'affichées'),
	'lines.none': 'Aucune ligne ne correspond.',
	'lines.allFree': "Aucune ligne n'est occupée.",

	'queues.title': 'Files',
	'queues.none': 'Aucune file connue pour le moment.',
	'queue.waiting': count => `${count} en attente`,
	'queue.talking': count => `${count} en ligne`,
	'queue.reported': count => `service : ${count}`,
	'queue.answered': count => `répondus ${count}`,
	'queue.lost': count => `perdus ${count}`,
	'queue.average': time => `moy. ${time}`,
	'queue.more': count => `${count} de plus`,

	'log.title': 'Journal',
	'log.following': 'suivi',
	'log.scrolled': count => plural(count, 'plus récent dessous', 'plus récents dessous'),
	'log.none': "Rien ne s'est encore passé.",
	'log.noMatch': 'Aucune entrée ne correspond.',

	'number.withheld': 'numéro masqué',

	'event.ringing-started': from => `sonne, appel de ${from}`,
	'event.ringing-started.outgoing': to => `appelle ${to}`,
	'event.talk-started': peer => `en appel avec ${peer}`,
	'event.ringing-ended': peer => `ne sonne plus, ${peer}`,
	'event.talk-ended': peer => `a raccroché, ${peer}`,
	'event.hold-started': peer => `met ${peer} en garde`,
	'event.hold-ended': peer => `reprend ${peer}`,
	'event.line-registered': 'enregistré',
	'event.caller-joined': caller => `${caller} entre dans la file`,
	'event.agent-offered': (agent, caller) => `fait sonner ${agent} pour ${caller}`,
	'event.agent-failed': (agent, cause) => `${agent} n'a pas pris l'appel : ${cause}`,
	'event.bridge-started': (agent, caller) => `${agent} parle avec ${caller}`,
	'event.bridge-ended': (agent, caller) => `${agent} a terminé avec ${caller}`,
	'event.bridge-broken': (agent, caller) => `${agent} n'a pas été relié à ${caller}`,
	'event.caller-left.served': caller => `${caller} est parti, servi`,
	'event.caller-left.abandoned': (caller, wait) => `${caller} a abandonné après ${wait}`,
	'event.caller-left.timed-out': (caller, wait) => `${caller} a trop attendu, ${wait}`,
	'event.caller-left.no-agent': (caller, wait) => `${caller} n'a trouvé aucun agent, ${wait}`,
	'event.caller-left.opted-out': (caller, wait) => `${caller} est sorti par une touche après ${wait}`,
	'event.queue-counted': count => `le service compte ${count} en attente`,
	'event.event-unrecognised': name => `événement ${name}, inconnu de ce tableau`,
	'event.event-rejected': reason => `événement rejeté : ${reason}`,
	'event.feed-connecting': 'connexion au service',
	'event.feed-live': 'connecté',
	'event.feed-failed': (failure, detail) => `connexion perdue : ${failure} (${detail})`,
	'event.feed-refused': reason => `jeton refusé : ${reason}`,
	'event.feed-gap': 'le service a recommencé : événements peut-être perdus, appels inconnus sans nouvelles',
	'event.board-reset': 'compteurs remis à zéro',
	'event.feed-closed': "n'est plus écouté",
	'event.board-unkept': (reason: string) => `non gardé sur disque : ${reason}`,
	'event.history-unkept': reason => `appels non gardés dans l’historique : ${reason}`,
	'event.loss-ticked': 'un appelant perdu est marqué comme traité',
	'event.loss-unticked': 'un appelant perdu est marqué comme à rappeler',
	'event.board-restored': time => `chiffres repris tels qu'à ${time}`,
	'event.settings-changed': 'réglages repris',
	'event.settings-refused': problem => `réglages non repris : ${problem}`,

	'failure.unreachable': 'service injoignable',
	'failure.timeout': 'pas de réponse à temps',
	'failure.status': 'le service signale une panne',
	'failure.format': 'réponse incomprise',
	'failure.too-large': 'réponse trop grande',

	'cause.NO_ANSWER': 'pas de réponse',
	'cause.USER_BUSY': 'occupé',
	'cause.CALL_REJECTED': 'refusé',
	'cause.LOSE_RACE': 'un collègue a été plus rapide',
	'cause.ORIGINATOR_CANCEL': "l'appelant a raccroché",
	'cause.USER_NOT_REGISTERED': 'téléphone non enregistré',

	'time.seconds': count => `${count} s`,
	'time.minutes': count => `${count} min`,
	'time.hours': count => `${count} h`,
	'time.days': count => plural(count, 'jour', 'jours'),

	'pause.banner': hidden => `PAUSE · ${plural(hidden, 'événement masqué', 'événements masqués')} · p reprend`,
};

export const fr: Messages = joined(
	boardFr,
	keysFr,
	tablesFr,
	callsFr,
	agentsFr,
	lostFr,
	statisticsFr,
	detailsFr,
	journalFr,
	queuesFr,
	popFr,
	popDialogFr,
);
