// Events as they came over the wire, for the screen: remembered, found again, and without their secrets.
import type {BoardEvent} from '../domain/event.js';
import type {AnswerForm} from '../providers/ovh/answer.js';
import {rawEvent} from '../providers/ovh/raw-event.js';
import {createScrubber, type Scrubber} from '../recording/scrub.js';
import {createRawMemory, type RawMemory} from '../runtime/raw-memory.js';

export type RawEvents = Pick<RawMemory, 'wrap' | 'note'> & {
	/** Takes these tokens, too, out of whatever is shown. */
	hide(tokens: readonly {readonly token: string}[]): void;
	/** An event as it came, to the last digit, without token or session; undefined when it is not kept any more. */
	rawOf(event: BoardEvent): string | undefined;
};

export const createRawEvents = (): RawEvents => {
	const {wrap, note, find} = createRawMemory();
	const tokens = new Set<string>();
	let scrubber: Scrubber | undefined;
	return {
		wrap,
		note,
		hide(others) {
			for (const {token} of others) tokens.add(token);
			scrubber = undefined;
		},
		rawOf(event) {
			const origin = find(event);
			if (!origin) return undefined;
			const {raw, transport, index} = origin;
			const text = rawEvent(raw, {form: formOf(transport), index});
			scrubber ??= createScrubber([...tokens]);
			return text === undefined ? undefined : scrubber.answer(text);
		},
	};
};

const formOf = (transport: string): AnswerForm => (transport === 'v2' || transport === 'websocket' ? transport : 'v1');
