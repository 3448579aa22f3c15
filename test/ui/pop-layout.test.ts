import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {languages, messagesFor} from '../../source/i18n/languages.js';
import {widthOf} from '../../source/presentation/width.js';
import {type PopForm, popFieldNames, standAt} from '../../source/ui/pop-form.js';
import {layPopOut} from '../../source/ui/pop-layout.js';
import {somePopSettings} from './some-pop-settings.js';

const form: PopForm = {
	...somePopSettings({rule: {mode: 'silent'}}).begin(),
	current: 'popUrl',
	caret: 0,
	problems: {},
	busy: null,
	told: null,
};

const sentences = fc.option(fc.string({unit: 'grapheme-ascii', minLength: 1, maxLength: 200}), {nil: undefined});

describe('layPopOut', () => {
	it('keeps the current field in sight and to the room, whatever is said', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...popFieldNames),
				sentences,
				fc.record({columns: fc.integer({min: 14, max: 96}), rows: fc.integer({min: 4, max: 40})}),
				fc.constantFrom(...languages),
				(name, problem, room, language) => {
					const standing = {...standAt(form, name), problems: problem === undefined ? {} : {[name]: problem}};
					const {fields, lines, rows} = layPopOut(standing, {messages: messagesFor(language), room});
					expect(fields.map(field => field.name)).toContain(name);
					expect(rows).toBeLessThanOrEqual(room.rows);
					expect(Math.max(...lines.map(({text}) => widthOf(text)))).toBeLessThanOrEqual(room.columns);
				},
			),
		);
	});

	it('says what is wrong before which keys there are, and these before hints', () => {
		const messages = messagesFor('en');
		const said = (problems: PopForm['problems'], rows = 9): string =>
			layPopOut({...form, problems}, {messages, room: {columns: 34, rows}})
				.lines.map(({text}) => text)
				.join(' ');
		expect(said({})).toMatch(/^\{caller\}.* … Ctrl-T tries · Enter saves · Esc leaves$/);
		expect(said({popUrl: messages['pop.wrong.popUrl']}, 7)).toBe(messages['pop.wrong.popUrl']);
	});
});
