import type {ConfigTexts} from './config-en.js';

export const configFr: ConfigTexts = {
	'config.set': (key, value, path) => `${key} vaut maintenant ${value}, dans ${path}`,
	'config.unset': (key, path) => `${key} n'est plus fixé dans ${path}`,
	'config.wasNotSet': (key, path) => `${key} n'était pas fixé dans ${path}`,
	'config.setAside': path => `le fichier présent n'est pas un objet JSON ; il est gardé sous ${path}`,
	'config.remaining': problem => `reste à corriger : ${problem}`,
	'config.overridden': variable => `${variable} est fixée dans l'environnement, et passe devant`,
	'config.valid': path => `OK : ${path}`,
	'config.noFile': path => `OK : pas de ${path}, les valeurs par défaut s'appliquent`,
	'config.hidden': 'fixé (caché)',
	'config.notSet': 'non fixé',
	'config.builtIn': 'celle du programme',
	'config.fromEnvironment': variable => `environnement, ${variable}`,
	'config.fromFile': 'fichier',
	'config.fromDefault': 'défaut',
};
