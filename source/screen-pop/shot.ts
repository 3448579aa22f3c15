// One pop, once it was decided on: what its mode does.

import type {Board} from '../domain/board.js';
import type {PopMode} from '../domain/event.js';
import type {QueueFinder} from '../domain/queue-of-call.js';
import {factsOf} from './facts.js';
import type {HttpClient} from './http.js';
import {type PageText, pageLimitBytes, readPage} from './page.js';
import {PopError} from './pop-error.js';
import {runProgram} from './program.js';
import type {PopRule, PopTrigger} from './rule.js';
import {fillTemplate, type PopFacts, targetText} from './template.js';

export type Shot = {
	readonly rule: PopRule;
	readonly facts: PopFacts;
	/** The template filled in; null: there is none, or it would lead elsewhere. */
	readonly url: URL | null;
	/** The facts, for a program or a server. */
	readonly json: string;
};

/** What a pop led to. `offered`: no browser could be started, so somebody has to open the address. */
export type Hit =
	| {readonly kind: 'done'; readonly status: number | null}
	| {readonly kind: 'page'; readonly status: number; readonly page: PageText; readonly url: string}
	| {readonly kind: 'offered'; readonly url: string};

export type Means = {
	readonly http: HttpClient;
	/** Undefined: no browser would be seen. */
	readonly openUrl: ((url: URL) => Promise<void>) | undefined;
};

export const aim = (
	event: PopTrigger,
	{rule, board, finder}: {readonly rule: PopRule; readonly board: Board; readonly finder: QueueFinder},
): Shot => {
	const facts = factsOf(event, {board, finder});
	const url = rule.template === undefined ? null : fillTemplate(rule.template, facts);
	const {serviceEvent, ...told} = facts;
	const json = JSON.stringify({...told, site: event.site, at: new Date(event.at).toISOString()});
	return {rule, facts, url, json};
};

/** What a pop is aimed at, for the log: an address without user and query, or the name of a program. */
export const targetOf = ({rule, url}: Shot): string =>
	rule.mode === 'exec' ? baseName(rule.command?.[0] ?? '') : url === null ? '' : targetText(url);

const baseName = (path: string): string => path.split(/[/\\]/).at(-1) ?? '';

/** Throws PopError. Ends early when the signal aborts. */
export const shoot = (shot: Shot, means: Means, signal: AbortSignal): Promise<Hit> =>
	modes[shot.rule.mode](shot, {...means, signal});

type Mode = (shot: Shot, means: Means & {readonly signal: AbortSignal}) => Promise<Hit>;

const modes: Readonly<Record<PopMode, Mode>> = {
	silent: async (shot, {http, signal}) => {
		const json = shot.rule.method === 'post' ? shot.json : undefined;
		const {status} = await http.request({url: place(shot), json, limitBytes: 0, signal});
		return {kind: 'done', status};
	},
	modal: async (shot, {http, signal}) => {
		const url = place(shot);
		const answer = await http.request({url, limitBytes: pageLimitBytes, signal});
		return {kind: 'page', status: answer.status, page: await readPage(answer), url: url.href};
	},
	popup: async (shot, {openUrl}) => {
		const url = place(shot);
		// Where there is a display but no browser, somebody can still copy the address.
		const isOpen = await openUrl?.(url).then(
			() => true,
			() => false,
		);
		return isOpen ? {kind: 'done', status: null} : {kind: 'offered', url: url.href};
	},
	exec: async ({rule, facts, url, json}, {signal}) => {
		await runProgram({command: rule.command ?? [], facts, url, json, signal});
		return {kind: 'done', status: 0};
	},
};

const place = ({url}: Shot): URL => {
	if (url === null) throw new PopError('unsafe');
	return url;
};
