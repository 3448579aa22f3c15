/** The label of a line: rooms and desks first, then people. All are invented, and no two are the same. */
export const lineLabel = (index: number): string => roomLabels[index] ?? personLabel(index - roomLabels.length);

/** The label of a queue: departments of the head office, then the same of its branches. */
export const queueLabel = (index: number): string => {
	const department = departments[index % departments.length] ?? '';
	const branch = branches[Math.floor(index / departments.length) - 1];
	if (index < departments.length) return department;
	return branch ? `${department} ${branch}` : `${department} ${index}`;
};

/** Labels that belong to desks many calls reach at a time. */
export const busyDesks: readonly string[] = ['Accueil', 'Standard'];

/** How many labels are rooms and desks; a small company has no more of them than people. */
const roomLabels = [
	'Accueil',
	'Standard',
	'Direction',
	'Salle Loire',
	'Atelier',
	'Boutique',
	'Entrepôt',
	'Salle Garonne',
];

const firstNames = [
	'Alice',
	'Bruno',
	'Chloé',
	'David',
	'Emma',
	'Fabien',
	'Gaëlle',
	'Hugo',
	'Inès',
	'Julien',
	'Karine',
	'Léo',
	'Manon',
	'Nicolas',
	'Océane',
	'Pierre',
	'Quentin',
	'Romane',
	'Samir',
	'Théo',
	'Ursule',
	'Valérie',
	'William',
	'Xavier',
	'Yasmine',
	'Zoé',
	'Anaïs',
	'Benoît',
	'Camille',
	'Denis',
	'Élodie',
	'François',
	'Grégoire',
	'Hélène',
	'Isabelle',
	'Jérôme',
	'Kévin',
	'Lucie',
	'Mathilde',
	'Noémie',
];

/** Without a second name as long as first names last; then with its initial, then numbered. */
const personLabel = (index: number) => {
	const name = firstNames[index % firstNames.length] ?? '';
	const round = Math.floor(index / firstNames.length);
	if (round === 0) return name;
	const initial = String.fromCharCode('A'.charCodeAt(0) + ((round - 1) % 26));
	return round <= 26 ? `${name} ${initial}.` : `${name} ${initial}. ${Math.ceil(round / 26)}`;
};

const departments = [
	'Support',
	'Commercial',
	'Comptabilité',
	'Livraisons',
	'Réservations',
	'Réclamations',
	'Urgences',
	'Location',
];

const branches = [
	'Lyon',
	'Lille',
	'Nantes',
	'Rennes',
	'Toulouse',
	'Bordeaux',
	'Marseille',
	'Strasbourg',
	'Grenoble',
	'Dijon',
];
