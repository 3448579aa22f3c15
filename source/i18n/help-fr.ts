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

	'flag.endpoint': "adresse du service d'événements",
	'flag.tokenFile': "fichier des jetons, un par ligne ; - lit l'entrée standard",
	'flag.view': 'vue de départ',
	'flag.filter': 'seulement ce qui contient ce texte dans son nom ou numéro ; avec ! devant : tout le reste',
	'flag.onlyActive': 'seulement les lignes occupées',
	'flag.theme': 'couleurs pour un terminal sombre ou clair, ou aucune',
	'flag.color': 'sans couleurs ; NO_COLOR fait de même',
	'flag.ascii': 'dessine avec les seuls caractères ASCII',
	'flag.json': 'un objet JSON par ligne',
	'flag.for': "durée d'écoute, 5 par défaut",
	'flag.seed': 'le même nombre refait la même journée',
	'flag.speed': 'combien de fois plus vite que la réalité',
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

	'prompt.explanation':
		"Jeton d'événements requis (API) : POST /telephony/{billingAccount}/eventToken\nIl ne s'affiche pas pendant la saisie. Sans compte : ovh-cti-board demo",
	'prompt.question': 'Jeton : ',
	'prompt.again': "Ce n'est pas un jeton : 8-4-4-4-12 lettres et chiffres attendus. Ctrl-C abandonne.",
};
