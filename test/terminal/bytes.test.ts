import {describe, expect, it} from 'vitest';
import {createBytes} from '../../source/terminal/bytes.js';

describe('createBytes', () => {
	it('collects numbers, texts and characters', () => {
		const bytes = createBytes();
		bytes.ascii('a');
		for (const number of [0, 7, 10, 305, 65_535]) {
			bytes.decimal(number);
			bytes.byte(0x3b);
		}

		for (const unit of [0x80, 0x7ff, 0x800, 0x6f22, 0xffff]) {
			bytes.unit(unit);
		}

		bytes.append(new TextEncoder().encode('👍'));
		expect(new TextDecoder().decode(bytes.view())).toBe('a0;7;10;305;65535;\u0080\u07FF\u0800漢\uFFFF👍');
		expect(bytes.length).toBe(bytes.view().length);
	});

	it('keeps what it has when it grows', () => {
		const bytes = createBytes();
		bytes.ascii('begin');
		bytes.append(new Uint8Array(200_000).fill(0x2e));
		expect(new TextDecoder().decode(bytes.view())).toBe(`begin${'.'.repeat(200_000)}`);
	});

	it('is empty again after a reset', () => {
		const bytes = createBytes();
		bytes.ascii('x');
		bytes.reset();
		expect(bytes.view()).toHaveLength(0);
	});
});
