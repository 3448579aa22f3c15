import {Text} from 'ink';
import type {Tone} from '../../presentation/cells.js';
import {useScene} from '../environment.js';
import {inkProps} from '../theme.js';

/** Text in a tone, on one row. */
export const Words = ({tone = 'plain', children}: {readonly tone?: Tone; readonly children: string}) => (
	<Text wrap="truncate" {...inkProps(useScene().theme[tone])}>
		{children}
	</Text>
);
