import {Box} from 'ink';
import type {ReactNode} from 'react';
import type {Size} from '../../presentation/layout.js';
import {useScene} from '../environment.js';

export type OverlayProps = {readonly screen: Size; readonly size: Size; readonly children: ReactNode};

/** A framed box in the middle of the screen, over everything, never larger than the screen. */
export const OverlayBox = ({screen, size, children}: OverlayProps) => {
	const {symbols, theme} = useScene();
	const columns = Math.min(size.columns, screen.columns);
	const rows = Math.min(size.rows, screen.rows);
	return (
		<Box
			position="absolute"
			top={Math.floor((screen.rows - rows) / 2)}
			left={Math.floor((screen.columns - columns) / 2)}
			width={columns}
			height={rows}
			flexDirection="column"
			overflow="hidden"
			paddingX={2}
			borderStyle={symbols.border}
			{...(theme.accent.color ? {borderColor: theme.accent.color} : {})}
			{...(theme.overlay.backgroundColor ? {backgroundColor: theme.overlay.backgroundColor} : {})}
		>
			<Box flexDirection="column" flexShrink={0}>
				{children}
			</Box>
		</Box>
	);
};
