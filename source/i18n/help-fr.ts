import type {HelpTexts} from './help-en.js';

export const helpFr: HelpTexts = {
	'title.examples': 'Exemples',
	'title.commands': 'Commandes',
	'title.flags': 'Options',
	'title.token': 'Jeton',
	'title.more': 'Compléments',

	'about.board': 'Lignes, files, appelants en attente et appels de la téléphonie OVHcloud, en direct dans le terminal.',
	'about.demo': "Le tableau sur un centre d'appels inventé. Sans compte ni réseau.",
	'about.simulate': "Le centre d'appels inventé comme un service à part, pour essayer et tester des programmes.",
	'about.tail': 'Les événements au fil de leur arrivée, un par ligne.',
	'about.snapshot': 'Écoute un instant, affiche ce qui est connu en un document JSON, et se termine.',

	'about.record': "Écrit chaque réponse du service avec son heure d'arrivée dans un fichier, sans les jetons.",
	'about.replay': 'Le tableau sur un enregistrement ; avec --json ses événements, un par ligne.',
	'about.login': "Demande le jeton, l'essaie et le garde pour la prochaine fois.",
	'about.logout': 'Oublie le jeton gardé.',
	'about.config': 'Réglages : path, show, get CLÉ, set CLÉ VALEUR, unset CLÉ, validate.',
	'about.doctor': 'Vérifie pas à pas le chemin vers le service, et dit que faire là où il échoue.',

	'examples.board': [
		['ovh-cti-board demo', "un premier coup d'œil, sans compte"],
		['ovh-cti-board', "le tableau ; demande le jeton si aucun n'est fixé"],
		['ovh-cti-board --token-file jetons.txt', 'plusieurs sites, un par ligne : Lyon=JETON'],
		['ovh-cti-board --filter support --only-active', "seulement ce qui est occupé et s'appelle support"],
		['ovh-cti-board tail --json | jq .type', 'les événements pour un autre programme'],
	],
	'examples.demo': [
		['ovh-cti-board demo', "une journée d'appels, qui commence maintenant"],
		['ovh-cti-board demo --speed 20', 'la même, vingt fois plus vite'],
		['ovh-cti-board demo --seed 7 --lines 200', 'une plus grande entreprise, la même à chaque lancement'],
	],
	'examples.simulate': [
		['ovh-cti-board simulate --port 8080', 'affiche {"url":…,"token":…}, sert jusqu\'à Ctrl-C'],
		['ovh-cti-board simulate --fault http-503:0.1', 'une réponse sur dix est une erreur'],
	],
	'examples.tail': [
		['ovh-cti-board tail', 'en langage courant'],
		['ovh-cti-board tail --json', 'un objet JSON par ligne'],
	],
	'examples.snapshot': [
		['ovh-cti-board snapshot', 'après 5 secondes'],
		['ovh-cti-board snapshot --for 30 | jq .totals', 'après une demi-minute, les totaux seulement'],
	],

	'examples.record': [
		['ovh-cti-board record jour.ndjson', "jusqu'à Ctrl-C"],
		['ovh-cti-board record jour.ndjson --anonymise', 'numéros et noms changés, pour le partage'],
	],
	'examples.replay': [
		['ovh-cti-board replay jour.ndjson', 'tel que ce fut'],
		['ovh-cti-board replay jour.ndjson --from 14:00 --speed 10', 'à partir de 14:00, dix fois plus vite'],
		['ovh-cti-board replay jour.ndjson --speed 0 --json', "tous les événements d'un coup, pour un autre programme"],
	],
	'examples.login': [
		['ovh-cti-board login', "demande le jeton, sans l'afficher"],
		['ovh-cti-board login --token-file - < jeton.txt', 'le même dans un script'],
	],
	'examples.logout': [['ovh-cti-board logout', 'les réglages ne contiennent plus de jeton']],
	'examples.config': [
		['ovh-cti-board config show', "tous les réglages, et d'où vient chacun"],
		['ovh-cti-board config set resetAt 06:00', 'la journée commence à six heures'],
		['ovh-cti-board config validate', 'si le fichier est en ordre'],
	],
	'examples.doctor': [
		['ovh-cti-board doctor', 'nom, connexion, certificat, horloge, jeton, premier événement'],
		['ovh-cti-board doctor --for 60', 'attend le premier événement une minute'],
	],

	'flag.transport': "façon d'écouter : v1 (aussi auto), v2 par requêtes ou v2 par WebSocket",
	'flag.resetAt': 'quand les chiffres du jour repartent de zéro, 00:00 par défaut',
	'flag.tz': "fuseau de l'horloge, du jour et de toutes les heures ; par défaut celui de la machine",
	'flag.quietAfter': 'minutes sans événement avant de dire le flux silencieux, 2 par défaut',
	'flag.expireCalls': 'heures sans nouvelle avant de ne plus croire à une conversation, 4 par défaut',
	'flag.expireWaiting': "de même pour la sonnerie et l'attente, 1 par défaut",
	'flag.cache': 'ne pas garder la journée sur disque (--no-cache)',
	'flag.from': 'heure à laquelle la relecture commence',
	'flag.anonymise': 'changer numéros et noms, garder tout le reste',
	'flag.maxSize': 'mégaoctets après lesquels un autre fichier commence, 100 par défaut',
	'flag.keep': "combien de fichiers d'un enregistrement sont gardés, 10 par défaut",
	'flag.endpoint': "adresse du service d'événements",
	'flag.tokenFile': "fichier des jetons, un par ligne ; - lit l'entrée standard",
	'flag.view': 'vue de départ',
	'flag.filter': 'seulement ce qui contient ce texte dans son nom ou numéro ; avec ! devant : tout le reste',
	'flag.onlyActive': 'seulement les lignes occupées',
	'flag.theme': 'couleurs pour un terminal sombre ou clair, ou aucune',
	'flag.color': 'sans couleurs ; NO_COLOR fait de même',
	'flag.ascii': 'dessine avec les seuls caractères ASCII',
	'flag.json': 'un objet JSON par ligne',
	'flag.for': "durée d'écoute, 5 par défaut (doctor : 10)",
	'flag.seed': 'le même nombre refait la même journée',
	'flag.speed': 'combien de fois plus vite que la réalité ; 0 (replay seulement) : au plus vite',
	'flag.lines': 'nombre de lignes',
	'flag.queues': 'nombre de files',
	'flag.port': "port d'écoute ; par défaut, un port libre",
	'flag.fault': 'ce qui tombe en panne, et dans quelle part des réponses ; peut être répété',
	'flag.lang': 'langue du tableau et de cette aide',
	'flag.help': "cette aide ; après une commande, l'aide de cette commande",
	'flag.version': 'la version',

	token: [
		'De --token-file, sinon OVH_CTI_TOKEN, OVH_CTI_TOKEN_FILE, $CREDENTIALS_DIRECTORY/ovh-cti-token ou les réglages.',
		'Jamais en argument : tous les utilisateurs de la machine voient les arguments.',
	],
	more: [
		'Réglages : config.json dans ~/.config/ovh-cti-board, aux noms des options : {"lang": "fr", "onlyActive": true}.',
		"Environnement : OVH_CTI_ et le nom de l'option, comme OVH_CTI_ONLY_ACTIVE=yes. L'option passe devant.",
		'Code de sortie : 0 fin voulue, 1 échec, 2 option ou valeur fausse, 3 jeton absent ou refusé, 4 service injoignable, 130 Ctrl-C.',
	],
};
