import type {popEn} from './pop-en.js';
import type {Translation} from './translation.js';

export const popFr: Translation<typeof popEn> = {
	'event.pop-done.silent': (target, status, took) =>
		`remontée de fiche : ${target} interrogé, statut ${status}, ${took}`,
	'event.pop-done.modal': (target, status, took) => `remontée de fiche : ${target} lu, statut ${status}, ${took}`,
	'event.pop-done.popup': target => `remontée de fiche : ${target} ouvert dans le navigateur`,
	'event.pop-done.exec': (target, took) => `remontée de fiche : ${target} exécuté, ${took}`,
	'event.pop-failed': why => `échec de la remontée de fiche : ${why}`,
	'event.pop-failed.of': (target, why) => `échec de la remontée de fiche, ${target} : ${why}`,
	'event.pop-offered': target => `remontée de fiche : pas de navigateur ici, ${target} peut être copié ou cliqué`,
	'event.pop-dropped': count =>
		`remontée de fiche : ${count} ${count < 2 ? 'omise, trop à la fois' : 'omises, trop à la fois'}`,
	'pop.failure.timeout': 'pas terminée à temps',
	'pop.failure.unreachable': 'injoignable',
	'pop.failure.status': 'le serveur signale une erreur',
	'pop.failure.redirects': 'trop de redirections',
	'pop.failure.unsafe': "l'adresse mène ailleurs",
	'pop.failure.no-text': "la page n'est pas du texte",
	'pop.failure.program': 'le programme ne peut pas être lancé',
	'pop.failure.exit': 'le programme a échoué',
	'pop.failure.unavailable': 'il manque ce qu’il faut sur cette machine',
	'pop.failure.closed': 'le tableau se ferme',
};
