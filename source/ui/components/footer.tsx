import {Box} from 'ink';
import type {Rectangle} from '../../presentation/layout.js';
import {widthOf} from '../../presentation/width.js';
import {chordText} from '../chords.js';
import {useBoard, useScene, useUi} from '../environment.js';
import {type Binding, bindingsFor} from '../keymap.js';
import {Prompt} from './prompt.js';
import {Words} from './words.js';

/** One row: the keys that matter here, or what holds them: the pause, or what is being typed. */
export const Footer = ({rectangle}: {readonly rectangle: Rectangle}) => {
	const {overlay, isPaused} = useUi();
	const isPrompt = overlay === 'filter' || overlay === 'palette';
	return (
		<Box
			position="absolute"
			top={rectangle.row}
			left={0}
			width={rectangle.columns}
			height={1}
			paddingX={1}
			overflow="hidden"
		>
			{isPrompt ? <Prompt of={overlay} /> : isPaused ? <Pause /> : <Keys width={rectangle.columns - 2} />}
		</Box>
	);
};

const Pause = () => {
	const scene = useScene();
	const hidden = useBoard(() => scene.hiddenEvents());
	return <Words tone="alarm">{` ${scene.messages['pause.banner'](hidden)} `}</Words>;
};

const Keys = ({width}: {readonly width: number}) => {
	const {messages, symbols} = useScene();
	const {view, filter} = useUi();
	const kept = filter === '' ? '' : `${messages['filter.prompt']}: ${filter}   `;
	const hints = bindingsFor(view)
		.filter(({inFooter}) => inFooter)
		.map(binding => ({name: binding.name, key: keyOf(binding, symbols), label: messages[binding.label]}));
	return (
		<>
			<Words tone="accent">{kept}</Words>
			{fitting(hints, width - widthOf(kept)).map(({name, key, label}) => (
				<Box key={name} marginRight={2} flexShrink={0}>
					<Words tone="accent">{key}</Words>
					<Words tone="muted">{` ${label}`}</Words>
				</Box>
			))}
		</>
	);
};

type Hint = {readonly name: string; readonly key: string; readonly label: string};

const keyOf = ({chords}: Binding, symbols: Parameters<typeof chordText>[1]): string =>
	chords
		.slice(0, 1)
		.map(chord => chordText(chord, symbols))
		.join('');

/** Commands, help and quit: by them everything else can be found. */
const lastToGo = 3;

/** The hints that fit. */
const fitting = (hints: readonly Hint[], width: number): readonly Hint[] => {
	const size = (shown: readonly Hint[]): number =>
		shown.reduce((sum, {key, label}) => sum + widthOf(key) + widthOf(label) + 3, -2);
	let shown = hints;
	while (shown.length > lastToGo && size(shown) > width) {
		shown = [...shown.slice(0, -lastToGo - 1), ...shown.slice(-lastToGo)];
	}
	return shown;
};
