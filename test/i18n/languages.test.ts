import {describe, expect, it} from 'vitest';
import {en} from '../../source/i18n/en.js';
import {fr} from '../../source/i18n/fr.js';
import {languageOf, languages, messagesFor} from '../../source/i18n/languages.js';

type Message = string | ((...args: never[]) => string);

const english: Readonly<Record<string, Message>> = en;
const french: Readonly<Record<string, Message>> = fr;

/** What a message says, with its arguments replaced by marks. */
const spoken = (message: Message | undefined): string => {
	if (typeof message !== 'function') return message ?? '';
	const marks = Array.from({length: message.length}, (_, index) => `<${index}>`);
	return (message as (...args: readonly string[]) => string)(...marks);
};

/** Names, signs and units that both languages write alike. */
const alike = [
	'app.name',
	'figure.none',
	'time.seconds',
	'time.minutes',
	'time.hours',
	'key.pause',
	'details.site',
	'details.type',
	'details.title.agent',
	'column.agent',
	'column.max',
	'column.note',
	'column.site',
	'key.view.agents',
	'log.kind.agents',
	'log.latency',
	'pop.empty.popTimeout',
	'pop.field.popMode',
	'view.agents',
];

describe('messages', () => {
	it('are the same in every language', () => {
		expect(Object.keys(french).sort()).toEqual(Object.keys(english).sort());
	});

	it.each(Object.keys(english))('%s takes the same arguments in French and uses each of them', key => {
		const [one, other] = [english[key], french[key]];
		expect(typeof other).toBe(typeof one);
		const marks = (message: Message | undefined) => [...new Set(spoken(message).match(/<\d>/g))].sort();
		expect(marks(other)).toEqual(marks(one));
		if (typeof one === 'function' && typeof other === 'function') {
			expect(other).toHaveLength(one.length);
			expect(marks(one)).toHaveLength(one.length);
		}
	});

	it.each(languages)('in %s are never empty and have no blanks at their ends', language => {
		const texts = Object.entries(messagesFor(language)).map(([key, message]) => [key, spoken(message)] as const);
		expect(texts.filter(([, text]) => text === '' || text !== text.trim())).toEqual([]);
	});

	it('are translated', () => {
		const same = Object.keys(english).filter(key => spoken(english[key]) === spoken(french[key]));
		expect(same.sort()).toEqual([...alike].sort());
	});

	it('count as each language does: none is many in English and one in French', () => {
		const words = (language: 'en' | 'fr') =>
			[0, 1, 2].map(count => messagesFor(language)['pause.banner'](count).split(' · ')[1]);
		expect(words('en')).toEqual(['0 events hidden', '1 event hidden', '2 events hidden']);
		expect(words('fr')).toEqual(['0 événement masqué', '1 événement masqué', '2 événements masqués']);
		expect([0, 1, 2].map(messagesFor('fr')['log.scrolled'])).toEqual([
			'0 plus récent dessous',
			'1 plus récent dessous',
			'2 plus récents dessous',
		]);
	});
});

describe('languageOf', () => {
	it.each([
		['fr', 'fr'],
		['FR', 'fr'],
		['fr-CA', 'fr'],
		['fr_FR.UTF-8', 'fr'],
		['fr@euro', 'fr'],
		['en_GB.UTF-8', 'en'],
		['de_DE.UTF-8', undefined],
		['C', undefined],
		['french', undefined],
		['', undefined],
		[undefined, undefined],
	])('finds in %s the language %s', (tag, language) => {
		expect(languageOf(tag)).toBe(language);
	});
});
