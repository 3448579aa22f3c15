// Carries out pops that were decided on, a few at once, and tells what came of each.
import {peer} from '../domain/call.js';
import {createQueueFinder, type QueueFinder} from '../domain/queue-of-call.js';
import type {EpochMs} from '../domain/units.js';
import type {BoardReader, Sink} from '../runtime/store.js';
import {withDeadline} from './deadline.js';
import type {CallKey} from './facts.js';
import {createGate} from './gate.js';
import {createHttpClient} from './http.js';
import {newsOf, type Outcome, type PopOffer, type PopPage} from './outcome.js';
import {PopError} from './pop-error.js';
import {isPopOn, type PopRule, type PopTrigger} from './rule.js';
import {aim, type Hit, type Means, shoot, targetOf} from './shot.js';
import type {Timers} from './timers.js';

export type ShooterOptions = {
	readonly reader: BoardReader;
	readonly dispatch: Sink['dispatch'];
	/** The service's time. */
	readonly at: () => EpochMs;
	readonly timers: Timers;
	readonly openUrl: Means['openUrl'];
	readonly showPage: (page: PopPage) => void;
	readonly showOffer: (offer: PopOffer) => void;
};

/** What to do, and for which call; null: for a made-up one. */
export type Job = {readonly event: PopTrigger; readonly rule: PopRule; readonly call: CallKey | null};

export type Shooter = {
	/** Never rejects. */
	begin(job: Job): Promise<Outcome>;
	/** Gives up what goes on. */
	close(): Promise<void>;
};

export const createShooter = (options: ShooterOptions): Shooter => {
	const {dispatch, at, timers, openUrl} = options;
	const end = new AbortController();
	const gate = createGate(timers, count => dispatch([{type: 'pop-dropped', at: at(), count}]));
	const http = createHttpClient();
	const tools = {...options, means: {http, openUrl}, finder: createQueueFinder(), signal: end.signal};
	const running = new Set<Promise<Outcome>>();
	return {
		async begin(job) {
			if (end.signal.aborted) return {type: 'closed'};
			if (!isPopOn(job.rule)) return {type: 'off'};
			if (!gate.enter(job.rule.mode)) return {type: 'dropped'};
			const going = carryOut(job, tools).finally(() => {
				gate.leave();
				running.delete(going);
			});
			running.add(going);
			return going;
		},
		async close() {
			gate.close();
			end.abort();
			await Promise.allSettled(running);
			await http.close();
		},
	};
};

type Tools = ShooterOptions & {readonly means: Means; readonly finder: QueueFinder; readonly signal: AbortSignal};

const carryOut = async ({event, rule, call}: Job, tools: Tools): Promise<Outcome> => {
	const {reader, dispatch, at, timers, means, finder, signal} = tools;
	const begunAt = timers.now();
	// The batch that brought the event comes first.
	await soon();
	const shot = aim(event, {rule, board: reader.getSnapshot(), finder});
	const limits = {timeoutMs: rule.timeoutMs, timers, signal};
	const hit = await withDeadline(inTime => shoot(shot, means, inTime), limits).catch(failureOf);
	if (hit instanceof PopError && hit.failure === 'closed') return {type: 'closed'};
	const about = {target: targetOf(shot), number: event.number, at: at()};
	show(hit, {...about, peer: peerOf(event), call}, tools);
	const news = newsOf(hit, {...about, mode: rule.mode, tookMs: Math.round(timers.now() - begunAt)});
	dispatch([news]);
	return news;
};

/** Who is at the other end, seen from the line or queue. */
const peerOf = (event: PopTrigger): string => (event.service === 'line' ? peer(event) : event.from);

const soon = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

const failureOf = (error: unknown): PopError =>
	error instanceof PopError ? error : new PopError('unavailable', '', error);

type Place = Omit<PopOffer, 'url'>;

const show = (hit: Hit | PopError, place: Place, {showPage, showOffer}: ShooterOptions): void => {
	if (hit instanceof PopError) return;
	if (hit.kind === 'page') showPage({...place, ...hit.page, url: hit.url});
	if (hit.kind === 'offered') showOffer({...place, url: hit.url});
};
