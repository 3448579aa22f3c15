/** What faults make of the text of an answer or a message, the same for polls and WebSockets. */

/** No JSON any more, whatever it was: it ends in a comma. */
export const malformed = (text: string): string => `${text.slice(0, -1)},`;

/** More than 8 MiB of JSON that says nothing. */
export const huge = (): Buffer => Buffer.concat([Buffer.alloc(8 * 1024 * 1024, ' '), Buffer.from('null')]);

/** Breaks the first `Description` with a byte that begins a character and one that cannot go on with it. */
export const invalidUtf8 = (text: string): Buffer => {
	const bytes = Buffer.from(text);
	const at = bytes.indexOf(description);
	if (at < 0) return bytes;
	const inside = at + description.length;
	return Buffer.concat([bytes.subarray(0, inside), Buffer.from([0xc3, 0x28]), bytes.subarray(inside)]);
};

const description = '"Description":"';

/** The bytes in `dripPieces` pieces, or fewer when they are few. */
export const pieces = (text: string): readonly Buffer[] => {
	const bytes = Buffer.from(text);
	const size = Math.max(1, Math.ceil(bytes.length / dripPieces));
	return Array.from({length: Math.ceil(bytes.length / size)}, (_, index) =>
		bytes.subarray(index * size, (index + 1) * size),
	);
};

export const dripPieces = 10;
