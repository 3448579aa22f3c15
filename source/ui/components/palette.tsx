import {Box} from 'ink';
import type {Size} from '../../presentation/layout.js';
import {viewportAround} from '../../presentation/viewport.js';
import {widthOf} from '../../presentation/width.js';
import {useCommands, useScene, useUi} from '../environment.js';
import {chosenIndex, matchingCommands, type NamedCommand} from '../palette.js';
import {OverlayBox, overlayFrame} from './overlay.js';
import {Words} from './words.js';

const titleOf = ({name, takes}: NamedCommand): string => (takes ? `${name} ${takes}` : name);

/** Rows of header, footer and frame, which the list leaves free. */
const otherRows = 4;

/** The commands that what is typed may become, above the line it is typed in. */
export const Palette = ({screen}: {readonly screen: Size}) => {
	const {messages} = useScene();
	const {palette} = useUi();
	const all = useCommands();
	const matches = matchingCommands(all, palette.text);
	const chosen = chosenIndex(palette, matches.length);
	const nameWidth = Math.max(...all.map(command => widthOf(titleOf(command))));
	const labelWidth = Math.max(...all.map(({label}) => widthOf(messages[label])));
	const room = Math.max(2, screen.rows - otherRows);
	const page = matches.length > room ? room - 1 : room;
	const {first, count} = viewportAround(chosen ?? 0, {total: matches.length, page});
	const hidden = matches.length - count;
	const columns = nameWidth + 2 + labelWidth + overlayFrame;
	return (
		<OverlayBox screen={screen} size={{columns, rows: Math.max(1, Math.min(matches.length, room)) + 2}} at="footer">
			{matches.length === 0 ? <Words tone="muted">{messages['palette.none']}</Words> : null}
			{matches.slice(first, first + count).map((command, index) => (
				<Box key={command.name}>
					<Box width={nameWidth + 2} flexShrink={0}>
						<Words tone={first + index === chosen ? 'selected' : 'accent'}>{titleOf(command)}</Words>
					</Box>
					<Words>{messages[command.label]}</Words>
				</Box>
			))}
			{hidden > 0 ? <Words tone="muted">{messages['palette.more'](hidden)}</Words> : null}
		</OverlayBox>
	);
};
