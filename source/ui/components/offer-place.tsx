import {Box} from 'ink';
import type {Rectangle} from '../../presentation/layout.js';
import {Words} from './words.js';

/** Clears the row of an offer of borders; a painter fills it, because Ink knows no links that could be trusted. */
export const OfferPlace = ({rectangle}: {readonly rectangle: Rectangle}) => (
	<Box position="absolute" top={rectangle.row} left={0} width={rectangle.columns} height={1}>
		<Words>{' '.repeat(rectangle.columns)}</Words>
	</Box>
);
