// A report for other programs, as JSON and as CSV: lines, so that of a million calls not all are in memory at once.
import type {Tally} from '../domain/tally.js';
import {emptyTally} from '../domain/tally.js';
import {epochMs} from '../domain/units.js';
import {createIsoWriter} from '../history/local-time.js';
import {csvRows} from '../presentation/csv.js';
import {formatDay} from '../presentation/format.js';
import type {Report} from './report-content.js';
import {agentRow, callKeys, callRow, type DataRow, figuresRow} from './report-rows.js';

type Iso = (at: number) => string;

/** The rows of a report as data, one by one. */
function* dataRows(report: Report, {iso, rows}: {readonly iso: Iso; readonly rows: Rows}): Generator<DataRow> {
	if (report.by === 'call') for (const call of report.calls()) yield callRow(call, iso);
	else for (const [key, tally] of rows) yield {...keyCells(report, {key, iso}), ...figuresFor(report, tally)};
}

type Rows = ReturnType<Report['figures']>['rows'];

/** A list of calls has no rows of figures, and its total is reckoned after it. */
const noRows: Rows = new Map();

const figuresFor = ({by, rule}: Pick<Report, 'by' | 'rule'>, tally: Tally): DataRow =>
	by === 'agent' ? agentRow(tally) : figuresRow(tally, rule);

type Key = {readonly key: number | string; readonly iso: Iso};

/** What a row is of: `hour`, `day`, or `queue` or `agent` with its `label`. */
const keyCells = ({by, nameOf}: Report, {key, iso}: Key): DataRow => {
	if (by === 'hour') return {hour: iso(Number(key))};
	if (by === 'day') return {day: formatDay(epochMs(Number(key)))};
	return {[by]: key, label: nameOf(by === 'agent' ? 'line' : 'queue', String(key)) ?? null};
};

/** One document: a line for its head, for each row, and for the total. */
export function* jsonLines(report: Report): Generator<string> {
	const iso = createIsoWriter();
	const {by, period, queues, rule} = report;
	const figures = by === 'call' ? undefined : report.figures();
	const {formula, thresholdSeconds, target, shortAbandonSeconds} = rule;
	const head = {
		schema: 1,
		from: iso(period.from),
		to: iso(period.to),
		by,
		queues,
		serviceLevel: {formula, thresholdSeconds, target, shortAbandonSeconds},
	};
	yield `${JSON.stringify(head).slice(0, -1)},"rows":[`;
	let former: string | undefined;
	for (const row of dataRows(report, {iso, rows: figures?.rows ?? noRows})) {
		if (former !== undefined) yield `${former},`;
		former = JSON.stringify(row);
	}
	if (former !== undefined) yield former;
	const {total} = figures ?? report.figures();
	yield `],"total":${JSON.stringify(figuresFor(report, total))}}`;
}

/** In lines, several at a time. Keys as the header; the last row is the total, but for a list of calls, which has none. */
export function* csvLines(report: Report): Generator<string> {
	const iso = createIsoWriter();
	const isList = report.by === 'call';
	const {rows, total} = isList ? {rows: noRows, total: emptyTally} : report.figures();
	const sum = {...totalCells(report), ...figuresFor(report, total)};
	const keys = isList ? callKeys : Object.keys(sum);
	yield csvLinesOf([keys]);
	for (const some of hundreds(dataRows(report, {iso, rows}))) {
		yield csvLinesOf(some.map(row => keys.map(key => row[key] ?? null)));
	}
	if (!isList) yield csvLinesOf([Object.values(sum)]);
}

const totalCells = ({by}: Report): DataRow =>
	by === 'queue' || by === 'agent' ? {[by]: 'total', label: null} : {[by]: 'total'};

type Cells = readonly (string | number | boolean | null)[];

/** Without the last character: whoever prints lines ends each with a line feed. */
const csvLinesOf = (rows: readonly Cells[]): string => csvRows(rows).slice(0, -1);

/** Rows a hundred at a time: to write them one by one takes twice as long. */
function* hundreds<Row>(rows: Iterable<Row>): Generator<readonly Row[]> {
	let some: Row[] = [];
	for (const row of rows) {
		if (some.push(row) < 100) continue;
		yield some;
		some = [];
	}
	if (some.length > 0) yield some;
}
