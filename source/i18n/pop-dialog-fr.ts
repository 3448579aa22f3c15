import type {popDialogEn} from './pop-dialog-en.js';
import type {Translation} from './translation.js';

export const popDialogFr: Translation<typeof popDialogEn> = {
	'command.pop': "ce qui s'ouvre quand un appel arrive",
	'key.pop.try': 'essayer avec un appel inventé',
	'key.pop.save': 'enregistrer',

	'pop.title': "Remontée de fiche : ce qui s'ouvre quand un appel arrive",
	'pop.keys': 'Ctrl-T essaie · Entrée enregistre · Échap quitte',
	'pop.keys.run': "Ctrl-T essaie · Entrée : pour cette fois, rien n'est enregistré · Échap quitte",
	'pop.program': program => `Programme : ${program}`,
	'pop.program.none': 'aucun',
	'pop.program.allowed': command => `${command}, autorisé`,
	'pop.program.refused': command => `${command}, non autorisé`,

	'pop.field.popUrl': 'Adresse',
	'pop.field.popMode': 'Mode',
	'pop.field.popEvents': 'Événements',
	'pop.field.popDirection': 'Appels',
	'pop.field.popOnly': 'Seulement',
	'pop.field.popMethod': 'Méthode',
	'pop.field.popTimeout': 'Secondes',

	'pop.empty.popUrl': "aucune : rien ne s'ouvre",
	'pop.empty.popOnly': 'toutes les lignes, files et sites',
	'pop.empty.popTimeout': '10',

	'pop.hint.popUrl':
		'{caller} {called} {dialled} {event} {queue} {agent} {callId} {line} {label} {duration} ; aussi *CALLING*, etc. Journal et exports omettent ce qui suit ?',
	'pop.hint.popMode.popup': "popup : s'ouvre dans le navigateur",
	'pop.hint.popMode.modal': 'modal : son texte paraît sur le tableau',
	'pop.hint.popMode.silent': "silent : le serveur est interrogé, rien n'est montré",
	'pop.hint.popMode.exec':
		'exec : lance un programme, refusé sauf autorisation. Programme et autorisation ne se changent que dans le fichier de réglages (popCommand, allowExec) ou par option.',
	'pop.hint.popEvents': chosen => `Espace ajoute ou retire. Choisis : ${chosen}`,
	'pop.hint.popDirection':
		'appels entrants (incoming), sortants (outgoing) ou tous (all) ; ceux des files sont entrants',
	'pop.hint.popOnly': 'numéros ou noms de lignes, files ou sites, séparés par des virgules ; vide : tous',
	'pop.hint.popMethod': "get, ou post avec l'appel en JSON",
	'pop.hint.popTimeout': 'une cible plus lente est abandonnée ; 60 au plus',

	'pop.wrong.popUrl':
		'Il faut une adresse http:// ou https://, avec des variables connues comme {caller}, après son hôte seulement.',
	'pop.wrong.popEvents': 'Il faut au moins un événement.',
	'pop.wrong.popTimeout': 'Il faut un nombre de secondes, plus de 0 et 60 au plus.',
	'pop.wrong.exec': 'exec est refusé : "allowExec": true dans le fichier de réglages, ou --allow-exec, l\'autorise.',
	'pop.wrong.program':
		'exec n\'a rien à lancer : "popCommand" dans le fichier de réglages, ou --pop-command, nomme le programme.',

	'pop.overruled': by =>
		`${by} passe ici avant le fichier de réglages : ce qui est enregistré vaut pour les fois sans elle.`,
	'pop.busy.try': 'essai en cours…',
	'pop.busy.save': 'enregistrement…',
	'pop.told.nothing': "Rien à ouvrir : il n'y a pas d'adresse.",
	'pop.told.dropped': 'Omise, trop à la fois : réessayez dans un instant.',
	'pop.told.saved': path => `remontée de fiche enregistrée dans ${path}`,
	'pop.told.overruled': (path, by) => `remontée de fiche enregistrée dans ${path}, mais ${by} l'emporte cette fois`,
	'pop.told.same': "remontée de fiche : rien n'a été changé",
	'pop.told.run': "remontée de fiche appliquée pour cette fois, rien n'est enregistré",
	'pop.told.notSaved': reason => `Non enregistré : ${reason}`,
	'pop.told.notAlone':
		'Non enregistré : exec demande d\'abord "allowExec": true et "popCommand" dans le fichier de réglages.',
};
