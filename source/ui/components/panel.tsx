import {Box} from 'ink';
import type {Rectangle} from '../../presentation/layout.js';
import {useScene} from '../environment.js';
import {Words} from './words.js';

export type PanelProps = {readonly rectangle: Rectangle; readonly title: string; readonly note: string};

/** A border with a title; a painter fills what is inside. */
export const Panel = ({rectangle, title, note}: PanelProps) => {
	const {symbols, theme} = useScene();
	const {row, column, rows, columns} = rectangle;
	return (
		<>
			<Box
				position="absolute"
				top={row}
				left={column}
				width={columns}
				height={rows}
				borderStyle={symbols.border}
				{...(theme.border.color ? {borderColor: theme.border.color} : {borderDimColor: true})}
			/>
			<Box position="absolute" top={row} left={column + 2} height={1} width={Math.max(0, columns - 4)}>
				<Words tone="strong">{` ${title} `}</Words>
				{note === '' ? null : <Words tone="muted">{`${symbols.border.top} ${note} `}</Words>}
			</Box>
		</>
	);
};
