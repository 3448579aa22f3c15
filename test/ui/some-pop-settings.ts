import {fieldsOf, normalText, type Programs, problemOf} from '../../source/commands/pop-fields.js';
import {type Language, messagesFor} from '../../source/i18n/languages.js';
import type {PopRule} from '../../source/screen-pop/rule.js';
import type {PopSettings} from '../../source/ui/pop-entry.js';
import {usualRule} from '../screen-pop/rules.js';

export type SomeSettings = {
	readonly rule?: Partial<PopRule>;
	readonly programs?: Programs;
	readonly language?: Language;
	readonly isKept?: boolean;
	readonly flags?: Readonly<Record<string, string>>;
	readonly program?: string;
};

/** The settings of a rule, as a command gives them to the board. */
export const somePopSettings = ({
	rule = {},
	programs = {isAllowed: false, command: undefined},
	language = 'en',
	isKept = true,
	flags = {},
	program = 'none, not allowed',
}: SomeSettings = {}): PopSettings => {
	const given = new Map(Object.entries(flags).map(([name, text]) => [name as 'popUrl', [text]]));
	return {
		begin: () => ({fields: fieldsOf({...usualRule, ...rule}, {given, environment: {}}), program, isKept}),
		check: (name, text) => problemOf({name, text}, {programs, messages: messagesFor(language)}),
		normal: normalText,
	};
};
