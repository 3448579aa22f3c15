import {describe, expect, it} from 'vitest';
import {createInbox} from '../../../source/providers/ovh/inbox.js';
import {at} from '../../helpers/builders.js';

describe('createInbox', () => {
	it('gives what is there as one, with the arrival of the last', async () => {
		const inbox = createInbox();
		inbox.put('a', at(1));
		inbox.put('b', at(2));
		inbox.pulse(at(3));
		expect(await inbox.take()).toEqual({messages: ['a', 'b'], arrivedAt: at(2)});
	});

	it('gives what comes in one go to one who waits for it', async () => {
		const inbox = createInbox();
		const taken = inbox.take();
		inbox.put('a', at(1));
		inbox.put('b', at(1));
		expect((await taken).messages).toEqual(['a', 'b']);
	});

	it('tells of life without a message, once', async () => {
		const inbox = createInbox();
		const taken = inbox.take();
		inbox.pulse(at(5));
		expect(await taken).toEqual({messages: [], arrivedAt: at(5)});
		const next = inbox.take();
		inbox.put('a', at(6));
		expect((await next).messages).toEqual(['a']);
	});

	it('gives what is there before it throws its end, and then that for good', async () => {
		const inbox = createInbox();
		inbox.put('a', at(1));
		inbox.pulse(at(1));
		inbox.end(new Error('first'));
		inbox.end(new Error('second'));
		expect(inbox.put('b', at(2))).toBe(false);
		expect((await inbox.take()).messages).toEqual(['a']);
		await expect(inbox.take()).rejects.toThrow('first');
		await expect(inbox.take()).rejects.toThrow('first');
	});

	it('throws its end to one who waits', async () => {
		const inbox = createInbox();
		const taken = inbox.take();
		inbox.end(new Error('over'));
		await expect(taken).rejects.toThrow('over');
	});

	it.each([
		['messages', {messages: 2, characters: 1000}],
		['characters', {messages: 1000, characters: 2}],
	])('ends when nobody takes more %s than it holds, and loses none of them', async (_, limits) => {
		const inbox = createInbox(limits);
		expect(['a', 'b', 'c'].map(message => inbox.put(message, at(1)))).toEqual([true, true, false]);
		expect((await inbox.take()).messages).toEqual(['a', 'b', 'c']);
		await expect(inbox.take()).rejects.toMatchObject({
			failure: 'too-large',
			message: '3 messages came faster than they could be worked on',
		});
	});

	it('has room again for as much once that is taken', async () => {
		const inbox = createInbox({messages: 2, characters: 2});
		for (let count = 0; count < 5; count += 1) {
			expect([inbox.put('a', at(1)), inbox.put('b', at(1))]).toEqual([true, true]);
			await inbox.take();
		}
	});
});
