import type {ServiceLevelRule} from '../../domain/figures.js';
import type {Loss, Settlement} from '../../domain/loss.js';
import type {EpochMs} from '../../domain/units.js';
import {type Cell, type Tone, text} from '../cells.js';
import {formatAge, formatDay, formatMinute} from '../format.js';
import {callerText, nameOf} from '../names.js';
import type {Style} from '../style.js';
import {formatNumber} from '../telephone.js';
import {cutTo, widthOf} from '../width.js';
import type {LostCaller} from './lost-callers.js';

/** What is dealt with steps back. */
const toneOf = ({isOpen}: LostCaller, tone: Tone = 'plain'): Tone => (isOpen ? tone : 'muted');

/** The time of day; of another day, which that was: `03-04`. */
const shortTime = (at: EpochMs, now: EpochMs): string =>
	formatDay(at) === formatDay(now) ? formatMinute(at) : formatDay(at).slice(5);

export const atCell = (caller: LostCaller, {now}: Style): Cell => text(shortTime(caller.loss.at, now), toneOf(caller));

/** A name cut shorter than this says nobody. */
const shortestName = 5;

/** The number is what a call back needs, and is never cut for the user's own name of it. */
export const callerCell = (caller: LostCaller, style: Style, width: number): Cell => {
	const {from} = caller;
	const name = style.contacts.get(from);
	const number = formatNumber(from);
	const tone = toneOf(caller, 'strong');
	const room = width - widthOf(number) - 1;
	if (from === '' || name === undefined) return text(callerText(from, style), tone);
	return text(room < shortestName ? number : `${cutTo(name, room, style.symbols.cut)} ${number}`, tone);
};

/** Once is no news. */
export const triesCell = (caller: LostCaller, {messages}: Style): Cell => {
	const {tries} = caller;
	if (tries === null) return text(messages['figure.none'], 'muted');
	return text(String(tries), tries > 1 ? toneOf(caller, 'warning') : 'muted');
};

export const stateCell = (caller: LostCaller, style: Style, width: number): Cell => {
	const {messages, symbols} = style;
	const {settled} = caller.loss;
	if (caller.isOpen || settled === null) return text(`${symbols.loss.open} ${messages['lost.state.open']}`, 'warning');
	return text(`${symbols.loss.done} ${settlementWords(settled, {style, width: width - 2})}`, 'muted');
};

/** How a caller was dealt with, when, and by whom where that is known; without the small word where there is no room. */
const settlementWords = (
	{by, at, who}: Settlement,
	{style, width}: {readonly style: Style; readonly width: number},
): string => {
	const {messages, now} = style;
	const words = messages[`lost.state.${by}`](shortTime(at, now));
	if (who === null) return words;
	const name = nameOf(who, style);
	const whole = messages['lost.state.by'](words, name);
	return widthOf(whole) <= width ? whole : `${words} ${name}`;
};

export const queueCell = (caller: LostCaller, style: Style): Cell =>
	text(nameOf(caller.loss.queue, style), toneOf(caller));

/** Gave up so soon that it counts as misdialled. */
export const isShort = ({outcome, waited}: Loss, {shortAbandonSeconds}: ServiceLevelRule): boolean =>
	outcome === 'abandoned' && waited !== null && waited <= shortAbandonSeconds * 1000;

export const whyCell = (caller: LostCaller, {messages, rule}: Style): Cell => {
	const {loss} = caller;
	if (isShort(loss, rule)) return text(messages['lost.why.short'], 'muted');
	return text(messages[`lost.why.${loss.outcome}`], toneOf(caller));
};

export const waitedCell = (caller: LostCaller, {messages}: Style): Cell => {
	const {waited} = caller.loss;
	return waited === null ? text(messages['figure.none'], 'muted') : text(formatAge(waited), toneOf(caller));
};
