// The form of the screen pop's settings: its fields, where one stands in it, and what is typed. Pure.

export const popFieldNames = [
	'popUrl',
	'popMode',
	'popEvents',
	'popDirection',
	'popOnly',
	'popMethod',
	'popTimeout',
] as const;

export type PopFieldName = (typeof popFieldNames)[number];

export type PopField = {
	readonly name: PopFieldName;
	/** A text that is typed, one of the choices, or some of them with commas between. */
	readonly kind: 'typed' | 'one' | 'some';
	readonly choices: readonly string[];
	/** Empty: the default. */
	readonly text: string;
	/** The flag or variable that comes before the settings file; null: there is none. */
	readonly overruledBy: string | null;
	/** In which modes it matters; absent: in all. */
	readonly modes?: readonly string[];
};

/** What came of a trial or of saving. `done`: there is nothing left to do in the dialog. */
export type PopTold = {readonly text: string; readonly kind: 'good' | 'bad' | 'done'};

export type PopForm = {
	readonly fields: readonly PopField[];
	/** The field that takes the keys. */
	readonly current: PopFieldName;
	/** In a text, the characters before the caret; among choices of which some hold, the one pointed at, from 0. */
	readonly caret: number;
	/** What is wrong with a field, one sentence each. */
	readonly problems: Readonly<Partial<Record<PopFieldName, string>>>;
	readonly busy: 'try' | 'save' | null;
	readonly told: PopTold | null;
	/** What `exec` runs, and whether it may: shown, never changed here. */
	readonly program: string;
	/** False: what is entered holds for this run, and is not saved. */
	readonly isKept: boolean;
};

export type PopValues = Readonly<Record<PopFieldName, string>>;

export type PopEdit =
	| {readonly type: 'prompt.type'; readonly text: string}
	| {readonly type: 'prompt.erase' | 'prompt.wipe'}
	/** To another field, round at the ends. */
	| {readonly type: 'pop.move'; readonly by: 1 | -1}
	/** Along a text, or to another choice. */
	| {readonly type: 'pop.turn'; readonly by: number};

/** A text as it is known, `silent` for `silencieux`; undefined for one that is none. */
export type Normal = (name: PopFieldName, text: string) => string | undefined;

/** Longer than any address that is taken. */
const longestText = 4000;

export const textIn = ({fields}: Pick<PopForm, 'fields'>, name: PopFieldName): string =>
	fields.find(field => field.name === name)?.text ?? '';

export const valuesOf = (form: Pick<PopForm, 'fields'>): PopValues =>
	Object.fromEntries(popFieldNames.map(name => [name, textIn(form, name)])) as PopValues;

/** Fields that matter in the mode chosen. */
export const shownFields = (form: Pick<PopForm, 'fields'>): readonly PopField[] => {
	const mode = textIn(form, 'popMode');
	return form.fields.filter(({modes}) => modes?.includes(mode) ?? true);
};

export const isChosen = ({text}: PopField, choice: string): boolean => text.split(',').includes(choice);

/** The form with the caret at the end of a field. */
export const standAt = (form: PopForm, name: PopFieldName): PopForm => {
	const field = form.fields.find(candidate => candidate.name === name);
	return {...form, current: name, caret: field?.kind === 'typed' ? [...field.text].length : 0};
};

/** The text of the current field as it is known, for whoever leaves it. */
export const settled = (form: PopForm, normal: Normal): PopForm => {
	const {name, text} = currentOf(form) ?? {name: form.current, text: ''};
	const known = normal(name, text);
	return known === undefined || known === text ? form : standAt(withText(form, known), name);
};

/** The form after a key. */
export const editPop = (form: PopForm, edit: PopEdit, normal: Normal): PopForm => {
	const field = currentOf(form);
	if (!field) return form;
	switch (edit.type) {
		case 'pop.move':
			return move(settled(form, normal), edit.by);
		case 'pop.turn':
			return turn(form, field, edit.by);
		case 'prompt.type':
			return field.kind === 'typed' ? insert(form, field, edit.text) : choose(form, field, {text: edit.text, normal});
		case 'prompt.erase':
			return field.kind === 'typed' ? erase(form, field) : form;
		case 'prompt.wipe':
			return field.kind === 'typed' ? {...withText(form, ''), caret: 0} : form;
	}
};

const currentOf = ({fields, current}: PopForm): PopField | undefined => fields.find(({name}) => name === current);

/** What was told was about another text. */
const withText = (form: PopForm, text: string): PopForm => ({
	...form,
	told: null,
	fields: form.fields.map(field => (field.name === form.current ? {...field, text} : field)),
});

const move = (form: PopForm, by: 1 | -1): PopForm => {
	const names = shownFields(form).map(({name}) => name);
	return standAt(form, names[round(names.indexOf(form.current) + by, names.length)] ?? form.current);
};

const turn = (form: PopForm, {kind, text, choices}: PopField, by: number): PopForm => {
	if (kind === 'typed') return {...form, caret: Math.max(0, Math.min([...text].length, form.caret + by))};
	const from = kind === 'one' ? choices.indexOf(text) : form.caret;
	const to = Number.isFinite(by) ? round(from + by, choices.length) : by > 0 ? choices.length - 1 : 0;
	return kind === 'one' ? withText(form, choices[to] ?? text) : {...form, caret: to};
};

const insert = (form: PopForm, {text}: PopField, typed: string): PopForm => {
	const before = [...text];
	const put = [...typed].slice(0, Math.max(0, longestText - before.length));
	return {...withText(form, before.toSpliced(form.caret, 0, ...put).join('')), caret: form.caret + put.length};
};

const erase = (form: PopForm, {text}: PopField): PopForm => {
	if (form.caret === 0) return form;
	return {...withText(form, [...text].toSpliced(form.caret - 1, 1).join('')), caret: form.caret - 1};
};

type Typed = {readonly text: string; readonly normal: Normal};

/** Among choices a blank takes the next one, or puts the one pointed at on or off; a name that was pasted is taken. */
const choose = (form: PopForm, field: PopField, {text, normal}: Typed): PopForm => {
	if (text === ' ') return field.kind === 'one' ? turn(form, field, 1) : toggle(form, field);
	const known = text.trim().length > 1 ? normal(field.name, text) : undefined;
	return known === undefined ? form : withText(form, known);
};

const toggle = (form: PopForm, field: PopField): PopForm => {
	const pointed = field.choices[form.caret];
	const chosen = field.choices.filter(choice => isChosen(field, choice) !== (choice === pointed));
	return withText(form, chosen.join(','));
};

const round = (index: number, length: number): number => (length === 0 ? 0 : (index + length) % length);
