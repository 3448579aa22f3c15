// The settings of the screen pop as the fields of a form, and back. What a flag takes, a field takes.
import type {Arguments} from '../arguments.js';
import {type Environment, variable} from '../environment.js';
import {flags, flagText, variableOf} from '../flags.js';
import type {Messages} from '../i18n/en.js';
import {type PopRule, popDirections, popMethods, popModes, serviceNames, usualTriggers} from '../screen-pop/rule.js';
import {inOurNames} from '../screen-pop/template.js';
import {type PopField, type PopFieldName, type PopValues, popFieldNames} from '../ui/pop-form.js';

/** Where it is said what comes before the settings file; a demo's form comes before everything. */
export type Overrulers = {readonly given: Arguments['given']; readonly environment: Environment};

const usualSeconds = 10;

/** A rule as texts, in the names this program has for things; empty: the default. */
export const textsOf = ({template, mode, events, direction, only, method, timeoutMs}: PopRule): PopValues => ({
	popUrl: inOurNames(template ?? ''),
	popMode: mode,
	popEvents: events.join(','),
	popDirection: direction,
	popOnly: only.join(', '),
	popMethod: method,
	popTimeout: timeoutMs === usualSeconds * 1000 ? '' : String(timeoutMs / 1000),
});

/** The rule that texts in order stand for; what no field is for stays as it is in `base`. */
export const ruleOfTexts = (values: PopValues, base: PopRule): PopRule => ({
	...base,
	template: flags.popUrl.read(values.popUrl),
	mode: flags.popMode.read(values.popMode) ?? base.mode,
	events: flags.popEvents.read(values.popEvents) ?? usualTriggers,
	direction: flags.popDirection.read(values.popDirection) ?? base.direction,
	only: flags.popOnly.read(values.popOnly) ?? [],
	method: flags.popMethod.read(values.popMethod) ?? base.method,
	timeoutMs: (flags.popTimeout.read(values.popTimeout) ?? usualSeconds) * 1000,
});

type Shape = Pick<PopField, 'kind' | 'choices' | 'modes'>;

const typed: Shape = {kind: 'typed', choices: []};

const shapes: Readonly<Record<PopFieldName, Shape>> = {
	popUrl: typed,
	popMode: {kind: 'one', choices: popModes},
	popEvents: {kind: 'some', choices: Object.keys(serviceNames)},
	popDirection: {kind: 'one', choices: popDirections},
	popOnly: typed,
	popMethod: {kind: 'one', choices: popMethods, modes: ['silent']},
	popTimeout: typed,
};

export const fieldsOf = (rule: PopRule, overrulers: Overrulers | undefined): readonly PopField[] => {
	const texts = textsOf(rule);
	return popFieldNames.map(name => ({
		...shapes[name],
		name,
		text: texts[name],
		overruledBy: overrulers ? overrulerOf(name, overrulers) : null,
	}));
};

const overrulerOf = (name: PopFieldName, {given, environment}: Overrulers): string | null => {
	if (given.has(name)) return flagText(name);
	return variable(environment, variableOf(name)) === undefined ? null : variableOf(name);
};

/** A text in order as `textsOf` has it; undefined for one that is not. */
export const normalText = (name: PopFieldName, text: string): string | undefined => {
	const trimmed = text.trim();
	const isDefault = trimmed === '' && shapes[name].kind === 'typed';
	return isDefault ? '' : normals[name](trimmed);
};

const normals: Readonly<Record<PopFieldName, (text: string) => string | undefined>> = {
	popUrl: text => {
		const template = flags.popUrl.read(text);
		return template === undefined ? undefined : inOurNames(template);
	},
	popMode: flags.popMode.read,
	popEvents: text => flags.popEvents.read(text)?.join(','),
	popDirection: flags.popDirection.read,
	popOnly: text => flags.popOnly.read(text)?.join(', '),
	popMethod: flags.popMethod.read,
	popTimeout: text => (flags.popTimeout.read(text) === undefined ? undefined : text),
};

/** Whether `exec` may run programs, and has one. */
export type Programs = {readonly isAllowed: boolean; readonly command: readonly string[] | undefined};

type Judge = {readonly programs: Programs; readonly messages: Messages};

/** What is wrong with a text, in one sentence; undefined: nothing. */
export const problemOf = (
	{name, text}: {readonly name: PopFieldName; readonly text: string},
	{programs, messages}: Judge,
): string | undefined => {
	if (name === 'popMode' && text === 'exec') {
		if (!programs.isAllowed) return messages['pop.wrong.exec'];
		return programs.command === undefined ? messages['pop.wrong.program'] : undefined;
	}
	if (normalText(name, text) !== undefined) return undefined;
	const sentences: Partial<Record<PopFieldName, string>> = {
		popUrl: messages['pop.wrong.popUrl'],
		popEvents: messages['pop.wrong.popEvents'],
		popTimeout: messages['pop.wrong.popTimeout'],
	};
	return sentences[name];
};
