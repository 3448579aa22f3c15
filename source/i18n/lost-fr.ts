import type {lostEn} from './lost-en.js';
import type {Translation} from './translation.js';

export const lostFr: Translation<typeof lostEn> = {
	'lost.none': "Personne à rappeler, pour autant qu'on sache.",
	'lost.open': count => `${count} à rappeler`,
	'lost.done': count => (count < 2 ? `${count} traité` : `${count} traités`),
	'lost.column.at': 'HEURE',
	'lost.column.caller': 'APPELANT',
	'lost.column.tries': 'FOIS',
	'lost.column.waited': 'ATT.',
	'lost.column.why': 'MOTIF',
	'lost.state.open': 'à rappeler',
	'lost.state.answered': time => `répondu ${time}`,
	'lost.state.called-back': time => `rappelé ${time}`,
	'lost.state.hand': time => `coché ${time}`,
	'lost.state.by': (state, who) => `${state} par ${who}`,
	'lost.why.abandoned': 'a raccroché',
	'lost.why.short': 'a raccroché, court',
	'lost.why.timed-out': 'a trop attendu',
	'lost.why.no-agent': 'aucun agent',
};
