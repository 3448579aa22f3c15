import {describe, expect, it} from 'vitest';
import type {BoardEvent, BoardEventType} from '../../source/domain/event.js';
import {callId, siteName} from '../../source/domain/units.js';
import {messagesFor} from '../../source/i18n/languages.js';
import {noContacts} from '../../source/presentation/contacts.js';
import {eventSentence, eventSubject} from '../../source/presentation/log.js';
import {
	accueil,
	at,
	boardAfter,
	bridged,
	bruno,
	colleague,
	counted,
	failed,
	gaveUp,
	joined,
	left,
	offered,
	onCall,
	reset,
	site,
	support,
	timePassed,
	unbridged,
} from '../helpers/builders.js';

const board = boardAfter(
	onCall('ringing-started', -90, {label: 'Accueil', callId: callId('before')}),
	onCall('ringing-started', -90, {label: 'Bruno', number: colleague, to: colleague, callId: callId('before')}),
	...gaveUp('impatient', {joins: -80, leaves: -70}),
);

/** The one caller who was lost on the board. */
const [lossKey = ''] = board.losses.keys();

const english = {messages: messagesFor('en'), board, contacts: noContacts};
const french = {messages: messagesFor('fr'), board, contacts: noContacts};

const outgoing = {direction: 'outgoing', from: accueil, to: colleague} as const;

const pop = {at: at(0), number: accueil, target: 'https://crm.example/call'} as const;

type Sentence = readonly [event: BoardEvent, english: string, french: string];

