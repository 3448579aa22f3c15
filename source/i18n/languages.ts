import {en, type Messages} from './en.js';
import {fr} from './fr.js';

const tables = {en, fr} as const satisfies Record<string, Messages>;

export type Language = keyof typeof tables;

export const languages = Object.keys(tables) as readonly Language[];

export const messagesFor = (language: Language): Messages => tables[language];

/** The language of a tag as users and systems write it: `fr`, `fr-CA`, `fr_FR.UTF-8`. Undefined for one we lack. */
export const languageOf = (tag: string | undefined): Language | undefined => {
	const [name = ''] = (tag ?? '').toLowerCase().split(/[-_.@]/);
	return languages.find(language => language === name);
};
