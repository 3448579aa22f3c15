import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {type Line, linesOf} from '../../source/recording/lines.js';

const all = async (chunks: AsyncIterable<Uint8Array>): Promise<readonly Line[]> => {
	const lines: Line[] = [];
	for await (const line of linesOf(chunks)) lines.push(line);
	return lines;
};

const read = (chunks: readonly Uint8Array[]): Promise<readonly Line[]> =>
	all(
		(async function* () {
			yield* chunks;
		})(),
	);

describe('linesOf', () => {
	it('numbers lines, and tells a cut one', async () => {
		expect(await read([Buffer.from('one\n\ntw'), Buffer.from('o\nthr'), Buffer.from('ee')])).toEqual([
			{number: 1, text: 'one', isCut: false},
			{number: 2, text: '', isCut: false},
			{number: 3, text: 'two', isCut: false},
			{number: 4, text: 'three', isCut: true},
		]);
		expect(await read([])).toEqual([]);
		expect(await read([Buffer.from('one\n')])).toEqual([{number: 1, text: 'one', isCut: false}]);
	});

	it('comes to the same wherever the bytes are cut, within characters too', async () => {
		const line = fc.string({unit: fc.constantFrom('a', 'é', '王', '😀', '\r', '\u2028', '"')});
		await fc.assert(
			fc.asyncProperty(fc.array(line, {maxLength: 8}), fc.integer({min: 1, max: 7}), async (texts, size) => {
				const bytes = Buffer.from(texts.map(text => `${text}\n`).join(''));
				const chunks = Array.from({length: Math.ceil(bytes.length / size)}, (_, index) =>
					bytes.subarray(index * size, (index + 1) * size),
				);
				expect((await read(chunks)).map(({text}) => text)).toEqual(texts);
			}),
			{numRuns: 50},
		);
	});

	it('ends at a line that would fill the memory', async () => {
		const chunk = Buffer.alloc(1_048_576, 'x');
		const endless = async function* () {
			for (;;) yield chunk;
		};
		expect(await all(endless())).toEqual([{number: 1, text: '…', isCut: false}]);
	});
});
