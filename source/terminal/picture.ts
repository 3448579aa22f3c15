import {createAsciiSpelling} from './ascii.js';
import {createDifference, type Difference} from './difference.js';
import {createFrame, type Frame} from './frame.js';
import {createGlyphs, type Glyphs} from './glyphs.js';
import {createInkFrameReader, type InkFrameReader} from './ink-frame.js';
import {createLayers, type Layers, type Region} from './layers.js';
import {isLink, linkEnd, linkStart} from './link.js';
import type {Size} from './output.js';
import {penOf} from './pen.js';
import {establishModes, synchronizedBegin, synchronizedEnd} from './sequences.js';
import {createSgrWriter} from './sgr-write.js';

/** What the terminal shall show, and the bytes that get it from one frame to the next. Does no input or output. */
export type Picture = {
	/** Places, moves or removes a region; false when it is already as wanted. */
	setRegion(name: string, region: Region | undefined): boolean;
	/** The latest complete frame of Ink. It is read when the next frame is made. */
	setInkFrame(frame: string): void;
	/** Where cells with the style `link` lead; undefined, or an address that is not safe: nowhere. */
	setLink(url: string | undefined): void;
	/** Starts anew at another size: all regions are drawn again. */
	resize(size: Size): void;
	/** Forgets what the terminal shows: the next frame draws everything. */
	forget(): void;
	/** Lets the painters draw and returns what to send, undefined when there is nothing. `prologue` goes first. The bytes are valid until the next call. */
	nextFrame(prologue: string): Uint8Array | undefined;
};

export type PictureOptions = {
	readonly size: Size;
	readonly colour: boolean;
	/** True sends ASCII only; other characters are replaced by the likest. */
	readonly ascii?: boolean | undefined;
	/** Clusters of characters kept at most; callers' names change for months. */
	readonly clusterLimit?: number;
};

/** All that depends on the size. */
type Stage = Size & {readonly layers: Layers; readonly difference: Difference; readonly reader: InkFrameReader};

export const createPicture = ({size, colour, ascii = false, clusterLimit = 4096}: PictureOptions): Picture => {
	const glyphs = createGlyphs();
	const frame = createFrame({
		glyphs,
		sgr: createSgrWriter({colour}),
		spell: ascii ? createAsciiSpelling(glyphs) : undefined,
	});
	const regions = new Map<string, Region>();
	let stage = createStage(size, {glyphs, frame});
	let inkFrame = '';
	let isForgotten = true;
	let link: string | undefined;
	let isLinkNew = false;
	/** What a frame cut short may have left open, where links were sent at all. */
	let linkUndone = '';

	const restart = (newSize: Size): void => {
		glyphs.clear();
		stage = createStage(newSize, {glyphs, frame});
		isForgotten = true;
		for (const [name, region] of regions) {
			stage.layers.setRegion(name, region);
		}
	};

	return {
		setRegion(name, region) {
			if (region === undefined) {
				regions.delete(name);
			} else {
				regions.set(name, region);
			}

			return stage.layers.setRegion(name, region);
		},
		setInkFrame(text) {
			inkFrame = text;
		},
		setLink(url) {
			// What knows ASCII only might show the sequence.
			const start = url === undefined || ascii ? undefined : linkStart(url);
			isLinkNew ||= start !== link;
			link = start;
		},
		resize: restart,
		forget() {
			isForgotten = true;
		},
		nextFrame(prologue) {
			if (glyphs.size > clusterLimit) {
				restart(stage);
			}

			const isWhole = isForgotten;
			isForgotten = false;
			frame.begin();
			frame.raw(synchronizedBegin + prologue + (isWhole ? linkUndone + establishModes : ''));
			frame.setLink(link);
			linkUndone = link === undefined ? linkUndone : linkEnd;
			const emptyLength = prologue === '' && !isWhole ? frame.length : -1;
			stage.reader.read(inkFrame);
			stage.layers.paint();
			// A link is not seen in a cell: those of the last one are written again where nothing else changed.
			const linked = isLinkNew ? stage.difference.forgetCells(style => isLink(penOf(style))) : [];
			isLinkNew = false;
			writeCells(stage, {isWhole});
			for (const row of linked) {
				stage.difference.writeRow(row, 0, stage.columns);
			}

			frame.end();
			if (frame.length === emptyLength) {
				return undefined;
			}

			frame.raw(synchronizedEnd);
			return frame.bytes();
		},
	};
};

const createStage = (
	{columns, rows}: Size,
	{glyphs, frame}: {readonly glyphs: Glyphs; readonly frame: Frame},
): Stage => {
	const layers = createLayers({columns, rows, glyphs});
	return {
		columns,
		rows,
		layers,
		difference: createDifference({columns, rows, frame, glyphs}),
		reader: createInkFrameReader(layers.ink),
	};
};

const writeCells = ({layers, difference, columns, rows}: Stage, {isWhole}: {readonly isWhole: boolean}): void => {
	if (!isWhole) {
		layers.merge(difference.wanted, difference.writeRow);
		return;
	}

	layers.merge(difference.wanted, () => {});
	difference.forget();
	for (let row = 0; row < rows; row++) {
		difference.writeRow(row, 0, columns);
	}
};
