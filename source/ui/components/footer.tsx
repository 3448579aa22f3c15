import {Box} from 'ink';
import type {Rectangle} from '../../presentation/layout.js';
import {callerText} from '../../presentation/names.js';
import type {PopPage} from '../../presentation/pop/pops.js';
import {widthOf} from '../../presentation/width.js';
import {useBoard, useScene, useUi} from '../environment.js';
import {footerHints, type KeyHint} from '../key-hints.js';
import {Prompt} from './prompt.js';
import {Words} from './words.js';

/** One row: the keys that matter here, or what holds them: the pause, or what is being typed. */
export const Footer = ({rectangle}: {readonly rectangle: Rectangle}) => {
	const {overlay, isPaused, notice, pops} = useUi();
	const isPrompt = overlay === 'filter' || overlay === 'palette';
	const waiting = overlay === 'details' ? pops.page : null;
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
			{contentOf({prompt: isPrompt ? overlay : null, notice, isPaused, waiting, width: rectangle.columns - 2})}
		</Box>
	);
};

type Content = {
	readonly prompt: 'filter' | 'palette' | null;
	readonly notice: string | null;
	readonly isPaused: boolean;
	/** A page that opens once the details are closed. */
	readonly waiting: PopPage | null;
	readonly width: number;
};

const contentOf = ({prompt, notice, isPaused, waiting, width}: Content) => {
	if (prompt !== null) return <Prompt of={prompt} />;
	if (notice !== null) return <Words tone="accent">{notice}</Words>;
	if (isPaused) return <Pause />;
	return waiting === null ? <Keys width={width} /> : <Waiting page={waiting} />;
};

const Pause = () => {
	const scene = useScene();
	const hidden = useBoard(() => scene.hiddenEvents());
	return <Words tone="alarm">{` ${scene.messages['pause.banner'](hidden)} `}</Words>;
};

const Waiting = ({page}: {readonly page: PopPage}) => {
	const {messages, style} = useScene();
	return <Words tone="accent">{messages['page.waits'](callerText(page.peer, style()))}</Words>;
};

const Keys = ({width}: {readonly width: number}) => {
	const {messages, symbols} = useScene();
	const {view, overlay, filter} = useUi();
	const kept = filter === '' ? '' : `${messages['filter.prompt']}: ${filter}   `;
	const hints = footerHints(overlay === 'details' || overlay === 'page' ? overlay : view, {messages, symbols});
	return (
		<>
			<Words tone="accent">{kept}</Words>
			{fitting(hints, width - widthOf(kept)).map(({key, label}) => (
				<Box key={key} marginRight={2} flexShrink={0}>
					<Words tone="accent">{key}</Words>
					<Words tone="muted">{` ${label}`}</Words>
				</Box>
			))}
		</>
	);
};

/** Commands, help and quit: by them everything else can be found. */
const lastToGo = 3;

/** The hints that fit. */
const fitting = (hints: readonly KeyHint[], width: number): readonly KeyHint[] => {
	const size = (shown: readonly KeyHint[]): number =>
		shown.reduce((sum, {key, label}) => sum + widthOf(key) + widthOf(label) + 3, -2);
	let shown = hints;
	while (shown.length > lastToGo && size(shown) > width) {
		shown = [...shown.slice(0, -lastToGo - 1), ...shown.slice(-lastToGo)];
	}
	return shown;
};
