import {afterEach, describe, expect, it} from 'vitest';
import type {BoardEvent} from '../../source/domain/event.js';
import {callId, epochMs, siteName} from '../../source/domain/units.js';
import {createStore} from '../../source/runtime/store.js';
import {keyOf} from '../../source/screen-pop/facts.js';
import {saidEveryMs} from '../../source/screen-pop/gate.js';
import type {PopRule} from '../../source/screen-pop/rule.js';
import {createScreenPop, type ScreenPopOptions} from '../../source/screen-pop/screen-pop.js';
import {endedForMs} from '../../source/screen-pop/shelf.js';
import {accueil, at, customer, joined, onCall, site, start, support} from '../helpers/builders.js';
import {createManualTimers} from './manual-timers.js';
import {answers, type PopServer, startPopServer} from './pop-server.js';
import {usualRule} from './rules.js';

const open: {close(): Promise<void>}[] = [];

afterEach(async () => {
	for (const each of open.splice(0)) await each.close();
});

const serve = async (...given: Parameters<typeof startPopServer>): Promise<PopServer> => {
	const server = await startPopServer(...given);
	open.push(server);
	return server;
};

type Pops = readonly BoardEvent<'pop-done' | 'pop-failed' | 'pop-offered' | 'pop-dropped'>[];

const setUp = (rule: Partial<PopRule>, some: Partial<ScreenPopOptions> = {}) => {
	const store = createStore(task => task());
	const timers = createManualTimers();
	const waiting = new Set<() => void>();
	const told: BoardEvent[] = [];
	const pop = createScreenPop({
		rule: {...usualRule, ...rule},
		reader: store,
		dispatch(events) {
			told.push(...events);
			for (const look of [...waiting]) look();
		},
		at: () => epochMs(start + timers.now()),
		openUrl: undefined,
		timers,
		...some,
	});
	open.unshift(pop);
	const sink = pop.sink({
		dispatch(events) {
			store.dispatch(events);
			store.flush();
		},
	});
	return {
		pop,
		store,
		timers,
		tell: (...events: readonly BoardEvent[]) => sink.dispatch(events),
		told,
		/** What was told of pops, as soon as it is so much. */
		news: (count: number): Promise<Pops> =>
			new Promise(resolve => {
				const look = (): void => {
					if (told.length < count) return;
					waiting.delete(look);
					resolve(told as unknown as Pops);
				};
				waiting.add(look);
				look();
			}),
	};
};

const ring = onCall('ringing-started', 0);

describe('silent', () => {
	it('asks the server, once for each event however often it is told', async () => {
		const server = await serve(answers.page);
		const {tell, news} = setUp({mode: 'silent', template: `${server.url}/call?n=*CALLING*&e=*EVENT*&secret=1`});
		tell(ring, ring, {...ring, site: siteName('Lyon')});
		tell(ring);
		tell(joined(0));
		const told = await news(2);
		expect(server.asked.map(({url}) => url).sort()).toEqual([
			`/call?n=${customer}&e=member-queue-start&secret=1`,
			`/call?n=${customer}&e=start_ringing&secret=1`,
		]);
		expect(told).toHaveLength(2);
		expect(told[0]).toMatchObject({type: 'pop-done', mode: 'silent', number: accueil, status: 200});
		expect(told[0]).toHaveProperty('target', `${server.url}/call`);
		expect(JSON.stringify(told)).not.toContain('secret');
	});

	it('posts the facts', async () => {
		const server = await serve(answers.page);
		const {tell, news} = setUp({mode: 'silent', method: 'post', template: server.url});
		tell(ring);
		await news(1);
		expect(JSON.parse(server.asked[0]?.body ?? '')).toEqual({
			caller: customer,
			called: accueil,
			dialled: accueil,
			event: 'ringing-started',
			queue: '',
			agent: '',
			callId: 'call-1',
			line: accueil,
			label: '',
			duration: '0',
			site: 'default',
			at: '2026-03-05T09:15:00.000Z',
		});
	});

	it.each(['hang', 'drip'] as const)('gives up a server that makes it wait: %s', async name => {
		const server = await serve(answers[name]);
		const {tell, news, timers} = setUp({mode: 'modal', template: server.url, timeoutMs: 4000});
		tell(ring);
		await server.heard(1);
		timers.advance(4000);
		expect(await news(1)).toMatchObject([{type: 'pop-failed', failure: 'timeout', detail: '4'}]);
		expect(timers.waiting()).toBe(0);
	});

	it('passes a thousand calls on at once, asks for a few of them and counts the rest', async () => {
		const server = await serve(answers.hang);
		const {tell, store, news, timers} = setUp({mode: 'silent', template: server.url});
		for (let index = 0; index < 1000; index++) tell({...ring, callId: callId(String(index))});
		expect(store.getSnapshot().lines.get(accueil)?.calls.size).toBe(1000);
		await server.heard(8);
		timers.advance(saidEveryMs);
		const told = await news(9);
		expect(told.filter(({type}) => type === 'pop-failed')).toHaveLength(8);
		expect(told.filter(({type}) => type === 'pop-dropped')).toEqual([
			{type: 'pop-dropped', at: at(saidEveryMs / 1000), count: 992},
		]);
		expect(server.asked).toHaveLength(8);
	});
});

