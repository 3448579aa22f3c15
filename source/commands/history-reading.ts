import type {DatabaseSync} from 'node:sqlite';
import {openHistoryToRead} from '../history/database.js';
import {HistoryError} from '../history/history-error.js';
import {isDamage, isTrouble, troubleText} from '../history/history-trouble.js';
import type {HistoryTexts} from '../i18n/history.js';

/** What is done with the history; null when there is none. */
export type HistoryWork<Result> = (db: DatabaseSync | null) => Promise<Result> | Result;

export type HistoryPlace = {
	readonly path: string;
	readonly texts: HistoryTexts;
	readonly open?: typeof openHistoryToRead;
	/** The message for trouble that is no damage, which `reason` tells. */
	readonly refusal?: (reason: string) => string;
};

/** Opens the history, to read unless told otherwise, and closes it in the end. Throws HistoryError when it cannot be used. */
export const withHistory = async <Result>(
	{path, texts, open = openHistoryToRead, refusal = reason => texts['refused.unreadable'](path, reason)}: HistoryPlace,
	work: HistoryWork<Result>,
): Promise<Result> => {
	let db: DatabaseSync | null = null;
	try {
		db = open(path);
		return await work(db);
	} catch (error) {
		if (isDamage(error)) throw new HistoryError(texts['refused.damaged'](path));
		if (isTrouble(error)) throw new HistoryError(refusal(troubleText(error)));
		throw error;
	} finally {
		db?.close();
	}
};
