import {setTimeout as delay} from 'node:timers/promises';
import {epochMs} from '../domain/units.js';
import {OptionsError} from '../errors.js';
import {openHistoryToPurge} from '../history/database.js';
import {HistoryError} from '../history/history-error.js';
import {type Purged, purgeAll} from '../history/purge.js';
import type {HistoryTexts} from '../i18n/history.js';
import {expectedMoment} from '../moments.js';
import {wallTime} from '../recording/start-time.js';
import {withHistory} from './history-reading.js';
import type {HistoryTask} from './history-task.js';
import {instantOf} from './instants.js';
import {dayBegins} from './report-period.js';

/** Between two steps: a board that finds the file held tries again for 30 ms, and one of its attempts falls into this. */
const restMs = 20;

/**
`history purge`: deletes what ended before a moment, and says how much that was. Throws OptionsError without a moment, and
HistoryError when there is no history or it cannot be changed.
*/
export const purgeHistory = async ({options, output, path, texts}: HistoryTask): Promise<void> => {
	if (options.before === undefined)
		throw new OptionsError(`history purge needs --before WHEN: expected ${expectedMoment}`);
	const before = instantOf(options.before, {now: Date.now(), begins: dayBegins(options), daysOn: 0});
	let done: Purged = {calls: 0, stays: 0};
	const refusal = (reason: string): string => texts['refused.unpurged'](path, reason, whatText(done, texts));
	await withHistory({path, texts, open: openHistoryToPurge, refusal}, async db => {
		if (db === null) throw new HistoryError(texts['note.none'](path));
		for (const {calls, stays} of purgeAll(db, before)) {
			done = {calls: done.calls + calls, stays: done.stays + stays};
			await delay(restMs);
		}
	});
	output.line(texts['purge.done'](whatText(done, texts), wallTime(epochMs(before))));
};

const whatText = ({calls, stays}: Purged, texts: HistoryTexts): string => texts['purge.what'](calls, stays);
