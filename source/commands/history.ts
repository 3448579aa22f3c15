import {existsSync} from 'node:fs';
import {OptionsError} from '../errors.js';
import {historyPath} from '../history/data-directory.js';
import {historyTexts} from '../i18n/history.js';
import {actionNamed} from './actions.js';
import type {Command} from './command.js';
import {purgeHistory} from './history-purge.js';
import {showHistory} from './history-show.js';
import type {HistoryTask} from './history-task.js';
import {note} from './note.js';

type Action = {
	/** Whether `--before` says what it is of. */
	readonly takesBefore?: true;
	readonly run: (task: HistoryTask) => Promise<void> | void;
};

/**
`history`: where the file is that boards keep calls in, what is in it, and deletes from it. Throws OptionsError for what it
does not know, HistoryError for a file that cannot be used.
*/
export const history: Command = async context => {
	const {options, environment, platform} = context;
	const [word = ''] = options.operands;
	const {takesBefore, run} = actionNamed(word, {command: 'history', actions});
	if (options.before !== undefined && !takesBefore)
		throw new OptionsError(`--before does not go with history ${word}, only with history purge`);
	await run({...context, path: historyPath(environment, platform), texts: historyTexts(options.language)});
	return 0;
};

const tellPath = ({output, path, texts}: HistoryTask): void => {
	output.line(path);
	if (!existsSync(path)) note(texts['note.none'](path));
};

const actions: ReadonlyMap<string, Action> = new Map<string, Action>([
	['path', {run: tellPath}],
	['show', {run: showHistory}],
	['purge', {takesBefore: true, run: purgeHistory}],
]);
