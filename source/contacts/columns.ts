import {numbersIn} from './entry.js';

type Role = 'nothing' | 'number' | 'first' | 'company' | 'name';

/** Where in a row what stands; several columns may hold the same. */
export type Columns = Readonly<Record<Role, readonly number[]>>;

/**
What the words in a heading say of its column; the first that fits counts. French and English, as address books and
spreadsheets export them: `Tél. mobile`, `Phone 1 - Value`, `Prénom`.
*/
const roles: readonly (readonly [pattern: RegExp, role: Role])[] = [
	[/\b(type|phonetic|phonetique|middle|nickname|file as|e ?mail|courriel|mel|url|siret|siren)\b/, 'nothing'],
	[/\b(phone|mobile|tel|numero|number)\b.*\blabel\b/, 'nothing'],
	[/\b(customer|client|order|commande|account|compte|rue|street|fax)\b/, 'nothing'],
	[/\b(phones?|telephones?|tels?|mobiles?|portables?|gsm|cell|numbers?|numeros?|num|no|extension)\b/, 'number'],
	[/\b(first|given|prenoms?|forename)\b/, 'first'],
	[/\b(company|societe|entreprise|organi[sz]ation|raison sociale)\b/, 'company'],
	[/\b(name|surname|nom|labels?|libelles?|intitule|contact)\b/, 'name'],
];

/** The columns a first row names; undefined when it is no heading with a column of numbers. */
export const columnsOf = (row: readonly string[]): Columns | undefined => {
	if (row.some(cell => numbersIn(cell).length > 0)) return undefined;
	const found = row.map(roleOf);
	const at = (role: Role): readonly number[] => [...found.keys()].filter(index => found[index] === role);
	const columns = {
		nothing: at('nothing'),
		number: at('number'),
		first: at('first'),
		company: at('company'),
		name: at('name'),
	};
	return columns.number.length > 0 ? columns : undefined;
};

const roleOf = (heading: string): Role => {
	const words = plain(heading.slice(0, 100));
	return roles.find(([pattern]) => pattern.test(words))?.[1] ?? 'nothing';
};

/** Words in small letters without accents: `Tél. mobile`, `telMobile` and `tel_mobile` are `tel mobile`. */
const plain = (heading: string): string =>
	heading
		.replace(/n[°º]/gi, 'no ')
		.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
