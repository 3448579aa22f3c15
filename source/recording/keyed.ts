import {createHmac, randomBytes} from 'node:crypto';

/** Invents: the same for the same value, and nothing to be learnt of the value without the key. */
export type Keyed = (value: string) => Uint8Array;

/** `key`: by default a new one that is kept nowhere. 32 bytes for each value. */
export const createKeyed =
	(key: Uint8Array = randomBytes(32)): Keyed =>
	value =>
		createHmac('sha256', key).update(value).digest();

/** So many bytes for a value. */
export const bytesFor = (keyed: Keyed, value: string, count: number): Uint8Array => {
	const blocks = Array.from({length: Math.ceil(count / 32)}, (_, block) => keyed(`${block} ${value}`));
	return Uint8Array.from(blocks.flatMap(block => [...block]));
};
