// Which events fire: those of the rule, when they are news.
import type {Board} from '../domain/board.js';
import type {BoardEvent} from '../domain/event.js';
import {normaliseTyped} from '../domain/number-key.js';
import type {EpochMs} from '../domain/units.js';
import {keyOf, keyText, labelOf} from './facts.js';
import {isTriggerType, type PopRule, type PopTrigger} from './rule.js';

export const isTrigger = (event: BoardEvent): event is PopTrigger => isTriggerType(event.type);

/** True for an event that the rule names, of a call that it is for. */
export const isPicked = (event: PopTrigger, rule: PopRule, board: Board): boolean =>
	rule.events.includes(event.type) && isInDirection(event, rule) && isFor(event, rule.only, board);

const isInDirection = (event: PopTrigger, {direction}: PopRule): boolean =>
	direction === 'all' || direction === (event.service === 'queue' ? 'incoming' : event.direction);

const isFor = (event: PopTrigger, only: readonly string[], board: Board): boolean => {
	if (only.length === 0) return true;
	const label = event.label ?? labelOf(event, board);
	return only.some(
		name => event.number === (normaliseTyped(name) ?? name) || isSameName(name, label) || isSameName(name, event.site),
	);
};

const isSameName = (one: string, other: string | null): boolean => one.toLowerCase() === other?.toLowerCase();

/** An event older than this is no news: nobody rings any more who is told of so late. */
const freshMs = 30_000;

/** The service's time as this batch tells it: an answer says when it arrived, before the board knows. */
export const timeOf = (events: readonly BoardEvent[]): EpochMs | undefined =>
	events.findLast(({type}) => type === 'feed-received')?.at;

export const isFresh = ({at}: PopTrigger, now: EpochMs): boolean => now - at <= freshMs;

/** More calls than ring or wait anywhere at once. */
const usuallyKept = 20_000;

/**
Tells whether a call had this event before: each fires once for a call on its line or in its queue (and an agent), however often and by whomever it
is told. The newest `kept` are remembered, or half as many.
*/
export const createOnce = (kept = usuallyKept): ((event: PopTrigger) => boolean) => {
	let young = new Set<string>();
	let old = new Set<string>();
	return event => {
		const key = `${event.type} ${keyText(keyOf(event))} ${'agent' in event ? (event.agent ?? '') : ''}`;
		if (young.has(key) || old.has(key)) return false;
		if (young.size >= kept / 2) {
			old = young;
			young = new Set();
		}
		young.add(key);
		return true;
	};
};
