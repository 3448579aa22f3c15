import type {historyEn} from './history-en.js';
import type {Translation} from './translation.js';

export const historyFr: Translation<typeof historyEn> = {
	'show.file': 'Fichier',
	'show.size': 'Sur disque',
	'show.calls': 'Appels',
	'show.stays': 'Passages en file',
	'show.from': 'Du',
	'show.to': 'Au',
	'show.kept': 'Gardé pendant',
	'show.nothing': '—',
	'show.off': days => `${days} ; rien de nouveau n'est gardé : le réglage history est désactivé`,
	'purge.what': (calls, stays) => `${callsText(calls)} et ${staysText(stays)}`,
	'purge.done': (what, before) => `supprimé : ${what}, terminés avant ${before}`,
	'note.none': path => `il n'y a pas encore d'historique : le tableau l'écrit dans ${path}`,
	'refused.damaged': path =>
		`l'historique ${path} est endommagé : le prochain tableau le met de côté et en commence un autre`,
	'refused.unreadable': (path, reason) => `l'historique ${path} ne peut pas être lu : ${reason}`,
	'refused.unpurged': (path, reason, what) =>
		`l'historique ${path} ne peut pas être purgé : ${reason} ; supprimé jusque-là : ${what}`,
};

const callsText = (count: number): string => `${count} ${count < 2 ? 'appel' : 'appels'}`;

const staysText = (count: number): string => `${count} ${count < 2 ? 'passage' : 'passages'} en file`;
