import {Box} from 'ink';
import {useMemo} from 'react';
import type {Size} from '../../presentation/layout.js';
import {mostScroll, type PageText, pageText, popCall} from '../../presentation/pop/page-text.js';
import type {PopPage} from '../../presentation/pop/pops.js';
import {cutTo, widthOf} from '../../presentation/width.js';
import {useScene, useUi} from '../environment.js';
import {OverlayBox} from './overlay.js';
import {Words} from './words.js';

/** The page that was read for a call, as text, until the call ends or somebody puts it away. */
export const PopPageBox = ({screen}: {readonly screen: Size}) => {
	const {page} = useUi().pops;
	return page === null ? null : <Shown page={page} screen={screen} />;
};

const Shown = ({page, screen}: {readonly page: PopPage; readonly screen: Size}) => {
	const {messages, symbols, style} = useScene();
	const {pageTop} = useUi();
	const {columns, rows: height} = screen;
	const text = useMemo(() => pageText(page, {columns, rows: height}), [page, columns, height]);
	const first = Math.min(pageTop, mostScroll(text));
	return (
		<OverlayBox screen={screen} size={text.size}>
			<Head page={page} width={text.width} />
			<Words>{cutTo(popCall(page, style()), text.width, symbols.cut)}</Words>
			<Words tone="muted">{cutTo(page.target, text.width, symbols.cut)}</Words>
			<Words> </Words>
			{text.rows.length === 0 ? <Words tone="muted">{messages['page.empty']}</Words> : null}
			{text.rows.slice(first, first + text.height).map((row, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: rows have nothing but their place.
				<Words key={index}>{row === '' ? ' ' : row}</Words>
			))}
			<Foot text={text} first={first} isCut={page.isCut} />
		</OverlayBox>
	);
};

const Head = ({page, width}: {readonly page: PopPage; readonly width: number}) => {
	const {messages, symbols} = useScene();
	const {pages} = useUi().pops;
	const place = pages > 1 ? messages['pop.place'](1, pages) : '';
	const title = page.title === '' ? messages['page.untitled'] : page.title;
	return (
		<Box justifyContent="space-between">
			<Words tone="strong">{cutTo(title, width - widthOf(place) - 1, symbols.cut)}</Words>
			<Words tone="accent">{place}</Words>
		</Box>
	);
};

type FootProps = {readonly text: PageText; readonly first: number; readonly isCut: boolean};

/** How much of the page is in sight, and how to leave it. */
const Foot = ({text: {rows, height, width}, first, isCut}: FootProps) => {
	const {messages, symbols} = useScene();
	const notes = [
		...(rows.length > height ? [messages['page.rows'](first + 1, first + height, rows.length)] : []),
		...(isCut ? [messages['page.cut']] : []),
		messages['page.hint'],
	];
	return <Words tone="muted">{cutTo(notes.join(` ${symbols.dot} `), width, symbols.cut)}</Words>;
};
