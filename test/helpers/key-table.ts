import {messagesFor} from '../../source/i18n/languages.js';
import {unicode} from '../../source/presentation/symbols.js';
import {viewNames} from '../../source/presentation/views.js';
import {chordText} from '../../source/ui/chords.js';
import {places as everyPlace, keymap, type Place} from '../../source/ui/keymap.js';

const messages = messagesFor('en');

const placesText = (places: readonly Place[]): string => {
	if (everyPlace.every(place => places.includes(place))) return 'everywhere';
	if (viewNames.every(view => places.includes(view))) return 'views';
	return places.join(', ');
};

/** All keys of the board as the Markdown table that README holds, without a line feed at its end. */
export const keyTable = (): string =>
	[
		'| key | where | does |',
		'|---|---|---|',
		...keymap.map(({chords, places, label}) => {
			const keys = chords.map(chord => `\`${chordText(chord, unicode)}\``).join(' ');
			return `| ${keys} | ${placesText(places)} | ${messages[label]} |`;
		}),
	].join('\n');