describe('news', () => {
	it('is not what happened long ago in the time of the service', async () => {
		const opened: string[] = [];
		const openUrl = async (url: URL): Promise<void> => void opened.push(url.href);
		const {tell, news} = setUp({template: 'https://crm.example/{callId}'}, {openUrl});
		const received = (seconds: number): BoardEvent => ({
			type: 'feed-received',
			at: at(seconds),
			site,
			events: 1,
			rejected: 0,
			lastEventAt: null,
			clockOffsetMs: 0,
		});
		tell({...onCall('ringing-started', -31), callId: callId('old')});
		tell({...onCall('ringing-started', 3600), callId: callId('ahead')}, received(3601));
		tell({...onCall('ringing-started', -3600), callId: callId('behind')}, received(-3590));
		tell({...onCall('ringing-started', 0), callId: callId('late')}, received(31));
		await news(2);
		expect(opened).toEqual(['https://crm.example/ahead', 'https://crm.example/behind']);
	});

	it('is not what no rule names', async () => {
		const {pop, tell, news, told} = setUp({template: undefined});
		tell(ring);
		expect(await pop.fire(ring)).toEqual({type: 'off'});
		pop.change({...usualRule, events: ['talk-started']});
		tell(ring, joined(0), onCall('talk-started', 0));
		expect(await news(1)).toMatchObject([{type: 'pop-offered', number: accueil}]);
		expect(told).toHaveLength(1);
	});
});

describe('popup', () => {
	it('opens the browser', async () => {
		const opened: string[] = [];
		const openUrl = async (url: URL): Promise<void> => void opened.push(url.href);
		const {tell, news} = setUp({template: 'https://crm.example/?n={caller}'}, {openUrl});
		tell(onCall('ringing-started', 0, {from: '" & calc.exe \r\n'}));
		expect(await news(1)).toMatchObject([{type: 'pop-done', mode: 'popup', status: null}]);
		expect(opened).toEqual(['https://crm.example/?n=%22%20%26%20calc.exe']);
	});

	it('offers the address where the browser cannot be started', async () => {
		const {pop, tell, news} = setUp({}, {openUrl: () => Promise.reject(new Error('https://crm.example/?secret'))});
		tell(ring);
		expect(await news(1)).toMatchObject([{type: 'pop-offered', target: 'https://crm.example/'}]);
		expect(pop.offer()).toMatchObject({url: `https://crm.example/?n=${customer}`});
	});

	it('offers the address where there is none, until it is put away', async () => {
		const {pop, tell, news} = setUp({template: 'https://crm.example/?key=1&n={caller}'});
		let changes = 0;
		const unsubscribe = pop.subscribe(() => {
			changes += 1;
		});
		tell(ring);
		expect(await news(1)).toEqual([
			{type: 'pop-offered', at: at(0), mode: 'popup', number: accueil, target: 'https://crm.example/'},
		]);
		expect(pop.offer()).toMatchObject({
			url: `https://crm.example/?key=1&n=${customer}`,
			target: 'https://crm.example/',
		});
		pop.dismiss('offer');
		expect(pop.offer()).toBeNull();
		expect(changes).toBe(2);
		unsubscribe();
	});
});

