import type {BoardEvent, PopMode} from '../domain/event.js';
import type {EpochMs} from '../domain/units.js';
import type {PageText} from './page.js';
import {PopError} from './pop-error.js';
import type {Shown} from './shelf.js';
import type {Hit} from './shot.js';

type PopPlace = {
	readonly at: EpochMs;
	/** The line or queue. */
	readonly number: string;
	/** The other end of the call, as the board says it; empty when withheld. */
	readonly peer: string;
	readonly url: string;
	readonly target: string;
};

/** A page to show. `url` may hold secrets: it is for opening and copying, not for showing; `target` is. */
export type PopPage = Shown & PageText & PopPlace;

/** An address to offer, where no browser can be started. */
export type PopOffer = Shown & PopPlace;

/** What is told of a pop when it ended. */
export type PopNews = BoardEvent<'pop-done' | 'pop-failed' | 'pop-offered'>;

/** What came of a pop: the event that the board was told, or why there was nothing to tell. */
export type Outcome = PopNews | {readonly type: 'off' | 'dropped' | 'closed' | 'unknown-call'};

type About = {
	readonly mode: PopMode;
	readonly number: string;
	readonly target: string;
	readonly at: EpochMs;
	readonly tookMs: number;
};

export const newsOf = (hit: Hit | PopError, {tookMs, ...about}: About): PopNews => {
	if (hit instanceof PopError) return {type: 'pop-failed', ...about, failure: hit.failure, detail: hit.detail};
	if (hit.kind === 'offered') return {type: 'pop-offered', ...about};
	return {type: 'pop-done', ...about, status: hit.status, tookMs};
};
