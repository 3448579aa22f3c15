import type {Command} from './commands.js';
import {
	editPop,
	type Normal,
	type PopEdit,
	type PopFieldName,
	type PopForm,
	type PopTold,
	popFieldNames,
	settled,
	shownFields,
	standAt,
	valuesOf,
} from './pop-form.js';
import type {Ui} from './ui-state.js';

/** What the board knows of the settings of the screen pop: it edits them, and knows nothing of flags and files. */
export type PopSettings = {
	/** The fields as they hold now. */
	readonly begin: () => Pick<PopForm, 'fields' | 'program' | 'isKept'>;
	/** What is wrong with a text, in one sentence; undefined: nothing. */
	readonly check: (name: PopFieldName, text: string) => string | undefined;
	readonly normal: Normal;
};

/** Between keys and the state of the form. */
export type PopEntry = {
	/** What a command comes to while the form is open, and when it is to be opened; undefined for all others. */
	translate(command: Command, ui: Ui): readonly Command[] | undefined;
};

const put = (form: PopForm): Command => ({type: 'pop.set', form});

export const createPopEntry = (settings: PopSettings | undefined): PopEntry => ({
	translate(command, ui) {
		if (settings === undefined) return undefined;
		if (command.type === 'overlay.open') {
			return command.overlay === 'pop' ? [command, put(judged(begun(settings), settings))] : undefined;
		}
		if (ui.overlay !== 'pop' || ui.pop === null) return undefined;
		if (command.type === 'pop.submit') return submit(ui.pop, command.to, settings);
		return isEdit(command) ? [put(judged(editPop(ui.pop, command, settings.normal), settings))] : undefined;
	},
});

const begun = ({begin}: PopSettings): PopForm =>
	standAt({...begin(), current: popFieldNames[0], caret: 0, problems: {}, busy: null, told: null}, popFieldNames[0]);

const edits: ReadonlySet<Command['type']> = new Set<PopEdit['type']>([
	'prompt.type',
	'prompt.erase',
	'prompt.wipe',
	'pop.move',
	'pop.turn',
]);

const isEdit = (command: Command): command is PopEdit & Command => edits.has(command.type);

/** A wrong value is said at once. */
const judged = (form: PopForm, {check}: PopSettings): PopForm => {
	const found = shownFields(form).map(({name, text}) => [name, check(name, text)] as const);
	return {...form, problems: Object.fromEntries(found.filter(([, problem]) => problem !== undefined))};
};

/** One thing at a time, and nothing while a value is wrong. */
const submit = (form: PopForm, to: 'try' | 'save', settings: PopSettings): readonly Command[] => {
	if (form.busy !== null) return [];
	const ready = judged(settled(form, settings.normal), settings);
	const wrong = shownFields(ready).find(({name}) => ready.problems[name] !== undefined);
	if (wrong) return [put({...standAt(ready, wrong.name), told: null})];
	return [put({...ready, busy: to, told: null}), {type: `pop.${to}`, values: valuesOf(ready)}];
};

/** What the screen is told of what came of it. */
export const popSettlement = (form: PopForm, told: PopTold): readonly Command[] =>
	told.kind === 'done'
		? [{type: 'overlay.close'}, {type: 'notice.show', text: told.text}]
		: [put({...form, busy: null, told})];
