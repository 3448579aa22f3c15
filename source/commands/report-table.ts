// A report for people: columns of text, aligned by the width of what is in them.
import type {ServiceLevelRule} from '../domain/figures.js';
import {epochMs} from '../domain/units.js';
import {widthOf} from '../presentation/width.js';
import {wallTime} from '../recording/start-time.js';
import {
	type Cells,
	figureCells,
	figureRows,
	figuresHead,
	listHead,
	listRows,
	listTexts,
	type TableWords,
} from './report-cells.js';
import type {Report} from './report-content.js';

/** The table of a report as lines. Columns are as wide as what the first rows hold, all of them unless there are very many. */
export function* tableLines(report: Report, words: TableWords): Generator<string> {
	const {texts} = words;
	const {from, to} = report.period;
	yield `${texts.title(wallTime(epochMs(from)), wallTime(epochMs(to)))}  ${ruleText(report.rule, words)}`;
	yield* report.by === 'call' ? callTable(report, words) : figuresTable(report, words);
}

function* figuresTable(report: Report, words: TableWords): Generator<string> {
	const {rows, total} = report.figures();
	const foot = [words.texts.total, ...figureCells(report, total)];
	const {nothing} = words.texts;
	yield* aligned(figuresHead(report, words), {body: figureRows(report, rows), foot: [foot], texts: 1, nothing});
}

/** The calls, and below them what they come to. */
function* callTable(report: Report, words: TableWords): Generator<string> {
	const {texts} = words;
	const {nothing} = texts;
	yield* aligned(listHead(texts), {body: listRows(report, words), foot: [], texts: listTexts, nothing});
	yield '';
	const [, ...head] = figuresHead(report, words);
	yield* aligned(head, {body: [figureCells(report, report.figures().total)], foot: [], texts: 0, nothing: ''});
}

const ruleText = (
	{formula, thresholdSeconds, target, shortAbandonSeconds}: ServiceLevelRule,
	{texts, messages}: TableWords,
): string =>
	texts.rule(
		messages['figure.serviceLevel'](Math.round(target * 100), thresholdSeconds),
		formula,
		String(shortAbandonSeconds),
	);

/** How many rows settle the widths. */
const measured = 1000;

type Body = {
	readonly body: Iterable<Cells>;
	readonly foot: readonly Cells[];
	/** How many columns, from the left, are texts; the others are numbers, and stand at the right. */
	readonly texts: number;
	/** What stands in place of rows. */
	readonly nothing: string;
};

function* aligned(head: Cells, {body, foot, texts, nothing}: Body): Generator<string> {
	const rows = body[Symbol.iterator]();
	const first: Cells[] = [];
	for (let row = rows.next(); !row.done; row = rows.next()) {
		first.push(row.value);
		if (first.length === measured) break;
	}
	if (first.length === 0) yield nothing;
	const widths = widthsOf([head, ...first, ...foot]);
	const line = (cells: Cells): string =>
		cells
			.map((cell, column) => padded(cell, widths[column] ?? 0, column < texts))
			.join('  ')
			.trimEnd();
	for (const row of first.length === 0 ? [] : [head, ...first]) yield line(row);
	for (let row = rows.next(); !row.done; row = rows.next()) yield line(row.value);
	for (const row of first.length === 0 ? [] : foot) yield line(row);
}

const widthsOf = (rows: readonly Cells[]): readonly number[] =>
	(rows[0] ?? []).map((_, column) => rows.reduce((width, row) => Math.max(width, widthOf(row[column] ?? '')), 0));

const padded = (cell: string, width: number, isText: boolean): string => {
	const blanks = ' '.repeat(Math.max(0, width - widthOf(cell)));
	return isText ? cell + blanks : blanks + cell;
};
