/** A line of a file; `isCut`: the file ends in it, without the end of a line. */
export type Line = {readonly number: number; readonly text: string; readonly isCut: boolean};

const newLine = 10;

/** Far more than any answer takes: what is longer is no recording, and would fill the memory. */
const longestLine = 64 * 1024 * 1024;

/** The lines of a stream of bytes, read as they are wanted; an empty last one does not count. Ends at one that is too long, with `…` for it. */
export const linesOf = async function* (chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
	let begun: Uint8Array[] = [];
	let number = 0;
	const take = (end: Uint8Array, isCut: boolean): Line => {
		const text = Buffer.concat([...begun, end]).toString('utf8');
		begun = [];
		number += 1;
		return {number, text, isCut};
	};
	for await (const chunk of chunks) {
		let start = 0;
		for (let end = chunk.indexOf(newLine); end >= 0; end = chunk.indexOf(newLine, start)) {
			yield take(chunk.subarray(start, end), false);
			start = end + 1;
		}
		if (start < chunk.length) begun.push(chunk.subarray(start));
		if (begun.length * chunk.length > longestLine && lengthOf(begun) > longestLine) {
			begun = [];
			yield take(Buffer.from('…'), false);
			return;
		}
	}
	if (begun.length > 0) yield take(new Uint8Array(), true);
};

const lengthOf = (pieces: readonly Uint8Array[]): number => pieces.reduce((length, piece) => length + piece.length, 0);
