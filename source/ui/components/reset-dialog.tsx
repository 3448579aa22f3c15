import {formatSince} from '../../presentation/format.js';
import type {Size} from '../../presentation/layout.js';
import {widthOf} from '../../presentation/width.js';
import {useBoard, useScene} from '../environment.js';
import {OverlayBox, overlayFrame} from './overlay.js';
import {Words} from './words.js';

/** Asks before the day's figures are thrown away. Everything but an explicit yes keeps them. */
export const ResetDialog = ({screen}: {readonly screen: Size}) => {
	const {messages, moment} = useScene();
	const since = useBoard(board => board.since);
	const lines = [
		messages['reset.body'](since === null ? messages['figure.none'] : formatSince(since, moment().live.now)),
		messages['reset.keep'],
		messages['reset.choice'],
	] as const;
	const columns = Math.max(...lines.map(widthOf)) + overlayFrame;
	return (
		<OverlayBox screen={screen} size={{columns, rows: 8}}>
			<Words tone="warning">{messages['reset.title']}</Words>
			<Words> </Words>
			<Words>{lines[0]}</Words>
			<Words>{lines[1]}</Words>
			<Words> </Words>
			<Words tone="accent">{lines[2]}</Words>
		</OverlayBox>
	);
};
