import {Box} from 'ink';
import type {Rectangle} from '../../presentation/layout.js';
import {widthOf} from '../../presentation/width.js';
import {chordText} from '../chords.js';
import {useBoard, useScene, useUi} from '../environment.js';
import {type Binding, bindingsFor} from '../keymap.js';
import {Words} from './words.js';

/** One row: the keys that matter here, or what holds them: the pause, the filter being typed. */
export const Footer = ({rectangle}: {readonly rectangle: Rectangle}) => {
	const {overlay, isPaused} = useUi();
	const content = overlay === 'filter' ? <Prompt /> : <Keys width={rectangle.columns - 2} />;
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
			{isPaused && overlay !== 'filter' ? <Pause /> : content}
		</Box>
	);
};

const Prompt = () => {
	const {messages} = useScene();
	const {filter} = useUi();
	return (
		<>
			<Box flexShrink={0}>
				<Words tone="accent">{`${messages['filter.prompt']}: `}</Words>
				<Words tone="strong">{filter}</Words>
				<Words tone="selected"> </Words>
			</Box>
			<Words tone="muted">{`  ${messages['filter.hint']}`}</Words>
		</>
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

/** The hints that fit; help and quit are the last to go. */
const fitting = (hints: readonly Hint[], width: number): readonly Hint[] => {
	const size = (shown: readonly Hint[]): number =>
		shown.reduce((sum, {key, label}) => sum + widthOf(key) + widthOf(label) + 3, -2);
	let shown = hints;
	while (shown.length > 2 && size(shown) > width) shown = [...shown.slice(0, -3), ...shown.slice(-2)];
	return shown;
};
