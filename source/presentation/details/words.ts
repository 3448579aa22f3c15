import type {BoardEvent} from '../../domain/event.js';
import type {DurationMs, EpochMs} from '../../domain/units.js';
import type {Messages, TextKey} from '../../i18n/en.js';
import {type Cell, type Tone, text} from '../cells.js';
import {formatAge, formatClock, formatDay, formatSpan} from '../format.js';
import {nameOf} from '../names.js';
import type {Style} from '../style.js';
import {formatNumber} from '../telephone.js';
import type {Fact} from './page.js';

/** Local time of day with tenths of a second, cut off. */
export const preciseClock = (at: EpochMs): string => {
	const tenths = Math.floor((((at % 1000) + 1000) % 1000) / 100);
	return `${formatClock(at)}.${tenths}`;
};

/** Time of day, after the day when that is another than today. */
export const instantText = (at: EpochMs, now: EpochMs): string =>
	formatDay(at) === formatDay(now) ? formatClock(at) : `${formatDay(at)} ${formatClock(at)}`;

/** A length of time, in full seconds that passed: `18 s`, from two minutes on `02:05`. */
export const lengthText = (milliseconds: number, messages: Messages): string =>
	milliseconds < 120_000 ? formatSpan(Math.floor(milliseconds / 1000) * 1000, messages) : formatAge(milliseconds);

/** Time between two steps: `+4.2 s`, from a minute on `+01:05`. */
export const gapText = (milliseconds: number, messages: Messages): string => {
	if (milliseconds >= 60_000) return `+${formatAge(milliseconds)}`;
	const tenths = Math.floor(milliseconds / 100 + 1e-6);
	return `+${messages['details.seconds'](Math.floor(tenths / 10), tenths % 10)}`;
};

/** Why an agent did not take a call, in words where there are any; else the switch's own. */
export const causeWords = ({cause}: BoardEvent<'agent-failed'>, messages: Messages): string => {
	const key = `cause.${cause}`;
	return isCause(key, messages) ? messages[key] : cause;
};

const isCause = (key: string, messages: Messages): key is Extract<TextKey, `cause.${string}`> =>
	Object.hasOwn(messages, key);

/** A number after its name, where it has one. */
export const namedNumber = (number: string, style: Style): string => {
	const name = nameOf(number, style);
	const digits = formatNumber(number);
	return number === '' || name === digits ? name : `${name} ${digits}`;
};

/** A fact made of words. */
export const fact = (style: Style, label: TextKey, words: string, tone: Tone = 'plain'): Fact => ({
	label: style.messages[label],
	value: [text(words, tone)],
});

/** A fact that is an instant; not known, it is a dash. */
export const instantFact = (style: Style, label: TextKey, at: EpochMs | null): Fact =>
	at === null ? unknownFact(style, label) : fact(style, label, instantText(at, style.now));

/** A fact that is a length of time; not known, it is a dash. */
export const lengthFact = (style: Style, label: TextKey, length: number | DurationMs | null): Fact =>
	length === null ? unknownFact(style, label) : fact(style, label, lengthText(length, style.messages));

/** A fact that is a mean length of time, in the nearest seconds. */
export const averageFact = (style: Style, label: TextKey, length: number | null): Fact =>
	lengthFact(style, label, length === null ? null : Math.round(length / 1000) * 1000);

/** A fact that is a running time. */
export const runningFact = (style: Style, label: TextKey, since: EpochMs): Fact => ({
	label: style.messages[label],
	value: [age(since)],
});

export const unknownFact = (style: Style, label: TextKey): Fact => fact(style, label, style.symbols.dash, 'muted');

/** A running time, in cells. */
export const age = (since: EpochMs, tone: Tone = 'plain'): Cell => ({
	kind: 'since',
	since,
	tone,
	steps: [],
	write: formatAge,
});

/** Several rows under one name, which the first of them carries; `none` stands for no rows. */
export const listFacts = (
	style: Style,
	label: TextKey,
	{rows, none}: {readonly rows: readonly (readonly Cell[])[]; readonly none: string},
): readonly Fact[] =>
	(rows.length === 0 ? [[text(none, 'muted')]] : rows).map((value, index) => ({
		label: index === 0 ? style.messages[label] : '',
		value,
		isWide: true,
	}));

/** The site, where there is more than the one without a name. */
export const siteFacts = (style: Style, site: string): readonly Fact[] =>
	site === 'default' ? [] : [fact(style, 'details.site', site)];
