import type {statisticsEn} from './statistics-en.js';
import type {Translation} from './translation.js';

export const statisticsFr: Translation<typeof statisticsEn> = {
	'column.hour': 'HEURE',
	'column.answerRate': 'TAUX',
	'column.speedOfAnswer': 'DÉLAI',
	'column.peakWaiting': 'PIC ATT.',
	'column.peakCalls': 'PIC APPELS',
	'column.note': 'NOTE',
	'column.max': 'MAX',
	'statistics.trend': 'Au fil de la journée',
	'statistics.step': span => `pas de ${span}`,
	'statistics.ownMax': 'chaque ligne à son propre max',
	'statistics.hours': name => `Heures : ${name}`,
	'statistics.counting': "reçus à l'entrée, issue à la fin",
	'statistics.capacity': calls => `${calls} appels possibles`,
	'statistics.capacityOf': (calls, known, lines) =>
		`${calls} appels possibles, connu pour ${known} lignes sur ${lines}`,
	'statistics.shown': (shown, total) => `${shown}/${total} h`,
	'statistics.allQueues': 'Toutes les files',
	'statistics.day': 'Jour',
	'statistics.none': "Rien n'a encore été compté.",
	'statistics.missed': 'flux manqué',
	'statistics.before': 'en partie',
	'statistics.from': time => `depuis ${time}`,
	'statistics.peak': 'pointe',
	'statistics.running': 'en cours',
	'statistics.chart.offered': (mark, most, span) => `REÇUS, ${mark} PERDUS : jusqu'à ${most} en ${span}`,
	'statistics.chart.calls': most => `APPELS SIMULTANÉS : jusqu'à ${most}`,
	'statistics.chart.callsOf': (most, capacity) => `APPELS SIMULTANÉS : jusqu'à ${most} sur ${capacity}`,
	'statistics.chart.waiting': most => `EN ATTENTE EN MÊME TEMPS : jusqu'à ${most}`,
};
