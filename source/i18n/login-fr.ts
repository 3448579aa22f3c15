import type {LoginTexts} from './login-en.js';

export const loginFr: LoginTexts = {
	'prompt.explanation': `Le tableau a besoin d'un jeton d'événements de votre téléphonie OVHcloud, un
UUID. Connectez-vous à https://eu.api.ovh.com/console et appelez, avec
expiration "unlimited", l'un de ceux-ci ; la réponse est le jeton :
  POST /telephony/{billingAccount}/eventToken
    pour toutes les lignes et files d'un groupe de facturation
  POST /telephony/{billingAccount}/service/{serviceName}/eventToken
    pour une ligne ou une file
Plusieurs : des virgules entre eux, et des noms : Lyon=JETON,Paris=JETON.
Il ne s'affiche pas pendant la saisie. Sans compte : ovh-cti-board demo`,
	'prompt.question': 'Jeton : ',
	'prompt.giveUp': 'Ctrl-C abandonne.',

	'token.none': "Aucun jeton n'a été donné.",
	'token.form': "Ce n'est pas un jeton : 8-4-4-4-12 lettres et chiffres attendus.",
	'token.token-for-site': "Nom d'un site attendu devant =, et non un jeton.",
	'token.token-twice': 'Le même jeton est donné deux fois.',
	'token.site-twice': "Le nom d'un site est donné deux fois.",
	'token.which': (number, count) => `Jeton ${number} sur ${count} :`,

	'trial.trying': host => `Essai auprès de ${host}.`,
	'trial.accepted': 'Le service a répondu : le jeton est accepté.',
	'trial.not-refused': "Pas refusé jusqu'ici : le service retient la requête en attendant un événement.",
	'trial.refused': 'Le service refuse ce jeton. Vérifiez-le, ou créez-en un nouveau.',
	'trial.refusedFor': sites => `Le service refuse le jeton de ${sites}. Vérifiez-le, ou créez-en un nouveau.`,
	'trial.unreachable': reason => `Essai impossible : ${reason}.`,
	'trial.goesOn': 'Le tableau démarre quand même, et réessaie de lui-même.',

	'change.whichSite': 'Il y a plusieurs sites : nommez celui du jeton, comme Lyon=JETON.',

	'keep.question': path => `Le garder pour la prochaine fois dans ${path}, lisible par vous seul ? [o/N] `,
	'keep.yes': 'o oui y yes',
	'keep.done': path => `Gardé dans ${path}, lisible par vous seul.`,
	'keep.untried': "Il n'a pas été essayé : ovh-cti-board doctor dit ce qui ne va pas.",
	'keep.failed': reason => `Pas gardé : ${reason}.`,
	'keep.setAside': path =>
		`Le fichier de réglages était illisible ; c'est maintenant ${path}, avec les réglages et peut-être un jeton.`,
	'keep.remaining': problem => `Mais il y reste une erreur : ${problem}`,
	'keep.outranked': place => `Mais ${place} passe avant les réglages, et sert tant que cela reste ainsi.`,

	'logout.done': path => `Plus aucun jeton n'est gardé dans ${path}.`,
	'logout.none': path => `Aucun jeton n'était gardé dans ${path}.`,
	'logout.fileStays': path => `Le fichier ${path}, que nommaient les réglages, existe toujours.`,
	'logout.still': place => `Un jeton vient encore d'ailleurs : ${place}.`,

	'place.standard-input': "l'entrée standard",
	'place.flag': path => `l'option --token-file ${path}`,
	'place.variable': 'la variable OVH_CTI_TOKEN',
	'place.variable-file': path => `la variable OVH_CTI_TOKEN_FILE, ${path}`,
	'place.credential': path => `l'identifiant systemd ${path}`,
	'place.settings': path => `les réglages, ${path}`,
	'place.settings-file': path => `le fichier ${path} que nomment les réglages`,
};
