/** A line of a vCard, made whole: `TEL;TYPE=cell:06…` has the name `TEL` and the value `06…`. */
export type CardLine = {readonly name: string; readonly value: string};

/** Name with the group before it, then parameters, whose values may be quoted, then the value. */
const shape = /^(?:[\w-]+\.)?([\w-]+)((?:;(?:"[^"]*"|[^":])*)?):(.*)$/s;

/**
The lines of a text of vCards. Unfolds them, and decodes the quoted-printable of version 2.1, whose lines are continued
after a `=` at their end. What is no line of a card is left out. Sources: RFC 6350, 3.2; RFC 2426, 2.6; vCard 2.1, 2.1.3.
*/
export function* cardLines(text: string): Generator<CardLine> {
	const lines = text.replace(/\n[ \t]/g, '').split('\n');
	for (let index = 0; index < lines.length; index++) {
		const [, name = '', parameters = '', start = ''] = shape.exec(lines[index] ?? '') ?? [];
		if (name === '') continue;
		const isPrintable = /;(encoding=)?quoted-printable/i.test(parameters);
		const parts = [start];
		while (isPrintable && parts.at(-1)?.endsWith('=') && index + 1 < lines.length) parts.push(lines[++index] ?? '');
		const value = isPrintable ? decodePrintable(parts, /;charset="?([\w-]+)/i.exec(parameters)?.[1]) : start;
		yield {name: name.toUpperCase(), value};
	}
}

/** Source: RFC 2045, 6.7. */
const decodePrintable = (parts: readonly string[], charset = 'utf-8'): string => {
	const joined = parts.map(part => part.replace(/=$/, '')).join('');
	// What is not encoded may be outside ASCII all the same, and keeps its place as UTF-8.
	const bytes = Buffer.from(joined).toString('latin1');
	const decoded = bytes.replace(/=([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
	return decoder(charset).decode(Buffer.from(decoded, 'latin1'));
};

const decoder = (charset: string): {readonly decode: (bytes: Uint8Array) => string} => {
	try {
		return new TextDecoder(charset);
	} catch {
		return new TextDecoder();
	}
};
