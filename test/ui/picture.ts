import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {expect} from 'vitest';
import type {RenderedBoard} from '../helpers/render-board.js';

const folder = new URL('../fixtures/frames/', import.meta.url);

/** With this variable set the pictures are drawn anew, for somebody to look at each of them: `UPDATE_FRAMES=1 npm test`. */
const isUpdating = process.env.UPDATE_FRAMES !== undefined;

/** Compares the whole screen with the picture kept under this name. */
export const expectPicture = (name: string, board: RenderedBoard): void => {
	const path = new URL(`${name}.txt`, folder);
	const picture = `${board.lines().join('\n')}\n`;
	if (isUpdating) {
		mkdirSync(folder, {recursive: true});
		writeFileSync(path, picture);
	}
	expect(existsSync(path), `no picture ${name}.txt yet: see UPDATE_FRAMES`).toBe(true);
	expect(picture).toBe(readFileSync(path, 'utf8'));
};

/** The same of a screen drawn with ASCII alone. */
export const expectAsciiPicture = (name: string, board: RenderedBoard): void => {
	expectPicture(name, board);
	expect(board.lines().join('')).toMatch(/^[\x20-\x7e]*$/);
};
