import type {DatabaseSync} from 'node:sqlite';
import {historyPath} from '../history/data-directory.js';
import {endpointsOf, namesOf, queueNumbers} from '../history/reading.js';
import {historyTexts} from '../i18n/history.js';
import {messagesFor} from '../i18n/languages.js';
import {type ReportTexts, reportTexts} from '../i18n/report.js';
import type {Contacts} from '../presentation/contacts.js';
import {defaultEndpoint} from '../providers/ovh/endpoint.js';
import type {Command, CommandContext} from './command.js';
import {contactsOf} from './contacts.js';
import {withHistory} from './history-reading.js';
import {note} from './note.js';
import type {Output} from './output.js';
import {type Report, reportOf} from './report-content.js';
import {dayBegins, reportPeriod} from './report-period.js';
import {queuesMeant} from './report-queues.js';

/**
`report`: what the board kept of calls, of one service and whoever listened to it. Throws OptionsError for a period that
ends before it begins and for an unknown queue, HistoryError for a history that cannot be read. None at all is an empty one.
*/
export const report: Command = async context => {
	const {options, environment, platform, output} = context;
	const texts = reportTexts(options.language);
	const period = reportPeriod(options, {now: Date.now(), texts});
	const path = historyPath(environment, platform);
	const contacts = await contactsOf(options);
	const historyWords = historyTexts(options.language);
	return withHistory({path, texts: historyWords}, async db => {
		const endpoint = options.endpoint?.href ?? defaultEndpoint;
		const place = {db, endpoint, texts};
		const queues = options.queue === undefined ? null : knownQueues(options.queue, {...place, contacts});
		const why = db === null ? historyWords['note.none'](path) : noteOn(db, place);
		if (why !== undefined) note(why);
		const {by, rule} = options;
		const asked = reportOf(db, {by, rule, period, endpoint, queues, contacts, dayBegins: dayBegins(options)});
		await print(await linesOf(asked, context), output);
		return 0;
	});
};

type Place = {readonly db: DatabaseSync | null; readonly endpoint: string; readonly texts: ReportTexts};

type Named = Place & {readonly contacts: Contacts};

const knownQueues = (asked: string, {db, endpoint, texts, contacts}: Named): readonly string[] => {
	const known = db && {numbers: queueNumbers(db, endpoint), names: namesOf(db, 'queue')};
	return queuesMeant(asked, {...(known ?? {numbers: [], names: new Map()}), contacts, texts});
};

/** Why a report is empty, where that is not plain to see. */
const noteOn = (db: DatabaseSync, {endpoint, texts}: Place): string | undefined => {
	const endpoints = endpointsOf(db);
	if (endpoints.length === 0 || endpoints.includes(endpoint)) return undefined;
	return texts['note.elsewhere'](endpoint, endpoints.join(', '));
};

/** What a format needs is loaded for it alone. */
const linesOf = async (asked: Report, {options}: CommandContext): Promise<Iterable<string>> => {
	if (options.format === 'table') {
		const {tableLines} = await import('./report-table.js');
		return tableLines(asked, {texts: reportTexts(options.language), messages: messagesFor(options.language)});
	}
	const {csvLines, jsonLines} = await import('./report-data.js');
	return options.format === 'csv' ? csvLines(asked) : jsonLines(asked);
};

/** So many lines are written at once, before the reader is waited for. */
const linesAtOnce = 500;

/** Ends early when nobody reads any more. */
const print = async (lines: Iterable<string>, output: Output): Promise<void> => {
	const isClosed = output.closed.then(
		() => true,
		() => true,
	);
	for (const chunk of chunksOf(lines)) {
		output.line(chunk.join('\n'));
		if (await Promise.race([isClosed, output.drained().then(() => false)])) return;
	}
};

function* chunksOf(lines: Iterable<string>): Generator<readonly string[]> {
	let chunk: string[] = [];
	for (const line of lines) {
		chunk.push(line);
		if (chunk.length < linesAtOnce) continue;
		yield chunk;
		chunk = [];
	}
	if (chunk.length > 0) yield chunk;
}
