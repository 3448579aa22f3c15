import {Box} from 'ink';
import type {Messages} from '../../i18n/en.js';
import {useScene, useUi} from '../environment.js';
import type {PaletteProblem, Ui} from '../ui-state.js';
import {Words} from './words.js';

type Content = {
	readonly title: string;
	readonly text: string;
	readonly hint: string;
	/** What was wrong with the last Enter, instead of the hint. */
	readonly problem: string | null;
};

const contents: Readonly<Record<'filter' | 'palette', (ui: Ui, messages: Messages) => Content>> = {
	filter: ({filter}, messages) => ({
		title: `${messages['filter.prompt']}: `,
		text: filter,
		hint: messages['filter.hint'],
		problem: null,
	}),
	palette: ({palette}, messages) => ({
		title: ':',
		text: palette.text,
		hint: messages['palette.hint'],
		problem: palette.problem && problemText(palette.problem, messages),
	}),
};

const problemText = ({kind, name}: PaletteProblem, messages: Messages): string => messages[`palette.${kind}`](name);

/** The line that is typed into, all of it in sight, with what may be done beside it. */
export const Prompt = ({of}: {readonly of: 'filter' | 'palette'}) => {
	const {title, text, hint, problem} = contents[of](useUi(), useScene().messages);
	return (
		<>
			<Box flexShrink={0}>
				<Words tone="accent">{title}</Words>
				<Words tone="strong">{text}</Words>
				<Words tone="selected"> </Words>
			</Box>
			<Words tone={problem === null ? 'muted' : 'warning'}>{`  ${problem ?? hint}`}</Words>
		</>
	);
};
