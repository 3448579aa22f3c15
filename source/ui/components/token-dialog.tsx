import {Box} from 'ink';
import type {Messages} from '../../i18n/en.js';
import type {Size} from '../../presentation/layout.js';
import {widthOf} from '../../presentation/width.js';
import {wrapWords} from '../../presentation/wrap.js';
import {useScene, useUi} from '../environment.js';
import type {TokenState} from '../ui-state.js';
import {OverlayBox, overlayFrame} from './overlay.js';
import {Words} from './words.js';

/** Wide enough for a token and its site; a sentence that is wider goes on in the next row. */
const widest = 72;

/** Asks for a token. Shows a star for each character, and how many there are. */
export const TokenDialog = ({screen}: {readonly screen: Size}) => {
	const {messages} = useScene();
	const {token} = useUi();
	const width = Math.max(1, Math.min(widest, screen.columns - overlayFrame));
	const told = [messages['token.body'], messages['token.sites']].flatMap(line => wrapWords(line, width));
	const below = wrapWords(belowField(token, messages), width);
	const isRoomy = screen.rows > told.length + below.length + 8;
	return (
		<OverlayBox
			screen={screen}
			size={{columns: width + overlayFrame, rows: told.length + below.length + (isRoomy ? 6 : 4)}}
		>
			<Words tone="strong">{messages['token.title']}</Words>
			{told.map(line => (
				<Words key={line}>{line}</Words>
			))}
			{isRoomy ? <Words> </Words> : null}
			<Field token={token} width={width} />
			{isRoomy ? <Words> </Words> : null}
			{below.map(line => (
				<Words key={line} tone={token.problem === null ? 'accent' : 'alarm'}>
					{line}
				</Words>
			))}
		</OverlayBox>
	);
};

const belowField = ({isTrying, problem}: TokenState, messages: Messages): string => {
	if (isTrying) return messages['token.trying'];
	if (problem === null) return messages['token.hint'];
	return problem.kind === 'form' ? messages['token.form'] : problem.sentence;
};

const Field = ({token, width}: {readonly token: TokenState; readonly width: number}) => {
	const title = `${useScene().messages['token.prompt']}: `;
	const count = token.length === 0 ? '' : `  ${token.length}`;
	const stars = '*'.repeat(Math.min(token.length, Math.max(0, width - widthOf(title) - widthOf(count) - 1)));
	return (
		<Box>
			<Words tone="accent">{title}</Words>
			<Words tone="strong">{stars}</Words>
			<Words tone="selected"> </Words>
			<Words tone="muted">{count}</Words>
		</Box>
	);
};
