/** UTF-16, as spreadsheets write “Unicode text”, has a mark before it. */
const marks: readonly (readonly [mark: string, encoding: string])[] = [
	['fffe', 'utf-16le'],
	['feff', 'utf-16be'],
];

/**
The text in a file's bytes, lines ended by `\n`: UTF-8 or UTF-16 with its mark, UTF-8 without, else the Western European of
Windows, which holds Latin-1. Undefined for what is no text.
*/
export const decodeText = (bytes: Uint8Array): string | undefined => {
	const begin = Buffer.from(bytes.subarray(0, 2)).toString('hex');
	const marked = marks.find(([mark]) => mark === begin)?.[1];
	const text = marked === undefined ? decodeUnmarked(bytes) : new TextDecoder(marked).decode(bytes);
	return text.includes('\0') ? undefined : text.replace(/\r\n?/g, '\n');
};

const decodeUnmarked = (bytes: Uint8Array): string => {
	try {
		return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
	} catch {
		return new TextDecoder('windows-1252').decode(bytes);
	}
};
