import {describe, expect, it, onTestFinished} from 'vitest';
import {listenToRecording} from '../../source/commands/listen-to-recording.js';
import {createRawEvents} from '../../source/commands/raw-events.js';
import {defaultPatience} from '../../source/domain/expiry.js';
import {messageSeparator, readAnswer} from '../../source/providers/ovh/answer.js';
import {openRecording} from '../../source/recording/reading.js';
import {at, joined, site} from '../helpers/builders.js';
import {flow} from '../helpers/flows.js';
import {entriesOf, writeRecording} from '../recording/sample-recording.js';

const token = 'ABCDEFAB-CDEF-ABCD-EFAB-CDEFABCDEFAB';
const hidden = 'XXXXXXXX-XXXX-XXXX-XXXX-000000000001';

const written = {
	v1: (events: readonly string[]) => `{"Session":"s-1","Events":[${events.join(',')}]}`,
	v2: (events: readonly string[]) => `[${events.join(',')}]`,
	websocket: (events: readonly string[]) => events.join(messageSeparator),
} as const;

const noted = (form: keyof typeof written, texts: readonly string[]) => {
	const raw = written[form](texts);
	const {events, origins} = readAnswer(raw, {form, siteOf: () => site, receivedAt: at(0)});
	const memory = createRawEvents();
	memory.note({events, origins, raw, receivedAt: at(0), sentAt: null}, form);
	return {memory, events};
};

describe.each(['v1', 'v2', 'websocket'] as const)('what came by %s', form => {
	it('is shown to the last digit, and without the token', () => {
		const texts = flow('q1');
		const {memory, events} = noted(form, texts);
		memory.hide([{token}]);
		const shown = events.map(event => memory.rawOf(event));
		expect(texts.join()).toContain(token);
		expect(shown).toEqual(texts.map(text => text.replaceAll(token, hidden)));
		expect(shown[0]).toContain('1772702100050000412');
	});

	it('is shown without a token that was in use before, or that nobody knows', () => {
		const text = (flow('l4')[0] ?? '').replace('"RelevantInfo":""', `"RelevantInfo":"token ${token}"`);
		const {memory, events} = noted(form, [text]);
		memory.hide([{token}]);
		memory.hide([{token: '1738D072-64A1-4E2B-9C3D-0123456789AB'}]);
		expect(memory.rawOf(events[0] ?? joined(0))).not.toContain(token);
		const unknown = noted(form, flow('l4'));
		expect(unknown.memory.rawOf(unknown.events[0] ?? joined(0))).not.toContain(token);
	});
});

it('has nothing to show of an event that never came', () => {
	expect(createRawEvents().rawOf(joined(0))).toBeUndefined();
});

it('knows how the events of a recording were received', async () => {
	const {note: remember, rawOf} = createRawEvents();
	const recording = await openRecording(writeRecording(entriesOf('q1')));
	const policy = {resetAt: 0, patience: defaultPatience, quietAfterMs: 120_000} as const;
	const replaying = await listenToRecording({recording, policy, speed: 0, remember});
	onTestFinished(() => replaying.stop());
	await replaying.ended;
	const {entries} = replaying.store.getSnapshot().log;
	const shown = entries.flatMap(({event}) => rawOf(event) ?? []);
	const times = (texts: readonly string[]) => texts.map(text => /"Timestamp":(\d+)/.exec(text)?.[1]);
	expect(times(shown).sort()).toEqual(times(flow('q1')).sort());
	expect(shown.join()).not.toContain(token);
});
