import {describe, expect, it, onTestFinished} from 'vitest';
import {listenToRecording, type RecordingOptions} from '../../source/commands/listen-to-recording.js';
import type {BoardEvent} from '../../source/domain/event.js';
import {defaultPatience} from '../../source/domain/expiry.js';
import {siteName} from '../../source/domain/units.js';
import {OptionsError} from '../../source/errors.js';
import type {Entry} from '../../source/recording/format.js';
import {openRecording} from '../../source/recording/reading.js';
import {entriesOf, writeRecording} from '../recording/sample-recording.js';

const policy = {resetAt: 0, patience: defaultPatience, quietAfterMs: 120_000} as const;

const listenTo = async (entries: readonly Entry[], options: Partial<RecordingOptions> = {}) => {
	const recording = await openRecording(writeRecording(entries));
	const told: BoardEvent[] = [];
	const replaying = await listenToRecording({
		recording,
		policy,
		speed: 0,
		sink: store => ({
			dispatch(events) {
				told.push(...events);
				store.dispatch(events);
			},
		}),
		...options,
	});
	onTestFinished(() => replaying.stop());
	return {replaying, told};
};

const types = (events: readonly BoardEvent[]): readonly string[] =>
	events.map(({type}) => type).filter(type => !['feed-received', 'time-passed', 'queue-counted'].includes(type));

describe('listenToRecording', () => {
	it('tells everything at once without a speed, and stands at the end', async () => {
		const {replaying, told} = await listenTo(entriesOf('l1'));
		await replaying.ended;
		expect(types(told)).toEqual([
			'feed-connecting',
			'feed-live',
			'ringing-started',
			'talk-started',
			'ringing-ended',
			'talk-ended',
		]);
		const board = replaying.store.getSnapshot();
		expect(board.log.total).toBe(6);
		expect(new Date(replaying.clock.now()).toISOString()).toBe('2026-03-05T09:17:07.590Z');
		expect(replaying.at()).toBe(replaying.clock.now() - 20);
		expect(replaying.clock.now()).toBe(replaying.clock.now());
	});

	it('does not pass for live on a screen', async () => {
		const {replaying} = await listenTo(entriesOf('l1'), {shownTransport: 'replay'});
		await replaying.ended;
		expect(replaying.store.getSnapshot().feeds.get(siteName('Lyon'))?.transport).toBe('replay');
	});

	it('applies what was before the beginning, and does not tell it', async () => {
		const {replaying, told} = await listenTo(entriesOf('l1'), {from: 10 * 60 + 16});
		await replaying.ended;
		expect(types(told)).toEqual(['talk-ended']);
		expect(replaying.store.getSnapshot().log.total).toBe(6);
	});

	it('is at the beginning when it is given back, with the state of that moment', async () => {
		const {replaying} = await listenTo(entriesOf('l1'), {from: 10 * 60 + 16, speed: 1});
		expect(new Date(replaying.clock.now()).toISOString().slice(0, 16)).toBe('2026-03-05T09:16');
		expect([...replaying.store.getSnapshot().lines.values()].map(({calls}) => calls.size)).toEqual([1]);
	});

	it.each([
		['after the end', 10 * 60 + 18, '10:18'],
		['before the beginning', 9 * 60, '09:00'],
	])('says that there is nothing %s', async (_name, from, time) => {
		const listening = listenTo(entriesOf('l1'), {from});
		await expect(listening).rejects.toThrow(OptionsError);
		await expect(listening).rejects.toThrow(
			new RegExp(`^--from ${time}: ".*day.ndjson" goes from 2026-03-05 10:14 to 2026-03-05 10:17$`),
		);
	});

	it('takes a recording that ends with its header', async () => {
		const {replaying, told} = await listenTo([], {speed: 1});
		await replaying.ended;
		expect(told).toEqual([]);
	});

	it('ends with a bad line', async () => {
		const {replaying, told} = await listenTo([...entriesOf('l1'), {kind: 'nonsense'} as never]);
		await expect(replaying.ended).rejects.toThrow(/line 8: expected kind/);
		await expect(replaying.defect).rejects.toThrow(OptionsError);
		expect(types(told).at(-1)).toBe('talk-ended');
	});

	it('can be reset, and stopped in the middle', async () => {
		const {replaying, told} = await listenTo(entriesOf('l1'), {speed: 1});
		replaying.reset();
		expect(types(told)).toContain('board-reset');
		replaying.retry();
		await replaying.stop();
		await replaying.ended;
		expect(types(told)).not.toContain('ringing-started');
	});

	it('waits for whoever takes the events', async () => {
		let drains = 0;
		const {replaying} = await listenTo(entriesOf('l1'), {
			sink: () => ({
				dispatch() {
					const end = performance.now() + 12;
					while (performance.now() < end);
				},
			}),
			drained: async () => {
				drains += 1;
			},
		});
		await replaying.ended;
		expect(drains).toBeGreaterThan(2);
	});
});
