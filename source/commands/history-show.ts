import {epochMs} from '../domain/units.js';
import {flags} from '../flags.js';
import {historyBytes} from '../history/database.js';
import {type Extent, extentOf} from '../history/extent.js';
import {messagesFor} from '../i18n/languages.js';
import {formatSize} from '../presentation/format.js';
import {wallTime} from '../recording/start-time.js';
import {effectiveSetting} from '../settings-effective.js';
import {columnLines} from './column-lines.js';
import {withHistory} from './history-reading.js';
import type {HistoryTask} from './history-task.js';

/** `history show`: how much there is, from when to when, its size, and how long boards keep it. */
export const showHistory = (task: HistoryTask): Promise<void> => {
	const {output, path, texts} = task;
	return withHistory({path, texts}, db => {
		if (db === null) return output.line(texts['note.none'](path));
		for (const line of columnLines(rowsOf(task, extentOf(db)))) output.line(line);
	});
};

const rowsOf = (task: HistoryTask, {calls, stays, period}: Extent): readonly (readonly [string, string])[] => {
	const {path, texts, options} = task;
	const time = (at: number | undefined): string => (at === undefined ? texts['show.nothing'] : wallTime(epochMs(at)));
	return [
		[texts['show.file'], path],
		[texts['show.size'], formatSize(historyBytes(path), options.language)],
		[texts['show.calls'], String(calls)],
		[texts['show.stays'], String(stays)],
		[texts['show.from'], time(period?.from)],
		[texts['show.to'], time(period?.to)],
		[texts['show.kept'], keptText(task)],
	];
};

/** What the settings say, which a board takes its flags before. */
const keptText = (task: HistoryTask): string => {
	const {texts, options} = task;
	const isKept = flags.history.read(effectiveSetting('history', task).value ?? '');
	const days = messagesFor(options.language)['time.days'](Number(effectiveSetting('historyDays', task).value));
	return isKept ? days : texts['show.off'](days);
};
