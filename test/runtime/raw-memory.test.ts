import {describe, expect, it} from 'vitest';
import type {BoardEvent} from '../../source/domain/event.js';
import {createRawMemory} from '../../source/runtime/raw-memory.js';
import {at, joined, onCall, start} from '../helpers/builders.js';
import {batch, createScriptedProvider, received} from './scripted-provider.js';

const answer = (raw: string, events: readonly BoardEvent[]) => received({...batch(events), raw});

/** So many different events. */
const several = (count: number) => Array.from({length: count}, (_, index) => joined(index));

describe('the memory of what was received', () => {
	it('finds the answer of an event, how it came, and its place in it', () => {
		const memory = createRawMemory();
		const [one, two] = [joined(1), joined(1)];
		memory.note(answer('first', [one, two]), 'v2');
		expect(memory.find(two)).toEqual({raw: 'first', transport: 'v2', index: 1});
		expect(memory.find(joined(1))).toBeUndefined();
	});

	it('takes the place that the provider tells', () => {
		const memory = createRawMemory();
		const event = onCall('ringing-started', 0);
		memory.note({...answer('x', [event]), origins: [1500]}, 'v1');
		expect(memory.find(event)?.index).toBe(1500);
	});

	it('forgets the oldest answers when there are too many events', () => {
		const memory = createRawMemory({mostEvents: 5});
		const [old, young] = [several(3), several(3)];
		memory.note(answer('old', old), 'v1');
		memory.note(answer('young', young), 'v1');
		expect(old.map(memory.find)).toEqual([undefined, undefined, undefined]);
		expect(young.map(event => memory.find(event)?.raw)).toEqual(['young', 'young', 'young']);
	});

	it('forgets the oldest answers when they are too long, and keeps none that is too long alone', () => {
		const memory = createRawMemory({mostCharacters: 10});
		const events = several(4);
		for (const [index, event] of events.entries()) memory.note(answer('1234', [event]), String(index));
		expect(events.map(event => memory.find(event)?.transport)).toEqual([undefined, undefined, '2', '3']);
		memory.note(answer('12345678901', several(1)), 'long');
		expect(events.map(memory.find)).toEqual([undefined, undefined, undefined, undefined]);
	});

	it('remembers no answer without events', () => {
		const memory = createRawMemory({mostCharacters: 10});
		const event = joined(0);
		memory.note(answer('1234', [event]), 'v1');
		for (let count = 0; count < 10; count++) memory.note(answer('1234567890', []), 'v1');
		expect(memory.find(event)?.raw).toBe('1234');
	});

	it('remembers what a provider yields, which goes on its way as it is, as do its errors', async () => {
		const memory = createRawMemory();
		const event = joined(0);
		const failure = new Error('away');
		const script = [{...batch([event]), raw: 'here'}, failure];
		const inner = createScriptedProvider({steps: script, now: () => at(start)});
		const provider = memory.wrap(inner);
		inner.listenBy('websocket');
		const seen: unknown[] = [];
		const listening = async (): Promise<void> => {
			for await (const one of provider.events(new AbortController().signal)) seen.push(one.events[0]);
		};
		await expect(listening()).rejects.toBe(failure);
		expect(seen).toEqual([event]);
		expect(seen[0]).toBe(event);
		expect(provider.transport()).toBe('websocket');
		expect(provider.sites).toBe(inner.sites);
		expect(memory.find(event)).toEqual({raw: 'here', transport: 'websocket', index: 0});
	});
});
