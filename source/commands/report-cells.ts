// What stands in the table of a report.
import {answerRate, averageSpeedOfAnswer, averageTalk, lost, serviceLevel} from '../domain/figures.js';
import {longestWaitSeconds, type Tally} from '../domain/tally.js';
import {cleanText} from '../domain/text.js';
import {epochMs} from '../domain/units.js';
import type {Listed} from '../history/call-list.js';
import type {FiguresReport} from '../history/figures-report.js';
import type {Messages} from '../i18n/en.js';
import type {ReportTexts} from '../i18n/report.js';
import {formatAge, formatDay, formatMean, formatMinute, formatShare} from '../presentation/format.js';
import {formatNumber} from '../presentation/telephone.js';
import {wallTime} from '../recording/start-time.js';
import type {Report} from './report-content.js';

export type TableWords = {readonly texts: ReportTexts; readonly messages: Messages};

export type Cells = readonly string[];

const none = '—';

export const figuresHead = ({by, rule}: Report, {texts, messages}: TableWords): Cells => {
	const name = {call: '', hour: 'head.hour', day: 'head.day', queue: 'head.queue', agent: 'head.agent'} as const;
	const key = name[by];
	const first = key === '' ? '' : texts[key];
	if (by === 'agent') return [first, texts['head.answered'], texts['head.talk']];
	return [
		first,
		texts['head.offered'],
		texts['head.answered'],
		texts['head.lost'],
		texts['head.abandoned'],
		texts['head.timedOut'],
		texts['head.noAgent'],
		texts['head.optedOut'],
		texts['head.answerRate'],
		messages['figure.serviceLevel'](Math.round(rule.target * 100), rule.thresholdSeconds),
		texts['head.speed'],
		texts['head.talk'],
		texts['head.longest'],
	];
};

export const figureCells = ({by, rule}: Report, tally: Tally): Cells => {
	const talk = mean(averageTalk(tally));
	if (by === 'agent') return [String(tally.answered), talk];
	const longest = longestWaitSeconds(tally);
	return [
		...[tally.offered, tally.answered, lost(tally), tally.abandoned, tally.timedOut].map(String),
		...[tally.noAgent, tally.optedOut].map(String),
		formatShare(answerRate(tally), none),
		formatShare(serviceLevel(tally, rule), none),
		mean(averageSpeedOfAnswer(tally)),
		talk,
		age(longest === null ? null : longest * 1000),
	];
};

const age = (milliseconds: number | null): string => (milliseconds === null ? none : formatAge(milliseconds));

const mean = (milliseconds: number | null): string => (milliseconds === null ? none : formatMean(milliseconds));

export function* figureRows(report: Report, rows: FiguresReport['rows']): Generator<Cells> {
	for (const [key, tally] of rows) yield [keyText(report, key), ...figureCells(report, tally)];
}

const keyText = ({by, nameOf}: Report, key: number | string): string => {
	if (by === 'day') return formatDay(epochMs(Number(key)));
	if (by === 'hour') return hourText(Number(key));
	return placeText(nameOf(by === 'agent' ? 'line' : 'queue', String(key)), String(key));
};

/** With its distance from UTC where the clock shows the same hour twice. */
const hourText = (at: number): string => {
	const text = wallTime(epochMs(at));
	const isTwice = [-3_600_000, 3_600_000].some(shift => wallTime(epochMs(at + shift)) === text);
	const hours = -new Date(at).getTimezoneOffset() / 60;
	return isTwice ? `${text} UTC${hours < 0 ? '' : '+'}${hours}` : text;
};

const placeText = (label: string | null | undefined, number: string): string =>
	label ? cleanText(label) : cleanText(formatNumber(number));

/** How many columns of the list are texts. */
export const listTexts = 5;

export const listHead = (texts: ReportTexts): Cells => [
	texts['head.time'],
	texts['head.place'],
	texts['head.caller'],
	texts['head.called'],
	texts['head.outcome'],
	texts['head.waited'],
	texts['head.talked'],
];

export function* listRows(report: Report, {texts}: TableWords): Generator<Cells> {
	for (const listed of report.calls()) yield listCells(report, {listed, texts});
}

type Item = {readonly listed: Listed; readonly texts: ReportTexts};

const listCells = ({nameOf, contacts}: Report, {listed, texts}: Item): Cells => {
	const {label, from, answeredAt, endedAt} = listed;
	const at = epochMs(listed.firstAt);
	const time = `${formatDay(at)} ${formatMinute(at)}`;
	const caller = from === '' ? texts.withheld : placeText(nameOf('line', from), from);
	if (listed.kind === 'call') {
		const outcome = texts[answeredAt === null ? 'outcome.unanswered' : 'outcome.answered'];
		const times = [span(listed.startedAt, answeredAt ?? endedAt), span(answeredAt, endedAt)];
		const called = placeText(nameOf('line', listed.to), listed.to);
		return [time, placeText(contacts.get(listed.line) ?? label, listed.line), caller, called, outcome, ...times];
	}
	const {agent, outcome, joinedAt, waitEndedAt, talkEndedAt, queue} = listed;
	const called = agent === null ? '' : placeText(nameOf('line', agent), agent);
	const times = [span(joinedAt, outcome === null ? null : waitEndedAt), span(answeredAt, talkEndedAt)];
	return [
		time,
		placeText(contacts.get(queue) ?? label, queue),
		caller,
		called,
		texts[`outcome.${outcome ?? 'unknown'}`],
		...times,
	];
};

const span = (from: number | null, to: number | null): string =>
	age(from === null || to === null ? null : Math.max(0, to - from));
