import {describe, expect, it} from 'vitest';
import {createSession} from '../../source/commands/session.js';
import {OptionsError} from '../../source/errors.js';
import {resolveOptions} from '../../source/options.js';

const options = resolveOptions({
	arguments: {command: 'board', wants: 'run', operands: [], given: new Map()},
	environment: {},
	settings: {path: '/nowhere/config.json', values: new Map(), warnings: []},
	platform: 'linux',
});
const source = {endpoint: undefined, tokens: [], transport: 'auto', now: Date.now, isOurs: false} as const;

/** A session, and what it did in order. */
const begin = () => {
	const done: string[] = [];
	const session = createSession(
		{source, options},
		{
			listening: {change: async ({policy}) => void done.push(`connect ${policy.quietAfterMs}`)},
			day: {move: async () => undefined},
		},
	);
	session.onOptions(({language}) => void done.push(`hear ${language}`));
	return {session, done};
};

describe('change', () => {
	it('makes connections anew only where that is needed, and tells of the options in any case', async () => {
		const {session, done} = begin();
		await session.change({options: {...options, language: 'fr'}});
		await session.change({options: {...options, language: 'fr', quietAfterMs: 7}});
		expect(done).toEqual(['hear fr', 'connect 7', 'hear fr']);
	});

	it('goes on after one that somebody could not take over', async () => {
		const {session, done} = begin();
		let isBroken = true;
		session.onOptions(async () => {
			if (isBroken) throw new OptionsError('contacts: cannot be read');
		});
		await expect(session.change({options: {...options, quietAfterMs: 7}})).rejects.toThrow('cannot be read');
		isBroken = false;
		await session.change({options: {...options, quietAfterMs: 8}});
		expect(done).toEqual(['connect 7', 'hear en', 'connect 8', 'hear en']);
	});
});
