import {describe, expect, it} from 'vitest';
import {conditionSink} from '../../source/commands/condition-sink.js';
import type {BoardEvent} from '../../source/domain/event.js';
import {messagesFor} from '../../source/i18n/languages.js';
import {createStore} from '../../source/runtime/store.js';
import {down, heard, live, lyon, nice, refused} from '../helpers/sites.js';

describe('a condition sink', () => {
	it('passes everything on, and says when a connection comes, goes or is refused', () => {
		const lines: string[] = [];
		const passed: BoardEvent[] = [];
		const sink = conditionSink(
			{dispatch: events => passed.push(...events)},
			{write: line => lines.push(line), messages: messagesFor('en'), reader: createStore()},
		);
		const events = [
			live(0, lyon),
			heard(1, lyon),
			live(2, nice),
			down(3, lyon),
			down(4, lyon),
			live(5, lyon),
			refused(6, nice),
		];
		for (const event of events) sink.dispatch([event]);
		expect(passed).toEqual(events);
		expect(lines.map(line => line.split('  ').slice(1).join(' '))).toEqual([
			'Lyon connected',
			'Nice connected',
			expect.stringMatching(/^Lyon connection lost/),
			'Lyon connected',
			expect.stringMatching(/^Nice token refused/),
		]);
	});
});
