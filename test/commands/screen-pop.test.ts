import {afterEach, describe, expect, it} from 'vitest';
import {startPops} from '../../source/commands/screen-pop.js';
import {createStore} from '../../source/runtime/store.js';
import {onCall, start} from '../helpers/builders.js';
import {demo} from '../helpers/demo.js';
import {program} from '../helpers/program.js';
import {runInTerminal} from '../helpers/pseudo-terminal.js';
import {answers, type PopServer, startPopServer} from '../screen-pop/pop-server.js';
import {usualRule} from '../screen-pop/rules.js';

let server: PopServer | undefined;

afterEach(() => server?.close());

const ring = onCall('ringing-started', 0);

describe('startPops', () => {
	it('loads nothing where there is nothing to open, until the settings say so', async () => {
		server = await startPopServer(answers.page);
		const pops = startPops({pop: {...usualRule, template: undefined}}, {now: () => start});
		const store = createStore(task => task());
		const sink = pops.sink(store);
		sink.dispatch([ring]);
		expect(pops.loaded()).toBeUndefined();
		await pops.follow({pop: {...usualRule, mode: 'silent', template: server.url}});
		expect(pops.loaded()).toBeDefined();
		sink.dispatch([onCall('ringing-started', 0, {from: '0033639980002'})]);
		await server.heard(1);
		await pops.close();
	});

	it('can be asked for a pop before any rule opens anything', async () => {
		const pops = startPops({pop: {...usualRule, template: undefined}}, {now: () => start});
		pops.sink(createStore(task => task()));
		expect(await (await pops.screenPop())?.try()).toEqual({type: 'off'});
		await pops.close();
	});
});

describe('demo', () => {
	it('asks a server for the callers it invents, and says so in the log', async () => {
		server = await startPopServer(answers.page);
		const pop = ['--pop-url', `${server.url}/?n=*CALLING*&e=*EVENT*`, '--pop-mode', 'silencieux'];
		const terminal = runInTerminal([process.execPath, program, ...demo, '--speed', '10', '--view', 'log', ...pop]);
		await server.heard(1);
		expect(server.asked[0]?.url).toMatch(/^\/\?n=\d*&e=(start_ringing|member-queue-start)$/);
		await terminal.shows(/screen pop: http:\/\/127\.0\.0\.1:\d+\/ was asked, status 200/);
		terminal.type('q');
		expect(await terminal.ended).toBe(0);
	});

	it('refuses an address that is none of the web', async () => {
		const terminal = runInTerminal([process.execPath, program, 'demo', '--pop-url', 'file:///etc/{caller}']);
		expect(await terminal.ended).toBe(2);
		expect(terminal.written()).toContain('--pop-url: expected an http:// or https:// address');
	});
});