const sentences: Readonly<Record<BoardEventType, readonly Sentence[]>> = {
	'ringing-started': [
		[onCall('ringing-started', 0), 'ringing, call from 06 39 98 00 01', 'sonne, appel de 06 39 98 00 01'],
		[onCall('ringing-started', 0, {from: ''}), 'ringing, call from withheld number', 'sonne, appel de numéro masqué'],
		[onCall('ringing-started', 0, outgoing), 'calls Bruno', 'appelle Bruno'],
	],
	'ringing-ended': [[onCall('ringing-ended', 0), 'stopped ringing, 06 39 98 00 01', 'ne sonne plus, 06 39 98 00 01']],
	'talk-started': [
		[onCall('talk-started', 0), 'in call with 06 39 98 00 01', 'en appel avec 06 39 98 00 01'],
		[onCall('talk-started', 0, outgoing), 'in call with Bruno', 'en appel avec Bruno'],
	],
	'talk-ended': [[onCall('talk-ended', 0), 'hung up, 06 39 98 00 01', 'a raccroché, 06 39 98 00 01']],
	'hold-started': [[onCall('hold-started', 0, outgoing), 'put Bruno on hold', 'met Bruno en garde']],
	'hold-ended': [[onCall('hold-ended', 0, outgoing), 'took Bruno off hold', 'reprend Bruno']],
	'line-registered': [
		[{type: 'line-registered', at: at(0), site, service: 'line', number: accueil}, 'registered', 'enregistré'],
	],
	'caller-joined': [
		[joined(0), '06 39 98 00 01 joined the queue', '06 39 98 00 01 entre dans la file'],
		[joined(0, {from: colleague}), '01 99 00 01 02 joined the queue', '01 99 00 01 02 entre dans la file'],
	],
	'agent-offered': [[offered(0), 'rings Accueil for 06 39 98 00 01', 'fait sonner Accueil pour 06 39 98 00 01']],
	'agent-failed': [
		[failed(0), 'Accueil did not take the call: no answer', "Accueil n'a pas pris l'appel : pas de réponse"],
		[
			failed(0, {agent: bruno, cause: 'USER_BUSY'}),
			'Bruno did not take the call: busy',
			"Bruno n'a pas pris l'appel : occupé",
		],
		[
			failed(0, {cause: 'NEW_CAUSE'}),
			'Accueil did not take the call: NEW_CAUSE',
			"Accueil n'a pas pris l'appel : NEW_CAUSE",
		],
		[
			failed(0, {cause: 'toString'}),
			'Accueil did not take the call: toString',
			"Accueil n'a pas pris l'appel : toString",
		],
	],
	'bridge-started': [[bridged(0), 'Accueil talks with 06 39 98 00 01', 'Accueil parle avec 06 39 98 00 01']],
	'bridge-ended': [
		[unbridged(0), 'Accueil finished with 06 39 98 00 01', 'Accueil a terminé avec 06 39 98 00 01'],
		[
			unbridged(0, {bridged: false}),
			'Accueil was not connected with 06 39 98 00 01',
			"Accueil n'a pas été relié à 06 39 98 00 01",
		],
	],
	'caller-left': [
		[left(0, {outcome: 'served'}), '06 39 98 00 01 left, served', '06 39 98 00 01 est parti, servi'],
		[left(0), '06 39 98 00 01 gave up', '06 39 98 00 01 a abandonné'],
		[left(0, {joinedAt: at(-40)}), '06 39 98 00 01 gave up after 40 s', '06 39 98 00 01 a abandonné après 40 s'],
		[left(0, {outcome: 'timed-out'}), '06 39 98 00 01 waited too long', '06 39 98 00 01 a trop attendu'],
		[left(0, {outcome: 'no-agent'}), '06 39 98 00 01 found no agent', "06 39 98 00 01 n'a trouvé aucun agent"],
		[left(0, {outcome: 'opted-out'}), '06 39 98 00 01 left by a key', '06 39 98 00 01 est sorti par une touche'],
		[
			left(0, {outcome: 'timed-out', joinedAt: at(-180)}),
			'06 39 98 00 01 waited too long, 3 min',
			'06 39 98 00 01 a trop attendu, 3 min',
		],
		[
			left(0, {outcome: 'no-agent', joinedAt: at(-1)}),
			'06 39 98 00 01 found no agent, 1 s',
			"06 39 98 00 01 n'a trouvé aucun agent, 1 s",
		],
		[
			left(0, {outcome: 'opted-out', joinedAt: at(-9)}),
			'06 39 98 00 01 left by a key after 9 s',
			'06 39 98 00 01 est sorti par une touche après 9 s',
		],
	],
	'queue-counted': [[counted(0, 3), 'the service counts 3 waiting', 'le service compte 3 en attente']],
	'event-unrecognised': [
		[
			{type: 'event-unrecognised', at: at(0), site, name: 'agent-add', number: support},
			'event agent-add, not known to this board',
			'événement agent-add, inconnu de ce tableau',
		],
	],
	'event-rejected': [
		[
			{type: 'event-rejected', at: at(0), site, path: 'Events[3]', reason: 'Events[3]: expected a number'},
			'event rejected: Events[3]: expected a number',
			'événement rejeté : Events[3]: expected a number',
		],
	],
	'feed-connecting': [
		[{type: 'feed-connecting', at: at(0), site, transport: 'v1'}, 'connecting to the service', 'connexion au service'],
	],
	'feed-live': [[{type: 'feed-live', at: at(0), site}, 'connected', 'connecté']],
	'feed-failed': (
		[
			['unreachable', 'service not reached', 'service injoignable'],
			['timeout', 'no answer in time', 'pas de réponse à temps'],
			['status', 'the service reports a fault', 'le service signale une panne'],
			['format', 'answer not understood', 'réponse incomprise'],
			['too-large', 'answer too large', 'réponse trop grande'],
		] as const
	).map(
		([failure, inEnglish, inFrench]): Sentence => [
			{type: 'feed-failed', at: at(0), site, failure, reason: 'status 500', retryAt: at(5)},
			`connection lost: ${inEnglish} (status 500)`,
			`connexion perdue : ${inFrench} (status 500)`,
		],
	),
	'feed-refused': [
		[
			{type: 'feed-refused', at: at(0), site, reason: 'status 403', retryAt: at(60)},
			'token refused: status 403',
			'jeton refusé : status 403',
		],
	],
	'feed-gap': [
		[
			{type: 'feed-gap', at: at(0), site},
			'the service began anew: events may be missing, calls are unknown until heard of',
			'le service a recommencé : événements peut-être perdus, appels inconnus sans nouvelles',
		],
	],
	'board-reset': [[reset(0), 'counters reset', 'compteurs remis à zéro']],
	'feed-closed': [[{type: 'feed-closed', at: at(0), site}, 'not listened to any more', "n'est plus écouté"]],
	'board-unkept': [
		[
			{type: 'board-unkept', at: at(0), reason: 'the disk is full'},
			'not kept on disk: the disk is full',
			'non gardé sur disque : the disk is full',
		],
	],
	'board-restored': [
		[
			{type: 'board-restored', at: at(0), savedAt: at(-300)},
			'figures taken over as they were at 10:10',
			"chiffres repris tels qu'à 10:10",
		],
	],
	'history-unkept': [
		[
			{type: 'history-unkept', at: at(0), reason: 'no space left'},
			'calls not kept in the history: no space left',
			'appels non gardés dans l’historique : no space left',
		],
	],
	'loss-ticked': [
		[
			{type: 'loss-ticked', at: at(0), key: 'channel-1', isDone: true},
			'a lost caller was marked as dealt with',
			'un appelant perdu est marqué comme traité',
		],
		[
			{type: 'loss-ticked', at: at(0), key: 'channel-1', isDone: false},
			'a lost caller was marked as still open',
			'un appelant perdu est marqué comme à rappeler',
		],
		[
			{type: 'loss-ticked', at: at(0), key: lossKey, isDone: true},
			'06 39 98 00 01 was marked as dealt with',
			'06 39 98 00 01 est marqué comme traité',
		],
		[
			{type: 'loss-ticked', at: at(0), key: lossKey, isDone: false},
			'06 39 98 00 01 was marked as still open',
			'06 39 98 00 01 est marqué comme à rappeler',
		],
	],
	'pop-done': [
		[
			{...pop, type: 'pop-done', mode: 'silent', status: 204, tookMs: 35},
			'screen pop: https://crm.example/call was asked, status 204, 35 ms',
			'remontée de fiche : https://crm.example/call interrogé, statut 204, 35 ms',
		],
		[
			{...pop, type: 'pop-done', mode: 'modal', status: 200, tookMs: 35.4},
			'screen pop: https://crm.example/call was read, status 200, 35 ms',
			'remontée de fiche : https://crm.example/call lu, statut 200, 35 ms',
		],
		[
			{...pop, type: 'pop-done', mode: 'popup', status: null, tookMs: 35},
			'screen pop: https://crm.example/call opened in the browser',
			'remontée de fiche : https://crm.example/call ouvert dans le navigateur',
		],
		[
			{...pop, type: 'pop-done', mode: 'exec', target: 'notify', status: 0, tookMs: 35},
			'screen pop: notify has run, 35 ms',
			'remontée de fiche : notify exécuté, 35 ms',
		],
	],
	'pop-failed': [
		[
			{...pop, type: 'pop-failed', mode: 'silent', failure: 'status', detail: '503'},
			'screen pop failed, https://crm.example/call: the server reports a fault (503)',
			'échec de la remontée de fiche, https://crm.example/call : le serveur signale une erreur (503)',
		],
		[
			{...pop, type: 'pop-failed', mode: 'popup', target: '', failure: 'unsafe', detail: ''},
			'screen pop failed: the address leads elsewhere',
			"échec de la remontée de fiche : l'adresse mène ailleurs",
		],
	],
	'pop-offered': [
		[
			{...pop, type: 'pop-offered', mode: 'popup'},
			'screen pop: no browser here, https://crm.example/call can be copied or clicked',
			'remontée de fiche : pas de navigateur ici, https://crm.example/call peut être copié ou cliqué',
		],
	],
	'pop-dropped': [
		[
			{type: 'pop-dropped', at: at(0), count: 12},
			'screen pop: 12 left out, too many at once',
			'remontée de fiche : 12 omises, trop à la fois',
		],
	],
	'settings-changed': [
		[{type: 'settings-changed', at: at(0)}, 'settings taken over', 'réglages repris'],
		[
			{type: 'settings-changed', at: at(0), problem: 'settings.json: view: unknown'},
			'settings not taken over: settings.json: view: unknown',
			'réglages non repris : settings.json: view: unknown',
		],
	],
	// These two are never in the log.
	'feed-received': [
		[{type: 'feed-received', at: at(0), site, events: 1, rejected: 0, lastEventAt: at(0), clockOffsetMs: 0}, '', ''],
	],
	'time-passed': [[timePassed(0), '', '']],
};

