import {Box} from 'ink';
import {serviceLevelText} from '../../presentation/formula.js';
import type {Size} from '../../presentation/layout.js';
import {widthOf} from '../../presentation/width.js';
import {useScene, useUi} from '../environment.js';
import {helpHints, type KeyHint} from '../key-hints.js';
import {OverlayBox, overlayFrame} from './overlay.js';
import {Words} from './words.js';

/** In a narrower terminal the keys stand in one column. */
const twoColumns = 64;
const keyWidth = 11;

/** All keys of the view, the symbols, and how the figures are reckoned. Drawn from the tables themselves. */
export const Help = ({screen}: {readonly screen: Size}) => {
	const scene = useScene();
	const {messages} = scene;
	const {view} = useUi();
	const keys = helpHints(view, scene);
	const half = screen.columns < twoColumns ? keys.length : Math.ceil(keys.length / 2);
	const figures = [serviceLevelText(scene.style().rule, messages), messages['help.lost'], messages['help.unknown']];
	const widest = Math.max(...figures.map(widthOf), ...keys.map(({label}) => 2 * (keyWidth + widthOf(label))));
	// Below the header; where that is too little, blank rows go first.
	const isRoomy = screen.rows > half + 11;
	return (
		<OverlayBox screen={screen} size={{columns: widest + overlayFrame, rows: half + (isRoomy ? 11 : 9)}}>
			<Box justifyContent="space-between">
				<Words tone="strong">{messages['help.title']}</Words>
				<Words tone="muted">{messages['help.close']}</Words>
			</Box>
			<Box>
				<Keys keys={keys.slice(0, half)} />
				{half < keys.length ? <Keys keys={keys.slice(half)} /> : null}
			</Box>
			{isRoomy ? <Words> </Words> : null}
			<Words tone="strong">{messages['help.symbols']}</Words>
			<Legend />
			{isRoomy ? <Words> </Words> : null}
			<Words tone="strong">{messages['help.figures']}</Words>
			{figures.map(line => (
				<Words key={line}>{line}</Words>
			))}
		</OverlayBox>
	);
};

const Keys = ({keys}: {readonly keys: readonly KeyHint[]}) => (
	<Box flexDirection="column" flexGrow={1} flexBasis={0}>
		{keys.map(({key, label}) => (
			<Box key={key}>
				<Box width={keyWidth} flexShrink={0}>
					<Words tone="accent">{key}</Words>
				</Box>
				<Words>{label}</Words>
			</Box>
		))}
	</Box>
);

const legend = [
	['in-call', 'busy'],
	['ringing', 'ringing'],
	['on-hold', 'held'],
	['free', 'free'],
	['unknown', 'muted'],
	['expired', 'muted'],
] as const;

const Legend = () => {
	const {messages, symbols} = useScene();
	return (
		<Box>
			{legend.map(([state, tone]) => (
				<Box key={state} marginRight={2}>
					<Words tone={tone}>{symbols.status[state]}</Words>
					<Words>{` ${messages[`status.${state}`]}`}</Words>
				</Box>
			))}
		</Box>
	);
};
