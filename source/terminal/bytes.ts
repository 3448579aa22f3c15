/** A growing buffer for output, used again frame after frame. Only `append` and `ascii` make room themselves: `reserve` before the others. */
export type Bytes = {
	readonly length: number;
	reset(): void;
	reserve(bytes: number): void;
	byte(value: number): void;
	/** A number in decimal. */
	decimal(value: number): void;
	append(bytes: Uint8Array): void;
	ascii(text: string): void;
	/** A character of one UTF-16 unit, U+0080 or above, in UTF-8. */
	unit(unit: number): void;
	/** What was collected. Valid until the next `reset`. */
	view(): Uint8Array;
};

export const createBytes = (): Bytes => {
	let buffer = new Uint8Array(0x4000);
	let length = 0;
	const reserve = (bytes: number): void => {
		if (length + bytes > buffer.length) {
			const larger = new Uint8Array((length + bytes) * 2);
			larger.set(buffer.subarray(0, length));
			buffer = larger;
		}
	};
	const decimal = (value: number): void => {
		if (value >= 10) {
			decimal((value / 10) | 0);
		}

		buffer[length++] = 0x30 + (value % 10);
	};
	const append = (bytes: Uint8Array): void => {
		reserve(bytes.length);
		buffer.set(bytes, length);
		length += bytes.length;
	};
	return {
		get length() {
			return length;
		},
		reset() {
			length = 0;
		},
		reserve,
		byte(value) {
			buffer[length++] = value;
		},
		decimal,
		append,
		ascii(text) {
			reserve(text.length);
			for (let index = 0; index < text.length; index++) {
				buffer[length++] = text.charCodeAt(index);
			}
		},
		unit(unit) {
			if (unit >= 0x800) {
				buffer[length++] = 0xe0 | (unit >> 12);
				buffer[length++] = 0x80 | ((unit >> 6) & 0x3f);
			} else {
				buffer[length++] = 0xc0 | (unit >> 6);
			}

			buffer[length++] = 0x80 | (unit & 0x3f);
		},
		view: () => buffer.subarray(0, length),
	};
};
