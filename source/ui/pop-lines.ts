// What the form of the screen pop says beside its fields.
import type {Messages} from '../i18n/en.js';
import type {Tone} from '../presentation/cells.js';
import {type PopForm, textIn} from './pop-form.js';

export type Line = {readonly tone: Tone; readonly text: string};

/** What `exec` would run, where that is chosen. */
export const programOf = (form: PopForm, messages: Messages): readonly Line[] =>
	textIn(form, 'popMode') === 'exec' ? [{tone: 'muted', text: messages['pop.program'](form.program)}] : [];

export const keysOf = ({isKept}: PopForm, messages: Messages): readonly Line[] => [
	{tone: 'accent', text: messages[isKept ? 'pop.keys' : 'pop.keys.run']},
];

/** What is wrong, else what came of the last try, else what the field is for. */
export const saidOf = (form: PopForm, messages: Messages): readonly Line[] => {
	const problem = form.problems[form.current];
	if (problem !== undefined) return [{tone: 'alarm', text: problem}];
	if (form.busy !== null) return [{tone: 'accent', text: messages[`pop.busy.${form.busy}`]}];
	if (form.told !== null) return [{tone: form.told.kind === 'bad' ? 'alarm' : 'accent', text: form.told.text}];
	const by = form.fields.find(({name}) => name === form.current)?.overruledBy ?? null;
	const overruled: readonly Line[] = by === null ? [] : [{tone: 'warning', text: messages['pop.overruled'](by)}];
	return [...overruled, {tone: 'muted', text: hintOf(form, messages)}];
};

const modes = ['popup', 'modal', 'silent', 'exec'] as const;

const hintOf = (form: PopForm, messages: Messages): string => {
	if (form.current === 'popEvents') {
		return messages['pop.hint.popEvents'](textIn(form, 'popEvents').replaceAll(',', ', '));
	}
	if (form.current !== 'popMode') return messages[`pop.hint.${form.current}`];
	const mode = modes.find(name => name === textIn(form, 'popMode'));
	return messages[`pop.hint.popMode.${mode ?? 'popup'}`];
};
