import type {Symbols} from '../../presentation/symbols.js';
import {widthOf} from '../../presentation/width.js';
import type {Heading} from './view.js';

/** Blanks and line around title and note. */
const space = 6;

type Room = {readonly columns: number; readonly symbols: Pick<Symbols, 'dot'>};

/** A heading whose note says as much as fits beside the title: as many of the remarks, from the first on. */
export const headingOf = (title: string, remarks: readonly string[], {columns, symbols}: Room): Heading => {
	const room = columns - widthOf(title) - space;
	const join = (count: number): string => remarks.slice(0, count).join(` ${symbols.dot} `);
	const tooMany = remarks.findIndex((_, index) => widthOf(join(index + 1)) > room);
	return {title, note: join(tooMany === -1 ? remarks.length : tooMany)};
};
