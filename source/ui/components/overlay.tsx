import {Box} from 'ink';
import type {ReactNode} from 'react';
import type {Size} from '../../presentation/layout.js';
import {useScene} from '../environment.js';

export type OverlayProps = {
	readonly screen: Size;
	readonly size: Size;
	/** In the middle of the screen, or at the left end of the footer, which stays in sight. */
	readonly at?: 'middle' | 'footer';
	readonly children: ReactNode;
};

/** What an overlay leaves of the screen: feeds and clock are in sight whatever lies over the view. */
const headerRows = 1;
const footerRows = 1;

/** Columns of an overlay beside what it holds: border and blanks. */
export const overlayFrame = 6;

/** A framed box over the view. */
export const OverlayBox = ({screen, size, at = 'middle', children}: OverlayProps) => {
	const {symbols, theme} = useScene();
	const isAtFooter = at === 'footer';
	const end = screen.rows - (isAtFooter ? footerRows : 0);
	const columns = Math.min(size.columns, screen.columns);
	const rows = Math.min(size.rows, end - headerRows);
	return (
		<Box
			position="absolute"
			top={isAtFooter ? end - rows : Math.max(headerRows, Math.floor((screen.rows - rows) / 2))}
			left={isAtFooter ? 0 : Math.floor((screen.columns - columns) / 2)}
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
