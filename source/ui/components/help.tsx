import {Box} from 'ink';
import {defaultServiceLevel} from '../../domain/figures.js';
import type {Size} from '../../presentation/layout.js';
import {widthOf} from '../../presentation/width.js';
import {chordText} from '../chords.js';
import {useScene, useUi} from '../environment.js';
import {bindingsFor} from '../keymap.js';
import {OverlayBox, overlayFrame} from './overlay.js';
import {Words} from './words.js';

/** In a narrower terminal the keys stand in one column. */
const twoColumns = 64;
const keyWidth = 11;

/** All keys of the view, the symbols, and how the figures are reckoned. Drawn from the tables themselves. */
export const Help = ({screen}: {readonly screen: Size}) => {
	const {messages, symbols} = useScene();
	const {view} = useUi();
	const keys = bindingsFor(view).map(({name, chords, label}) => ({
		name,
		key: chords.map(chord => chordText(chord, symbols)).join(' '),
		label: messages[label],
	}));
	const half = screen.columns < twoColumns ? keys.length : Math.ceil(keys.length / 2);
	const {thresholdSeconds, shortAbandonSeconds, target} = defaultServiceLevel;
	const figures = [
		messages['help.serviceLevel'](thresholdSeconds, shortAbandonSeconds, Math.round(target * 100)),
		messages['help.lost'],
		messages['help.unknown'],
	];
	const widest = Math.max(...figures.map(widthOf), ...keys.map(({label}) => 2 * (keyWidth + widthOf(label))));
	return (
		<OverlayBox screen={screen} size={{columns: widest + overlayFrame, rows: half + 11}}>
			<Box justifyContent="space-between">
				<Words tone="strong">{messages['help.title']}</Words>
				<Words tone="muted">{messages['help.close']}</Words>
			</Box>
			<Box>
				<Keys keys={keys.slice(0, half)} />
				{half < keys.length ? <Keys keys={keys.slice(half)} /> : null}
			</Box>
			<Words> </Words>
			<Words tone="strong">{messages['help.symbols']}</Words>
			<Legend />
			<Words> </Words>
			<Words tone="strong">{messages['help.figures']}</Words>
			{figures.map(line => (
				<Words key={line}>{line}</Words>
			))}
		</OverlayBox>
	);
};

type KeyHelp = {readonly name: string; readonly key: string; readonly label: string};

const Keys = ({keys}: {readonly keys: readonly KeyHelp[]}) => (
	<Box flexDirection="column" flexGrow={1} flexBasis={0}>
		{keys.map(({name, key, label}) => (
			<Box key={name}>
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
