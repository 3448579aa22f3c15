import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {normalText} from '../../source/commands/pop-fields.js';
import {
	editPop,
	type PopEdit,
	type PopFieldName,
	type PopForm,
	popFieldNames,
	settled,
	shownFields,
	standAt,
	textIn,
} from '../../source/ui/pop-form.js';
import {somePopSettings} from './some-pop-settings.js';

const begun: PopForm = standAt(
	{...somePopSettings().begin(), current: 'popUrl', caret: 0, problems: {}, busy: null, told: null},
	'popUrl',
);

const type = (text: string): PopEdit => ({type: 'prompt.type', text});
const move = (by: 1 | -1): PopEdit => ({type: 'pop.move', by});
const turn = (by: number): PopEdit => ({type: 'pop.turn', by});
const erase: PopEdit = {type: 'prompt.erase'};
const wipe: PopEdit = {type: 'prompt.wipe'};

const edited = (edits: readonly PopEdit[], at: PopFieldName = 'popUrl', from = begun): PopForm =>
	edits.reduce((form, edit) => editPop(form, edit, normalText), standAt(from, at));

const textAfter = (edits: readonly PopEdit[], at: PopFieldName): string => textIn(edited(edits, at), at);

describe('in a typed text', () => {
	it('puts letters at the caret, those of movements too', () => {
		expect(
			textAfter([wipe, type('hjkl q'), turn(-1), type('/'), turn(Number.NEGATIVE_INFINITY), type('?')], 'popUrl'),
		).toBe('?hjkl /q');
	});

	it('rubs out whole characters before the caret, and nothing at the beginning', () => {
		expect(textAfter([wipe, type('a😀b'), turn(-1), erase], 'popUrl')).toBe('ab');
		expect(textAfter([turn(Number.NEGATIVE_INFINITY), erase], 'popUrl')).toBe('https://crm.example/?n={caller}');
		expect(textAfter([wipe], 'popUrl')).toBe('');
	});

	it('keeps no more of what is pasted than any address may have', () => {
		expect(textAfter([wipe, type('x'.repeat(100_000)), type('y')], 'popUrl')).toBe('x'.repeat(4000));
	});

	it("takes OVH's own variables, and shows ours once the field is left", () => {
		const typed = [wipe, type(' https://crm.example/?n=*CALLING*&e=*EVENT* ')];
		expect(textAfter(typed, 'popUrl')).toContain('*CALLING*');
		expect(textAfter([...typed, move(1)], 'popUrl')).toBe('https://crm.example/?n={caller}&e=*EVENT*');
		expect(textIn(settled(edited(typed), normalText), 'popUrl')).toBe('https://crm.example/?n={caller}&e=*EVENT*');
	});

	it('leaves a text that is none as it was typed', () => {
		expect(textAfter([wipe, type('ftp://x'), move(1)], 'popUrl')).toBe('ftp://x');
	});
});

describe('among choices', () => {
	it.each([
		[[], 'popup'],
		[[turn(1)], 'modal'],
		[[type(' ')], 'modal'],
		[[turn(-1)], 'exec'],
		[[turn(Number.POSITIVE_INFINITY)], 'exec'],
		[[turn(Number.POSITIVE_INFINITY), turn(1)], 'popup'],
		[[type('silencieux')], 'silent'],
		[[type('x'), type('s'), erase, wipe, type('nonsense')], 'popup'],
	] as const)('takes the one that %j leads to', (edits, mode) => {
		expect(textAfter(edits, 'popMode')).toBe(mode);
	});

	it('puts one of several on and off, in the order they are known in', () => {
		expect(textAfter([turn(2), type(' ')], 'popEvents')).toBe('ringing-started,talk-started,caller-joined');
		expect(textAfter([type(' ')], 'popEvents')).toBe('caller-joined');
		expect(textAfter([turn(-1), type(' '), turn(1), type(' ')], 'popEvents')).toBe('caller-joined,caller-left');
		expect(textAfter([type('start_calling')], 'popEvents')).toBe('talk-started');
	});
});

describe('between fields', () => {
	it('goes round those that matter in the mode', () => {
		const names = (mode: string): readonly string[] =>
			shownFields(edited([type(mode)], 'popMode')).map(({name}) => name);
		expect(names('silent')).toEqual(popFieldNames);
		expect(names('popup')).toEqual(popFieldNames.filter(name => name !== 'popMethod'));
		expect(edited([move(-1)]).current).toBe('popTimeout');
		expect(edited([move(-1), move(1)]).current).toBe('popUrl');
		expect(edited([move(1), move(1)]).current).toBe('popEvents');
	});

	it('forgets what was told once a text is another, and not before', () => {
		const told: PopForm = {...begun, told: {kind: 'good', text: 'asked'}};
		expect(edited([turn(-1), move(1)], 'popUrl', told).told).toEqual(told.told);
		expect(edited([type('x')], 'popUrl', told).told).toBeNull();
	});
});

const anyEdit: fc.Arbitrary<PopEdit> = fc.oneof(
	fc.string({unit: 'grapheme'}).map(type),
	fc.constantFrom(erase, wipe, type(' ')),
	fc.constantFrom(move(1), move(-1)),
	fc
		.oneof(fc.integer({min: -3, max: 3}), fc.constantFrom(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY))
		.map(turn),
);

describe('any keys', () => {
	it('leave one standing in a field that is shown, the caret in it, and every choice one of those there are', () => {
		fc.assert(
			fc.property(fc.array(anyEdit, {maxLength: 40}), edits => {
				const form = edited(edits);
				const field = shownFields(form).find(({name}) => name === form.current);
				const most = field?.kind === 'typed' ? [...field.text].length : (field?.choices.length ?? 0) - 1;
				expect(form.caret).toBeGreaterThanOrEqual(0);
				expect(form.caret).toBeLessThanOrEqual(most);
				for (const {kind, text, choices} of form.fields) {
					if (kind === 'one') expect(choices).toContain(text);
					if (kind === 'some' && text !== '') expect(choices).toEqual(expect.arrayContaining(text.split(',')));
				}
			}),
		);
	});
});
