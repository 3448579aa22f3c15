import type {agentsEn} from './agents-en.js';
import type {Translation} from './translation.js';

export const agentsFr: Translation<typeof agentsEn> = {
	'agents.none': "Aucun agent vu, pour autant qu'on sache.",
	'agents.note': 'libre = ligne libre ; le service ne dit pas qui est connecté',
	'agents.column.since': 'DURÉE',
	'agents.column.with': 'AVEC',
	'agents.column.answered': 'RÉP.',
	'agents.column.missed': 'RATÉ',
	'agents.column.queues': 'TRAVAILLE POUR',
};
