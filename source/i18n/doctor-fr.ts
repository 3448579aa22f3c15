import type {DoctorTexts} from './doctor-en.js';

export const doctorFr: DoctorTexts = {
	'check.settings': 'réglages',
	'check.token': 'jeton',
	'check.endpoint': 'adresse',
	'check.proxy': 'proxy',
	'check.name': 'nom',
	'check.connection': 'connexion',
	'check.certificate': 'certificat',
	'check.answer': 'réponse',
	'check.clock': 'horloge',
	'check.trial': 'jeton essayé',
	'check.event': '1er événement',

	'skipped.way': 'non vérifié : le chemin est coupé',
	'skipped.token': "non vérifié : il n'y a pas de jeton à essayer",

	'settings.none': path => `aucun, et ce n'est pas nécessaire : ${path}`,
	'settings.advice': 'Corrigez le fichier, ou déplacez-le. ovh-cti-board config validate le vérifie.',

	'token.one': place => `vient de : ${place}`,
	'token.several': (count, sites, place) => `${count} (${sites}), viennent de : ${place}`,
	'token.none': 'aucun nulle part',
	'token.noneAdvice':
		"ovh-cti-board login en demande un, l'essaie et le garde ; ovh-cti-board --help nomme les autres endroits.",
	'token.formAdvice': 'Un jeton est un UUID, 8-4-4-4-12 lettres et chiffres : copiez-le à nouveau.',
	'token.exposed': path => `d'autres utilisateurs de cette machine peuvent lire ${path}`,
	'token.exposedAdvice': 'Lancez chmod 600 sur ce fichier.',

	'endpoint.own': address => `${address} (celle d'OVHcloud)`,
	'endpoint.plain': address => `${address} n'est pas chiffrée : le jeton peut être lu en chemin`,

	'proxy.none': 'aucun',
	'proxy.excepted': (host, entry) => `pas pour ${host} : NO_PROXY dit ${entry}`,
	'proxy.used': (address, variable) => `${address}, de ${variable}`,
	'proxy.withPassword': proxy => `${proxy}, avec un utilisateur qui n'est pas affiché`,
	'proxy.invalid': variable => `${variable} ne contient pas l'adresse d'un proxy`,
	'proxy.invalidAdvice': variable =>
		`Donnez à ${variable} une valeur comme http://proxy.example:3128, ou supprimez-la.`,

	'name.number': "aucun nécessaire : l'adresse est un nombre",
	'name.byProxy': 'laissé au proxy',
	'name.found': (host, addresses) => `${host} est ${addresses}`,
	'name.failed': (host, code) => `${host} n'a pas d'adresse (${code})`,

	'connection.made': (address, port, ms) => `${address} port ${port}, en ${ms} ms`,
	'connection.toProxy': (address, port, ms) => `au proxy : ${address} port ${port}, en ${ms} ms`,
	'connection.failed': (host, port, code) => `${host} port ${port} ne répond pas (${code})`,

	'certificate.plain': "aucun : l'adresse n'est pas chiffrée",
	'certificate.socks': 'non regardé derrière ce genre de proxy',
	'certificate.good': (protocol, issuer, days) =>
		`${protocol}, émis par ${issuer}, valable encore ${days} jour${days < 2 ? '' : 's'}`,
	'certificate.bad': (code, issuer) => `pas digne de confiance (${code}), émis par ${issuer}`,
	'certificate.nobody': 'personne',
	'certificate.failed': code => `pas de connexion chiffrée (${code})`,

	'answer.good': (status, ms) => `code ${status} à une requête sans jeton, en ${ms} ms`,
	'answer.bad': status => `code ${status} à une requête sans jeton`,
	'answer.none': seconds => `aucune en ${seconds} s à une requête sans jeton`,
	'answer.failed': code => `aucune (${code})`,

	'clock.unknown': "non comparée : la réponse ne dit pas l'heure",
	'clock.good': "d'accord avec le service",
	'clock.ahead': span => `${span} d'avance sur le service`,
	'clock.behind': span => `${span} de retard sur le service`,
	'clock.advice.linux': 'Réglez-la par le réseau : sudo timedatectl set-ntp true',
	'clock.advice.darwin': 'Réglez-la par le réseau : sudo sntp -sS time.apple.com',
	'clock.advice.win32': 'Réglez-la par le réseau, en administrateur : w32tm /resync',

	'trial.site': (site, text) => `${site} : ${text}`,
	'trial.accepted': 'accepté : le service a répondu',
	'trial.not-refused': "pas refusé jusqu'ici : le service retient la requête en attendant un événement",
	'trial.refused': 'refusé par le service',
	'trial.refusedAdvice':
		'Vérifiez-le, ou créez-en un nouveau sur https://eu.api.ovh.com/console, puis ovh-cti-board login.',
	'trial.byV1': transport => `essayé avec la version 1 du service ; le tableau est réglé sur ${transport}`,

	'event.after': span => `après ${span}`,
	'event.none': span => `aucun en ${span} : sur un compte calme, c'est normal`,
	'event.advice':
		"Passez un appel et relancez doctor. Un jeton qui se tait alors, ou pendant des heures d'appels, est peut-être à refaire.",

	'advice.name': 'Vérifiez le nom dans --endpoint ou dans les réglages, et les serveurs de noms de cette machine.',
	'advice.resolver': 'Aucun serveur de noms ne répond : vérifiez le réseau de cette machine.',
	'advice.refused': "Rien n'écoute là : vérifiez l'adresse et le port, ceux du proxy aussi s'il y en a un.",
	'advice.silent':
		'Un pare-feu est peut-être en travers : laissez cette machine joindre ce port, ou nommez un proxy dans HTTPS_PROXY.',
	'advice.route': "Il n'y a pas de chemin jusque-là : vérifiez le réseau de cette machine.",
	'advice.reset': 'Quelque chose coupe la connexion en chemin : un pare-feu, ou un proxy à nommer dans HTTPS_PROXY.',
	'advice.issuer':
		"Si votre entreprise inspecte les connexions, mettez le chemin de son certificat (PEM) dans NODE_EXTRA_CA_CERTS. Sinon, quelqu'un écoute.",
	'advice.wrongName':
		"Le certificat est pour un autre nom : vérifiez l'adresse ; un proxy ou une page de connexion répond peut-être à la place.",
	'advice.expired':
		"Vérifiez d'abord l'horloge de cette machine. Si elle est juste, le certificat est périmé : dites-le à qui tient le service.",
	'advice.proxyPassword':
		'Le proxy veut un utilisateur et un mot de passe : http://utilisateur:motdepasse@proxy.example:3128 dans sa variable.',
	'advice.service':
		'Le service lui-même a peut-être un problème : réessayez plus tard. Le tableau le fait de lui-même.',
	'advice.other': "Vérifiez l'adresse, le réseau et le proxy ; les lignes ci-dessus disent ce qui marche.",
};
