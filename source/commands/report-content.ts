import type {DatabaseSync} from 'node:sqlite';
import type {ServiceLevelRule} from '../domain/figures.js';
import {emptyTally} from '../domain/tally.js';
import {type Listed, listedCalls} from '../history/call-list.js';
import {type FiguresReport, figuresReport} from '../history/figures-report.js';
import type {Grouping} from '../history/grouping.js';
import {countedStays, namesOf, type Period, type Question, sharedChannels} from '../history/reading.js';
import type {Options} from '../options.js';
import type {Contacts} from '../presentation/contacts.js';

/** What a report says; each part is read when it is asked for. */
export type Report = {
	readonly by: Options['by'];
	readonly period: Period;
	/** The service that the calls were heard of from. */
	readonly endpoint: string;
	/** The numbers it is of; null: all. */
	readonly queues: readonly string[] | null;
	readonly rule: ServiceLevelRule;
	readonly dayBegins: number;
	/** The user's own names of numbers, which come before all others. */
	readonly contacts: Contacts;
	/** With its rows by `by`; by call there is the total only. */
	figures(): FiguresReport;
	/** All that began in the period, in order of time. */
	calls(): Iterable<Listed>;
	/** The user's own name, else what a line, an agent or a queue was called last; undefined: nothing is known. */
	nameOf(kind: 'line' | 'queue', number: string): string | undefined;
};

type Facts = Pick<Report, 'by' | 'period' | 'endpoint' | 'queues' | 'rule' | 'dayBegins' | 'contacts'>;

/** Without a history: nothing in it. */
export const reportOf = (db: DatabaseSync | null, facts: Facts): Report =>
	db === null ? emptyReport(facts) : fullReport(db, facts);

const emptyReport = (facts: Facts): Report => ({
	...facts,
	figures: () => ({rows: new Map(), total: emptyTally}),
	calls: () => [],
	nameOf: (_kind, number) => facts.contacts.get(number),
});

const fullReport = (db: DatabaseSync, facts: Facts): Report => {
	const {by, period, queues, dayBegins, contacts} = facts;
	const question: Question = facts;
	const isOneQueue = queues?.length === 1;
	const names = {line: namesOf(db, 'line'), queue: namesOf(db, 'queue')};
	return {
		...facts,
		figures: () =>
			figuresReport({
				stays: countedStays(db, question),
				shared: isOneQueue ? new Set() : sharedChannels(db, question),
				period,
				by: groupingOf(by),
				isOneQueue,
				dayBegins,
			}),
		calls: () => listedCalls(db, question),
		nameOf: (kind, number) => contacts.get(number) ?? names[kind].get(number),
	};
};

const groupingOf = (by: Options['by']): Grouping | null => (by === 'call' ? null : by);
