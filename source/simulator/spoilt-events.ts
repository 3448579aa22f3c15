import {eventText} from './event-text.js';
import type {Dice} from './faults.js';

/** Applies the faults of stage `events` to the JSON texts of one answer. An empty answer stays as it is. */
export const spoilEvents = (texts: readonly string[], dice: Dice): readonly string[] => {
	if (texts.length === 0) return texts;
	const kept = texts.filter(() => !dice.hits('lose'));
	const typed = kept.map(text => (dice.hits('wrong-types') ? wrongTypes(text, dice) : text));
	const repeated = typed.flatMap(text => (dice.hits('duplicate') ? [text, text] : [text]));
	const ordered = dice.hits('reorder') ? shuffled(repeated, dice) : repeated;
	return dice.hits('one-bad-event') ? withBadEvent(ordered, dice) : ordered;
};

/** Replacements for keys of an event; each is of a type that the key never has. */
const mistakes: readonly Readonly<Record<string, unknown>>[] = [
	{Event: 42},
	{Event: null},
	{Data: null},
	{Data: 'text'},
	{Data: []},
	{Ressource: {number: '0033199000101'}},
	{Timestamp: 'yesterday'},
	{Details: 7},
	{Service: ['sip']},
];

const badEvents = ['null', '7', '"text"', '[]', '{}', '{"Event":null,"Data":{}}'];

const wrongTypes = (text: string, dice: Dice) => {
	const mistake = mistakes[dice.below(mistakes.length)];
	return eventText({...JSON.parse(text), ...mistake});
};

const shuffled = (texts: readonly string[], dice: Dice) => {
	const left = [...texts];
	return texts.flatMap(() => left.splice(dice.below(left.length), 1));
};

const withBadEvent = (texts: readonly string[], dice: Dice) =>
	texts.toSpliced(dice.below(texts.length + 1), 0, badEvents[dice.below(badEvents.length)] ?? 'null');
