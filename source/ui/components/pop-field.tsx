import {Box} from 'ink';
import type {Tone} from '../../presentation/cells.js';
import {cutTo, widthOf} from '../../presentation/width.js';
import {aroundCaret} from '../caret.js';
import {useScene} from '../environment.js';
import {isChosen, type PopField, type PopForm} from '../pop-form.js';
import {Words} from './words.js';

type Props = {
	readonly field: PopField;
	readonly form: PopForm;
	/** Columns of the names, and of the values beside them. */
	readonly columns: {readonly name: number; readonly value: number};
};

/** One field on one row: marked where it takes the keys, and where its value is wrong. */
export const PopFieldRow = ({field, form, columns}: Props) => {
	const {messages} = useScene();
	const isCurrent = field.name === form.current;
	const isWrong = form.problems[field.name] !== undefined;
	const mark = isWrong ? '!' : isCurrent ? '>' : ' ';
	return (
		<Box>
			<Box width={columns.name} flexShrink={0}>
				<Words tone={isWrong ? 'warning' : isCurrent ? 'accent' : 'plain'}>
					{`${mark} ${messages[`pop.field.${field.name}`]}`}
				</Words>
			</Box>
			{isCurrent ? <CurrentValue field={field} form={form} width={columns.value} /> : <Value field={field} />}
		</Box>
	);
};

const Value = ({field: {name, kind, text}}: Pick<Props, 'field'>) => {
	const {messages} = useScene();
	if (text !== '') return <Words>{kind === 'some' ? text.replaceAll(',', ', ') : text}</Words>;
	const key = `pop.empty.${name}`;
	return <Words tone="muted">{isEmptyText(key) ? messages[key] : messages['figure.none']}</Words>;
};

const emptyTexts = ['pop.empty.popUrl', 'pop.empty.popOnly', 'pop.empty.popTimeout'] as const;
const isEmptyText = (key: string): key is (typeof emptyTexts)[number] => emptyTexts.some(known => known === key);

type Current = {readonly field: PopField; readonly form: PopForm; readonly width: number};

const CurrentValue = ({field, form: {caret}, width}: Current) => {
	if (field.kind === 'typed') return <Typed text={field.text} caret={caret} width={width} />;
	if (field.kind === 'one') return <Choices field={field} width={width} />;
	const {choices} = field;
	const choice = choices[caret] ?? '';
	const words = `[${isChosen(field, choice) ? 'x' : ' '}] ${choice}`;
	const place = ` ${caret + 1}/${choices.length}`;
	return (
		<>
			<Words tone="selected">{words}</Words>
			{widthOf(words + place) > width ? null : <Words tone="muted">{place}</Words>}
		</>
	);
};

const Typed = ({text, ...place}: {readonly text: string; readonly caret: number; readonly width: number}) => {
	const {symbols} = useScene();
	const {before, at, after} = aroundCaret(text, {...place, cut: symbols.cut});
	return (
		<>
			<Words tone="strong">{before}</Words>
			<Words tone="selected">{at}</Words>
			<Words tone="strong">{after}</Words>
		</>
	);
};

/** All choices where they fit, else the one that holds. */
const Choices = ({field: {choices, text}, width}: Omit<Current, 'form'>) => {
	const pieces = choices.map((choice): readonly [Tone, string] =>
		choice === text ? ['selected', `[${choice}]`] : ['muted', ` ${choice} `],
	);
	const size = pieces.reduce((sum, [, words]) => sum + widthOf(words), 0);
	if (size > width) {
		return <Words tone="selected">{cutTo(`[${text}] ${choices.indexOf(text) + 1}/${choices.length}`, width)}</Words>;
	}
	return (
		<>
			{pieces.map(([tone, words]) => (
				<Words key={words} tone={tone}>
					{words}
				</Words>
			))}
		</>
	);
};
