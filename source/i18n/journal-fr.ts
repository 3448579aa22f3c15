import type {journalEn} from './journal-en.js';
import type {Translation} from './translation.js';

export const journalFr: Translation<typeof journalEn> = {
	'log.kind.all': 'tout',
	'log.kind.lines': 'lignes',
	'log.kind.queues': 'files',
	'log.kind.agents': 'agents',
	'log.kind.lost': 'appelants perdus',
	'log.kind.feeds': 'flux et tableau',
	'log.kind.registered': 'enregistrements',
	'log.withRegistered': 'tout, enregistrements compris',
	'log.latency': milliseconds => `${milliseconds} ms`,
	'event.left.abandoned': caller => `${caller} a abandonné`,
	'event.left.timed-out': caller => `${caller} a trop attendu`,
	'event.left.no-agent': caller => `${caller} n'a trouvé aucun agent`,
	'event.left.opted-out': caller => `${caller} est sorti par une touche`,
	'event.loss-ticked.of': caller => `${caller} est marqué comme traité`,
	'event.loss-unticked.of': caller => `${caller} est marqué comme à rappeler`,
};