describe('eventSentence', () => {
	it.each(Object.values(sentences).flat())('of $type is plain language: %s', (event, inEnglish, inFrench) => {
		expect(eventSentence(event, english)).toBe(inEnglish);
		expect(eventSentence(event, french)).toBe(inFrench);
	});
});

describe('eventSubject', () => {
	it('is the name of the line or queue', () => {
		expect(eventSubject(onCall('talk-started', 0), english)).toBe('Accueil');
		expect(eventSubject(joined(0, {label: 'Support'}), english)).toBe('Support');
	});

	it('is the number of a queue whose name nobody told', () => {
		expect(eventSubject(joined(0), english)).toBe('01 99 00 01 00');
	});

	it('is the name the event itself brings, whatever the line is called by now', () => {
		expect(eventSubject(onCall('talk-started', 0, {label: 'Réception'}), english)).toBe('Réception');
	});

	it('is the line of an event nobody knows, the program when it has none', () => {
		const unknown = {type: 'event-unrecognised', at: at(0), site, name: 'agent-add', number: accueil} as const;
		expect(eventSubject(unknown, english)).toBe('Accueil');
		expect(eventSubject({...unknown, number: ''}, english)).toBe('OVH CTI');
	});

	it('is the site of a feed, the program where there is only one', () => {
		const live = {type: 'feed-live', at: at(0), site} as const;
		expect(eventSubject(live, english)).toBe('OVH CTI');
		expect(eventSubject({...live, site: siteName('Lyon')}, english)).toBe('Lyon');
		expect(eventSubject(reset(0), english)).toBe('OVH CTI');
	});

	it('is the user’s own name before any other', () => {
		const contacts = new Map<string, string>([[accueil, 'Chez nous']]);
		expect(eventSubject(onCall('talk-started', 0, {label: 'Accueil'}), {...english, contacts})).toBe('Chez nous');
	});

	it('is the queue of a lost caller whom somebody dealt with', () => {
		expect(eventSubject({type: 'loss-ticked', at: at(0), key: lossKey, isDone: true}, english)).toBe('01 99 00 01 00');
		expect(eventSubject({type: 'loss-ticked', at: at(0), key: 'forgotten', isDone: true}, english)).toBe('OVH CTI');
	});
});