describe('modal', () => {
	it('shows the page until its call ends', async () => {
		const server = await serve(answers.page);
		const {pop, tell, news, timers} = setUp({mode: 'modal', template: `${server.url}/{caller}`});
		tell(ring);
		expect(await news(1)).toMatchObject([{type: 'pop-done', mode: 'modal', status: 200}]);
		expect(pop.page()).toEqual({
			call: {number: accueil, callId: 'call-1'},
			at: at(0),
			number: accueil,
			peer: customer,
			url: `${server.url}/${customer}`,
			target: `${server.url}/${customer}`,
			title: 'Dupont',
			lines: ['Dupont & fils', '', 'Client depuis 2019'],
			isCut: false,
		});
		tell(onCall('ringing-ended', 5));
		timers.advance(endedForMs);
		expect(pop.page()).toBeNull();
	});

	it('keeps the page of a call that was over when somebody asked for it until it is put away', async () => {
		const server = await serve(answers.page);
		const {pop, tell, timers} = setUp({mode: 'modal', template: `${server.url}/{caller}`, events: []});
		tell(ring, onCall('ringing-ended', 5));
		expect(await pop.fire(keyOf(ring))).toMatchObject({type: 'pop-done'});
		timers.advance(endedForMs);
		expect(pop.page()).toMatchObject({call: null, peer: customer});
		expect(await pop.fire(keyOf(ring))).toMatchObject({type: 'pop-done'});
		expect(pop.count('page')).toBe(2);
		pop.dismiss('page');
		pop.dismiss('page');
		expect([pop.page(), pop.count('page'), pop.count('offer')]).toEqual([null, 0, 0]);
	});

	it('says of an outgoing call whom it was made to', async () => {
		const server = await serve(answers.page);
		const {pop} = setUp({mode: 'modal', template: server.url});
		await pop.fire(onCall('ringing-started', 0, {direction: 'outgoing', from: accueil, to: customer}));
		expect(pop.page()).toMatchObject({number: accueil, peer: customer});
	});

	it.each([
		['circle', {failure: 'redirects'}],
		['binary', {failure: 'no-text'}],
		['picture', {failure: 'no-text'}],
		['fault', {failure: 'status', detail: '503'}],
	] as const)('shows nothing of a server that answers with “%s”', async (name, failure) => {
		const server = await serve(answers[name]);
		const {pop, tell, news} = setUp({mode: 'modal', template: `${server.url}/a`});
		tell(ring);
		expect(await news(1)).toMatchObject([{type: 'pop-failed', ...failure}]);
		expect(pop.page()).toBeNull();
	});

	it('shows the beginning of a gigabyte', async () => {
		const server = await serve(answers.flood);
		const {pop, tell, news} = setUp({mode: 'modal', template: server.url});
		tell(ring);
		expect(await news(1)).toMatchObject([{type: 'pop-done', status: 200}]);
		expect(pop.page()).toMatchObject({isCut: true});
	});
});

describe('exec', () => {
	it('runs a program, without an address', async () => {
		const {tell, news} = setUp({
			mode: 'exec',
			template: undefined,
			command: [process.execPath, '-e', 'process.exit(0)'],
		});
		tell(ring);
		expect(await news(1)).toMatchObject([{type: 'pop-done', mode: 'exec', target: 'node', status: 0}]);
	});

	it('ends one that takes too long', async () => {
		const server = await serve(answers.page);
		const script = `require('node:http').get('${server.url}'); setInterval(() => {}, 1000)`;
		const {tell, news, timers} = setUp({mode: 'exec', command: [process.execPath, '-e', script], timeoutMs: 2000});
		tell(ring);
		await server.heard(1);
		timers.advance(2000);
		expect(await news(1)).toMatchObject([{type: 'pop-failed', failure: 'timeout', detail: '2'}]);
	});
});

describe('fire', () => {
	it('fires for a call or a caller that the board shows, as often as asked', async () => {
		const {pop, tell, told} = setUp({only: ['nobody']});
		tell(onCall('ringing-started', -3600), joined(-3600));
		expect(await pop.fire(keyOf(ring))).toMatchObject({type: 'pop-offered', number: accueil});
		expect(await pop.fire(keyOf(joined(0)))).toMatchObject({type: 'pop-offered', number: support});
		expect(await pop.fire(ring)).toMatchObject({type: 'pop-offered', number: accueil});
		expect(told).toHaveLength(3);
	});

	it('says that the board does not know a call', async () => {
		const {pop} = setUp({});
		expect(await pop.fire(keyOf(ring))).toEqual({type: 'unknown-call'});
	});
});

describe('try', () => {
	it.each([
		['ringing-started', 'start_ringing'],
		['caller-joined', 'member-queue-start'],
		['talk-ended', 'start_ringing'],
	] as const)('makes up a call for a rule of %s', async (event, serviceEvent) => {
		const {pop} = setUp({template: 'https://crm.example/?n={caller}&e=*EVENT*', events: [event]});
		expect(await pop.try()).toMatchObject({type: 'pop-offered'});
		expect(pop.offer()).toMatchObject({call: null, url: `https://crm.example/?n=0033639980001&e=${serviceEvent}`});
	});
});

describe('close', () => {
	it('gives up what goes on, and says nothing of it', async () => {
		const server = await serve(answers.hang);
		const {pop, tell, told} = setUp({mode: 'silent', template: server.url});
		const going = pop.fire(ring);
		await server.heard(1);
		await pop.close();
		expect(await going).toEqual({type: 'closed'});
		tell({...ring, callId: callId('other')});
		expect(await pop.fire(ring)).toEqual({type: 'closed'});
		expect(told).toEqual([]);
		expect(server.asked).toHaveLength(1);
	});
});
