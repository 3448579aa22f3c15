import ICAL from 'ical.js';
import {type Entry, entryOf} from './entry.js';
import type {Take} from './take.js';
import {type CardLine, cardLines} from './vcard-lines.js';

/** Takes the cards of a text of vCards, versions 2.1 to 4.0, lines ended by `\n`. */
export const takeCards = (text: string, take: Take): void => {
	let card: CardLine[] | undefined;
	for (const line of cardLines(text)) {
		const isCard = line.value.trim().toUpperCase() === 'VCARD';
		if (line.name === 'BEGIN' && isCard) card = [];
		else if (line.name === 'END' && isCard && card) {
			if (!take(fromCard(card))) return;
			card = undefined;
		} else if (wanted.has(line.name)) card?.push(line);
	}
};

const wanted: ReadonlySet<string> = new Set(['FN', 'N', 'ORG', 'NICKNAME', 'TEL']);

const fromCard = (lines: readonly CardLine[]): Entry | undefined => {
	const values = (name: string): readonly (readonly string[])[] =>
		lines.filter(line => line.name === name).map(line => partsOf(line));
	const [family = '', given = ''] = values('N')[0] ?? [];
	const names = [values('FN')[0]?.[0], `${given} ${family}`, values('ORG')[0]?.[0], values('NICKNAME')[0]?.[0]];
	const name = names.find(candidate => candidate !== undefined && candidate.trim() !== '');
	return entryOf(
		name ?? '',
		values('TEL').map(([number = '']) => number),
	);
};

/** The parts of a value, without the marks that keep them apart. */
const partsOf = ({name, value}: CardLine): readonly string[] => {
	const parsed: unknown = ICAL.parse.property(`${name}:${value}`, ICAL.design.vcard3);
	const [, , , ...values] = Array.isArray(parsed) ? parsed : [];
	return values.flat(2).map(String);
};
