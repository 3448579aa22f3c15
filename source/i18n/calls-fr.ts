import type {callsEn} from './calls-en.js';
import type {Translation} from './translation.js';

export const callsFr: Translation<typeof callsEn> = {
	'calls.title': 'Appels',
	'calls.ended': count => `${count} ${count < 2 ? 'terminé' : 'terminés'}`,
	'calls.last': count => `seuls les ${count} derniers appels et passages en file sont gardés`,
	'calls.onlyActive': 'en cours seulement',
	'calls.none': 'Aucun appel.',
	'calls.started': 'DÉBUT',
	'calls.direction': 'SENS',
	'calls.from': 'DE',
	'calls.to': 'VERS',
	'calls.dialled': 'COMPOSÉ',
	'calls.time': 'DURÉE',
	'calls.incoming': 'entrant',
	'calls.outgoing': 'sortant',
	'calls.internal': 'interne',
	'calls.unknown': 'inconnu',
	'calls.answered': 'pris',
	'calls.missed': 'manqué',
	'calls.no-reply': 'non pris',
	'export.noFolder': folder => `le dossier ${folder} n’existe pas`,
	'export.denied': folder => `pas le droit d’écrire dans ${folder}`,
	'export.readOnly': folder => `le disque de ${folder} est en lecture seule`,
	'export.full': folder => `plus de place dans ${folder}`,
	'export.exists': folder => `${folder} a trop de fichiers de cette seconde`,
};
