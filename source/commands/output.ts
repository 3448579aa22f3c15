/** Standard output as the commands use it. */
export type Output = {
	/** Writes a line. */
	line(text: string): void;
	/** Resolves when everything is written, or nobody reads any more. */
	drained(): Promise<void>;
	/** Resolves when nobody reads any more: `… | head` is no failure. Rejects when writing fails for another reason. */
	readonly closed: Promise<void>;
};

export const createOutput = (stream: NodeJS.WritableStream): Output => {
	const closed = new Promise<void>((resolve, reject) => {
		stream.on('error', (error: NodeJS.ErrnoException) => (error.code === 'EPIPE' ? resolve() : reject(error)));
	});
	return {
		line: text => {
			if (stream.writable) stream.write(`${text}\n`);
		},
		drained: async () => {
			const drained = new Promise<void>(resolve => stream.write('', () => resolve()));
			await Promise.race([drained, closed]);
		},
		closed,
	};
};
