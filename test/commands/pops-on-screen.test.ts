import {afterEach, describe, expect, it} from 'vitest';
import {popsOnScreen} from '../../source/commands/pops-on-screen.js';
import {startPops} from '../../source/commands/screen-pop.js';
import {noPops} from '../../source/presentation/pop/pops.js';
import {createStore} from '../../source/runtime/store.js';
import {customer, onCall, start} from '../helpers/builders.js';
import {answers, type PopServer, startPopServer} from '../screen-pop/pop-server.js';
import {usualRule} from '../screen-pop/rules.js';

let server: PopServer | undefined;

afterEach(() => server?.close());

describe('popsOnScreen', () => {
	it('shows nothing and fires nothing before anything is loaded, and says so', async () => {
		const pops = startPops({pop: {...usualRule, template: undefined}}, {now: () => start});
		const shown = popsOnScreen(pops);
		expect(shown.shown()).toBe(noPops);
		expect(await shown.fire(onCall('ringing-started', 0))).toEqual({type: 'off'});
		shown.dismiss('page');
		await pops.close();
	});

	it('tells of a page, and is the same until something changes', async () => {
		server = await startPopServer(answers.page);
		const pops = startPops({pop: {...usualRule, mode: 'modal', template: server.url}}, {now: () => start});
		const shown = popsOnScreen(pops);
		const heard: number[] = [];
		const stop = shown.subscribe(() => heard.push(shown.shown().pages));
		pops.sink(createStore(task => task()));
		expect(await shown.fire(onCall('ringing-started', 0))).toMatchObject({type: 'pop-done', mode: 'modal'});
		const one = shown.shown();
		expect(one).toMatchObject({pages: 1, offers: 0, page: {title: 'Dupont', peer: customer}});
		expect(shown.shown()).toBe(one);
		await shown.fire(onCall('ringing-started', 0));
		expect(shown.shown().pages).toBe(2);
		shown.dismiss('page');
		expect(heard).toEqual([0, 1, 2, 1]);
		stop();
		shown.dismiss('page');
		expect(heard).toHaveLength(4);
		await pops.close();
	});
});
