import {readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {stateDocument} from '../../source/domain/state-document.js';
import {siteName} from '../../source/domain/units.js';
import type {FaultKind} from '../../source/simulator/faults.js';
import {type LiveRun, playLive, type RunOptions, replayed, tokens} from './live-run.js';

/** Everything a service does wrong and recovers from, each in one of so many steps. */
const mischief: readonly FaultKind[] = [
	'http-500',
	'http-503',
	'html',
	'empty',
	'reset',
	'session-loss',
	'truncated',
	'malformed',
	'wrong-types',
	'one-bad-event',
	'duplicate',
	'reorder',
	'lose',
];

const misbehave = (step: number, {service}: LiveRun): void => {
	const kind = mischief[step % mischief.length] ?? 'reset';
	service.setFaults(step % 2 === 0 ? [] : [{kind, rate: 0.4}]);
};

const runs: Readonly<Record<string, RunOptions>> = {
	'version 1': {},
	'a machine that slept over midnight': {
		atStep: (step, {clock}) => {
			if (step === 6) clock.sleep(900_000);
		},
	},
	'version 1, two sites, with faults': {siteCount: 2, atStep: misbehave},
	'version 2, two sites, with faults': {transport: 'v2', siteCount: 2, atStep: misbehave},
	'a WebSocket, two sites, with faults': {transport: 'websocket', siteCount: 2, atStep: misbehave},
};

describe('a replay', () => {
	it.each(Object.entries(runs))('comes to the board that was seen live: %s', async (_name, options) => {
		const live = await playLive(options);
		const again = await replayed(live.path);
		expect(again.at).toBe(live.at);
		expect(stateDocument(again.board, live.at)).toEqual(stateDocument(live.board, live.at));
		expect(again.board).toEqual(live.board);
	});

	it('comes to the same from the parts of a recording, one after the other', async () => {
		const live = await playLive({atStep: misbehave, recorder: {maxBytes: 200_000, keep: 100}});
		const parts = [];
		for (let number = 1; readable(`${live.path}.${number}`); number++) parts.unshift(`${live.path}.${number}`);
		expect(parts.length).toBeGreaterThan(2);
		const whole = join(dirname(live.path), 'whole.ndjson');
		writeFileSync(whole, [...parts, live.path].map(path => readFileSync(path, 'utf8')).join(''));
		expect((await replayed(whole)).board).toEqual(live.board);
	});

	it('plays a further part alone, of which it knows how it listened', async () => {
		const live = await playLive({recorder: {maxBytes: 200_000, keep: 100}});
		const {board} = await replayed(live.path);
		expect(board.feeds.get(siteName('Lyon'))).toMatchObject({transport: 'v1', condition: {kind: 'live'}});
		expect(board.lines.size).toBeGreaterThan(0);
	});

	it('goes on after a pause of the program, with what was known then in doubt', async () => {
		const startAt = Date.parse('2026-11-23T10:00:00+01:00');
		const {path} = await playLive({startAt, steps: 4});
		const live = await playLive({startAt: startAt + 3_600_000, steps: 4, recorder: {path}});
		const {board, at} = await replayed(path);
		expect(at).toBe(live.at);
		const told = board.log.entries.map(({event}) => event.type);
		expect(told.filter(type => type === 'feed-gap').length).toBe(1);
		expect(told.indexOf('feed-gap')).toBeLessThan(told.lastIndexOf('feed-connecting'));
		expect(board.feeds.get(siteName('Lyon'))).toMatchObject({condition: {kind: 'live'}});
		expect(board.log.total).toBeGreaterThan(live.board.log.total);
	});

	it('does not count the seconds to a time that is a mistake', async () => {
		const live = await playLive({steps: 2});
		const wrong = live.lines.map(line => line.replace(/("kind":"end","at":")2026/, '$19826'));
		writeFileSync(live.path, [...wrong, ''].join('\n'));
		expect((await replayed(live.path)).at).toBeGreaterThan(Date.parse('9826-01-01T00:00:00Z'));
	});

	it('takes an answer that somebody made unreadable for a failure', async () => {
		const live = await playLive({steps: 2});
		const spoilt = live.lines.map((line, index) => (index === 3 ? line.replace('"body":"{', '"body":"{{') : line));
		writeFileSync(live.path, [...spoilt, ''].join('\n'));
		const {board} = await replayed(live.path);
		expect(board.log.entries.map(({event}) => event.type)).toContain('feed-failed');
	});
});

const readable = (path: string): boolean => {
	try {
		return readFileSync(path).length > 0;
	} catch {
		return false;
	}
};

describe('a recording', () => {
	it.each(['v1', 'v2', 'websocket'] as const)('holds no token, and every digit of times: %s', async transport => {
		const sent: string[] = [];
		const disguise = (text: string): string => {
			sent.push(...(text.match(/\d{19}/g) ?? []));
			return text;
		};
		const live = await playLive({transport, siteCount: 2, steps: 3, disguise, atStep: misbehave});
		const file = live.lines.join('\n');
		for (const token of tokens) expect(file.toUpperCase().includes(token)).toBe(false);
		const kept = new Set(file.match(/\d{19}/g));
		expect([...kept].filter(digits => !sent.includes(digits))).toEqual([]);
		expect(kept.size).toBeGreaterThan(20);
		expect(file).not.toMatch(/"Session\\":\\"(?!session\\")/);
	});
});
